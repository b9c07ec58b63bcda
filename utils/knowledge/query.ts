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

/** One spelling for text and query: width, case, spaces, quotation marks and script do not matter. */
export function foldQuery(text: string, scripts: ReadonlyMap<string, string>): string {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s"'“”‘’「」『』《》〈〉·]+/gu, '');
  return Array.from(plain, (character) => scripts.get(character) ?? character).join('');
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
  for (let at = folded.indexOf(wanted); at !== -1; at = folded.indexOf(wanted, at + wanted.length)) {
    const first = origins[at];
    const last = origins[at + wanted.length - 1];
    if (first && last) ranges.push({ start: first.start, end: last.end });
  }
  return ranges;
}
