import type { Knowledge } from '../../utils/knowledge/assemble.ts';
import { coverageOfSubjects, type ItemCoverage } from '../../utils/knowledge/coverage.ts';

/** What an article has of one outline item. */
export interface ItemMark {
  /** Occurrences in the article of the item's terms and figures; of a chapter, with everything below it. */
  readonly hits: number;
  /** The share by the measure of utils/knowledge/coverage.ts, 0 to 1. */
  readonly share: number;
  /** The share in fifths, 1 to 5, as the heat is drawn. */
  readonly level: number;
}

/** The items an article touches, by id; items without a hit are not in it. */
export function itemMarks(
  knowledge: Knowledge,
  occurrences: readonly { readonly subject: string | null }[],
): ReadonlyMap<string, ItemMark> {
  const counts = new Map<string, number>();
  for (const { subject } of occurrences) {
    if (subject !== null) counts.set(subject, (counts.get(subject) ?? 0) + 1);
  }
  const marks = new Map<string, ItemMark>();
  const add = ({ item, terms, figures, share }: ItemCoverage): void => {
    const hits = [...terms, ...figures].reduce((sum, id) => sum + (counts.get(id) ?? 0), 0);
    if (hits > 0) marks.set(item, { hits, share, level: Math.ceil(share * 5) });
  };
  for (const { items, chapters } of coverageOfSubjects(knowledge, new Set(counts.keys()))) {
    for (const item of items) add(item);
    // A chapter's own mark counts what stands below it as well, so it replaces the one of its heading alone.
    for (const chapter of chapters) add(chapter);
  }
  return marks;
}
