import type { Localised } from '../locale.ts';
import type { Knowledge } from './assemble.ts';

/**
 * Traditional → simplified characters, learnt from the knowledge base itself: its texts stand side by side in
 * both scripts, so that a search needs no converter in the page.
 */
export function scriptMapOf(knowledge: Knowledge): ReadonlyMap<string, string> {
  const map = new Map<string, string>();
  for (const { hans, hant } of localisedTexts(knowledge)) {
    if (hans.length !== hant.length) continue;
    for (let at = 0; at < hans.length; at++) {
      const traditional = hant.charAt(at);
      const simplified = hans.charAt(at);
      if (traditional !== simplified && /\p{Script=Han}/u.test(traditional)) map.set(traditional, simplified);
    }
  }
  return map;
}

/** One spelling for text and query: width, case, quotation marks, hyphens and script do not matter; spaces are single. */
export function foldText(text: string, scripts: ReadonlyMap<string, string>): string {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/["'“”‘’「」『』《》〈〉·]+/gu, '')
    .replace(/[\s\p{Pd}]+/gu, ' ')
    .trim();
  return Array.from(plain, (character) => scripts.get(character) ?? character).join('');
}

/** As {@link foldText}, without spaces: 4 家 and 4家 are one. */
export function foldQuery(text: string, scripts: ReadonlyMap<string, string>): string {
  return foldText(text, scripts).replaceAll(' ', '');
}

/**
 * Finds a query in text folded by {@link foldText}, whatever the spaces. A Latin word is found from its beginning
 * only and a number from its first digit: `ai` is not in `chain`, `70` not in `270`.
 */
export function matcherOf(query: string): RegExp {
  const characters = Array.from(query.replaceAll(' ', ''), (character) =>
    character.replace(/[\\^$.*+?()[\]{}|/]/u, '\\$&'),
  );
  return new RegExp(INSIDE_BEFORE[kindOf(query)] + characters.join(' ?'), 'u');
}

type StartKind = 'letter' | 'digit' | 'other';

/** What must not stand before a query, by its first character. */
const INSIDE_BEFORE: Readonly<Record<StartKind, string>> = {
  letter: '(?<!\\p{Script=Latin})',
  digit: '(?<!\\d[.,]?)',
  other: '',
};

function kindOf(query: string): StartKind {
  if (/^\p{Script=Latin}/u.test(query)) return 'letter';
  return /^\d/u.test(query) ? 'digit' : 'other';
}

function* localisedTexts(knowledge: Knowledge): Iterable<Localised> {
  for (const term of knowledge.terms.values()) yield* [term.title, term.definition, term.importance];
  for (const figure of knowledge.figures.values())
    yield* [figure.display, figure.measures, figure.explanation];
  for (const item of knowledge.items.values()) yield* [item.title, item.paraphrase, ...item.measures];
}

/** A part of a text, as UTF-16 offsets, `end` exclusive. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/**
 * Where a text contains a query, by the same folding as the search: in order, without overlap, as ranges of the text
 * itself. Nothing for an empty query.
 */
export function findFolded(
  text: string,
  query: string,
  scripts: ReadonlyMap<string, string>,
): readonly TextRange[] {
  const wanted = foldQuery(query, scripts);
  if (wanted === '') return [];
  let folded = '';
  // For each code unit of the folded text, where its character starts and ends in the text.
  const origins: TextRange[] = [];
  let start = 0;
  for (const character of text) {
    const end = start + character.length;
    const piece = foldQuery(character, scripts);
    for (let unit = 0; unit < piece.length; unit++) origins.push({ start, end });
    folded += piece;
    start = end;
  }
  const ranges: TextRange[] = [];
  const startsHere = new RegExp(`${INSIDE_BEFORE[kindOf(wanted)]}(?=.)`, 'suy');
  for (let at = folded.indexOf(wanted); at !== -1; at = folded.indexOf(wanted, at + wanted.length)) {
    const first = origins[at];
    const last = origins[at + wanted.length - 1];
    startsHere.lastIndex = first?.start ?? 0;
    if (first && last && startsHere.test(text)) ranges.push({ start: first.start, end: last.end });
  }
  return ranges;
}
