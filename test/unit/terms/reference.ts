import type { Lexicon } from '../../../utils/terms/types.ts';
import { createFolding } from '../../../utils/text/folding.ts';

interface Span {
  readonly start: number;
  readonly end: number;
  readonly term: string;
}

/**
 * A slow, obviously right matcher for Chinese forms without quotation marks: at each place, leftmost first, the longest
 * form that no decoy covers. What a term has taken is taken: a decoy that begins inside of it counts no more.
 */
export function referenceScan(lexicon: Lexicon, text: string): Span[] {
  const folding = createFolding(lexicon.scriptPairs);
  const { units, offsets } = folding.fold(text);
  const placesOf = (forms: readonly string[]): [number, number][] =>
    forms.flatMap((form) => {
      const folded = folding.unitsOf(form);
      const places: [number, number][] = [];
      for (let at = units.indexOf(folded); at >= 0; at = units.indexOf(folded, at + 1))
        places.push([at, at + folded.length]);
      return places;
    });
  const exceptions = placesOf(lexicon.exceptions);
  const covers = (list: readonly [number, number][], from: number, to: number): boolean =>
    list.some(([start, end]) => start <= from && to <= end);
  const decoys = placesOf(lexicon.decoys).filter(([from, to]) => !covers(exceptions, from, to));
  const candidates = lexicon.terms.flatMap(({ id, forms }) =>
    placesOf(forms).map(([from, to]) => ({ id, from, to })),
  );
  const found: Span[] = [];
  let taken = 0;
  const whole = (): [number, number][] => decoys.filter(([from]) => from >= taken);
  for (let at = 0; at < units.length; ) {
    const [best] = candidates
      .filter(({ from, to }) => from === at && !covers(whole(), from, to))
      .sort((a, b) => b.to - a.to);
    if (!best) {
      at++;
      continue;
    }
    found.push({ start: offsets[best.from] ?? 0, end: (offsets[best.to - 1] ?? 0) + 1, term: best.id });
    at = best.to;
    taken = best.to;
  }
  return found;
}
