import type { Annotation } from '../annotation.ts';
import type { Knowledge } from './assemble.ts';
import { figuresOfItem, termsOfItem } from './lookup.ts';
import type { Outline, OutlineItem } from './outline-schema.ts';

/** How much of one outline item a text touches. */
export interface ItemCoverage {
  readonly item: string;
  /** Ids of the item's terms and figures that occur in the text. */
  readonly terms: readonly string[];
  readonly figures: readonly string[];
  /** 0 to 1: see {@link outlineCoverage}. */
  readonly share: number;
}

/** What of one document a text touches. Items without a hit are not listed. */
export interface OutlineCoverage {
  readonly outline: string;
  readonly items: readonly ItemCoverage[];
  /** Number of items that bear terms of their own, and how many of them the text touches. */
  readonly of: number;
  readonly touched: number;
}

/**
 * Which outline items a text touches, from its annotations.
 *
 * The measure: every term and every known figure of an item weighs 1 ÷ the number of items of the same document
 * it belongs to, so that a word that stands everywhere (智能体) says little about one item. An item's share is the
 * weight that occurs in the text ÷ the weight of the item. An item is listed when it has a hit, and counts as
 * touched when its share is at least `THRESHOLD`; the number of occurrences does not matter. The share
 * compares items of one text; it is no statement that the text agrees with or reports the item.
 */
export function outlineCoverage(
  knowledge: Knowledge,
  annotations: readonly Annotation[],
): readonly OutlineCoverage[] {
  const present = new Set<string>();
  for (const annotation of annotations) {
    if (annotation.kind === 'term') present.add(annotation.term);
    else if (annotation.known !== undefined) present.add(annotation.known);
  }
  return knowledge.outlines.map((outline) => coverageOf(knowledge, outline, present));
}

/** A third of an item's weight: one telling term of a short item, several of a long one. */
const THRESHOLD = 1 / 3;

function coverageOf(knowledge: Knowledge, outline: Outline, present: ReadonlySet<string>): OutlineCoverage {
  const subjects = outline.items.map((item) => subjectsOf(knowledge, item));
  const spread = new Map<string, number>();
  for (const { terms, figures } of subjects) {
    for (const id of [...terms, ...figures]) spread.set(id, (spread.get(id) ?? 0) + 1);
  }
  const weigh = (ids: readonly string[]) => ids.reduce((sum, id) => sum + 1 / (spread.get(id) ?? 1), 0);
  const items = subjects.flatMap(({ item, terms, figures }): ItemCoverage[] => {
    const hit = {
      terms: terms.filter((id) => present.has(id)),
      figures: figures.filter((id) => present.has(id)),
    };
    if (hit.terms.length + hit.figures.length === 0) return [];
    return [{ item, ...hit, share: weigh([...hit.terms, ...hit.figures]) / weigh([...terms, ...figures]) }];
  });
  return {
    outline: outline.id,
    items,
    of: subjects.filter(({ terms, figures }) => terms.length + figures.length > 0).length,
    touched: items.filter(({ share }) => share >= THRESHOLD).length,
  };
}

function subjectsOf(knowledge: Knowledge, item: OutlineItem) {
  return {
    item: item.id,
    terms: termsOfItem(knowledge, item).map(({ id }) => id),
    figures: figuresOfItem(knowledge, item).map(({ id }) => id),
  };
}
