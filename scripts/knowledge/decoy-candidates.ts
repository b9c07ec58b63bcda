import type { TermMatch } from '../../utils/terms/types.ts';

/** A word that runs over the edge of a term: the term may not be there at all. */
export interface DecoyCandidate {
  readonly term: string;
  readonly word: string;
  readonly count: number;
  readonly example: string;
}

/** How much of the text around a candidate is shown, in code units on either side. */
const REACH = 15;

/**
 * Terms whose edges lie inside of a word, as the Chinese segmenter of the JavaScript engine reads the text; most
 * frequent first. The segmenter errs as well: each candidate is for a person to judge.
 */
export function decoyCandidates(
  texts: Iterable<string>,
  scan: (text: string) => readonly TermMatch[],
): DecoyCandidate[] {
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
  const found = new Map<string, DecoyCandidate>();
  for (const text of texts) {
    const matches = scan(text);
    if (matches.length === 0) continue;
    const words = segmenter.segment(text);
    for (const { start, end, text: term } of matches) {
      for (const edge of [start, end]) {
        const word = words.containing(edge);
        if (!word || word.index === edge || !/\p{Script=Han}/u.test(word.segment)) continue;
        // A word inside of the term, or the term inside of a word that is a longer form, tells nothing.
        if (word.index >= start && word.index + word.segment.length <= end) continue;
        const key = `${term}\t${word.segment}`;
        const example = text.slice(Math.max(0, start - REACH), end + REACH).replaceAll('\n', ' ');
        const known = found.get(key);
        found.set(key, {
          term,
          word: word.segment,
          count: (known?.count ?? 0) + 1,
          example: known?.example ?? example,
        });
      }
    }
  }
  return [...found.values()].sort((a, b) => b.count - a.count);
}
