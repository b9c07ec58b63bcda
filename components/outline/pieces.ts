import { findFolded, type TextRange } from '../../utils/knowledge/query.ts';

/** A run of text: whether the search found it, and whether it must stay on one line. */
export interface Piece {
  readonly text: string;
  readonly found: boolean;
  readonly together: boolean;
}

/** The name must not break before its plus sign; joiners would be copied with it, so it is a matter of style. */
const NAME = /人工智[能慧]\s?[+＋]/gu;

/** Cuts a text where the search found something and around the policy's name. The pieces joined are the text. */
export function piecesOf(
  text: string,
  query: string,
  scripts: ReadonlyMap<string, string>,
): readonly Piece[] {
  const found = query === '' ? [] : findFolded(text, query, scripts);
  const names = [...text.matchAll(NAME)].map(
    (match): TextRange => ({ start: match.index, end: match.index + match[0].length }),
  );
  const cuts = new Set([0, text.length, ...[...found, ...names].flatMap(({ start, end }) => [start, end])]);
  const sorted = [...cuts].sort((a, b) => a - b);
  return sorted.slice(1).map((end, index) => {
    const start = sorted[index] ?? 0;
    const inside = (range: TextRange): boolean => range.start <= start && end <= range.end;
    return { text: text.slice(start, end), found: found.some(inside), together: names.some(inside) };
  });
}
