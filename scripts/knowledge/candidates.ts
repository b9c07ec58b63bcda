import type { Knowledge } from '../../utils/knowledge/assemble.ts';
import { simplifyCharacters } from '../../utils/knowledge/script.ts';
import GENERAL from './general-words.json' with { type: 'json' };

/** A string of a text that no term covers. */
export interface Candidate {
  readonly word: string;
  /** Occurrences in sentences about AI. */
  readonly count: number;
}

const MIN_COUNT = 2;
/** In a long text a word must come back at least once in this many characters of sentences about AI. */
const CHARACTERS_PER_OCCURRENCE = 5000;
/** A word of the field stands in sentences about AI at least this often; a general one stands everywhere. */
const LEAST_SHARE = 0.4;
const LONGEST = 8;
/** Vocabulary of policy texts and news that no glossary explains. */
const GENERAL_WORDS = new Set(GENERAL);
const LONGEST_GENERAL = Math.max(...GENERAL.map((word) => word.length));
/** Words that only tie other words together: a candidate neither begins nor ends with one. */
const FUNCTION_WORDS = new Set(
  '的了在是和与及或等为对将把被从到以于就都而又也还不没有这那其各本该并向中上下内外之所着过使让给由按据因如若但且会能可要应来去说个们我你他她它一',
);
/** Suffixes begin no word, and a verb or number that asks for more ends none. */
const NOT_FIRST = new Set('性化率度者们型级类年月日次');
const NOT_LAST = new Set('超增减成全第余每近约更最很再已正将占达');

interface Count {
  near: number;
  all: number;
  /** Characters before and after; a mark or the end of a run is written as ''. */
  readonly before: Set<string>;
  readonly after: Set<string>;
}

/**
 * Frequent strings of two to eight characters that no term covers and that belong to the field, for a maintainer to
 * judge. They are counted after the known forms are cut out. Left out: what is as frequent in sentences that do not
 * speak of AI, what always continues in the same character (part of a longer word), what is put together of general
 * words, and a part of a longer candidate unless it is clearly more frequent.
 */
export function unknownCandidates(knowledge: Knowledge, text: string): readonly Candidate[] {
  const forms = [...knowledge.terms.values()]
    .flatMap((term) => [...term.forms.hans, ...term.forms.hant, ...(term.taiwan ?? [])])
    .map(simplifyCharacters)
    .sort((a, b) => b.length - a.length);
  const signals = knowledge.decoys.signals.map(simplifyCharacters);
  const counts = new Map<string, Count>();
  let size = 0;
  for (const sentence of simplifyCharacters(text.normalize('NFKC')).split(/[。！？!?\n]/u)) {
    const isNear = signals.some((signal) => sentence.includes(signal));
    if (isNear) size += sentence.length;
    count(
      counts,
      forms.reduce((rest, form) => rest.replaceAll(form, '\n'), sentence),
      isNear,
    );
  }
  const least = Math.max(MIN_COUNT, Math.ceil(size / CHARACTERS_PER_OCCURRENCE));
  const longestFirst = [...counts]
    .filter(([word, { near, all }]) => near >= least && near / all >= LEAST_SHARE && isWord(word))
    .filter(([, { before, after }]) => isFree(before) && isFree(after))
    .toSorted(([a], [b]) => b.length - a.length);
  const kept: Candidate[] = [];
  for (const [word, { near }] of longestFirst) {
    const inside = kept
      .filter((longer) => longer.word.includes(word))
      .reduce((sum, longer) => sum + longer.count, 0);
    if (near >= 2 * inside && near - inside >= least) kept.push({ word, count: near });
  }
  return kept.sort((a, b) => b.count - a.count || b.word.length - a.word.length);
}

function count(counts: Map<string, Count>, sentence: string, isNear: boolean): void {
  for (const run of sentence.match(/\p{Script=Han}+/gu) ?? []) {
    const inside = insideWords(run);
    for (let start = 0; start < run.length; start++) {
      if (inside.has(start)) continue;
      for (let length = 2; length <= LONGEST && start + length <= run.length; length++) {
        if (inside.has(start + length)) continue;
        const word = run.slice(start, start + length);
        const entry = counts.get(word) ?? { near: 0, all: 0, before: new Set(), after: new Set() };
        counts.set(word, entry);
        entry.all++;
        if (isNear) entry.near++;
        entry.before.add(run.charAt(start - 1));
        entry.after.add(run.charAt(start + length));
      }
    }
  }
}

/** Offsets inside a general word, where no candidate begins or ends: in 工业数据 there is no 业数. */
function insideWords(run: string): ReadonlySet<number> {
  const inside = new Set<number>();
  for (let start = 0; start < run.length; start++) {
    let length = LONGEST_GENERAL;
    while (length > 1 && !GENERAL_WORDS.has(run.slice(start, start + length))) length--;
    for (let at = start + 1; at < start + length; at++) inside.add(at);
    start += length - 1;
  }
  return inside;
}

/** Whether a word ends here: at a mark, or before different characters. */
function isFree(neighbours: ReadonlySet<string>): boolean {
  return neighbours.size > 1 || neighbours.has('');
}

function isWord(word: string): boolean {
  return (
    !FUNCTION_WORDS.has(word.charAt(0)) &&
    !NOT_FIRST.has(word.charAt(0)) &&
    !FUNCTION_WORDS.has(word.charAt(word.length - 1)) &&
    !NOT_LAST.has(word.charAt(word.length - 1)) &&
    !isPutTogether(word)
  );
}

/** Whether general words and function words alone make it up: 快速发展, 保障和改善民生. */
function isPutTogether(word: string): boolean {
  const reached = new Set([0]);
  for (let at = 0; at < word.length; at++) {
    if (!reached.has(at)) continue;
    if (FUNCTION_WORDS.has(word.charAt(at))) reached.add(at + 1);
    for (let length = 1; length <= LONGEST_GENERAL; length++) {
      if (GENERAL_WORDS.has(word.slice(at, at + length))) reached.add(at + length);
    }
  }
  return reached.has(word.length);
}
