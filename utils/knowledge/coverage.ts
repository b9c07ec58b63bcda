import type { Annotation } from '../annotation.ts';
import type { Knowledge } from './assemble.ts';
import { chaptersOf, figuresOfItem, termsOfItem, withDescendants } from './lookup.ts';
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

/** A chapter with everything below it; chapters without a hit are listed as well. */
export interface ChapterCoverage extends ItemCoverage {
  readonly touched: boolean;
}

/** What of one document a text touches. */
export interface OutlineCoverage {
  readonly outline: string;
  /** The items with a hit, in the order of the document. */
  readonly items: readonly ItemCoverage[];
  /** All chapters that bear terms or figures, in the order of the document. */
  readonly chapters: readonly ChapterCoverage[];
  /** Number of the chapters, how many of them have a hit at all, and how many the text touches. */
  readonly of: number;
  readonly mentioned: number;
  readonly touched: number;
}

/**
 * Which outline items a text touches, from its annotations.
 *
 * The measure: every term and every known figure of an item weighs 1 ÷ the number of items of the same document
 * it belongs to, so that a word that stands everywhere (智能体) says little about one item. An item's share is the
 * weight that occurs in the text ÷ the weight of the item. The number of occurrences does not matter. A chapter is
 * measured in the same way with the terms and figures of everything below it, each once, and counts as touched when
 * its share is at least `THRESHOLD`. The share compares the items for one text; it is no statement that the text
 * agrees with an item or reports it.
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
  return coverageOfSubjects(knowledge, present);
}

/** {@link outlineCoverage} of a text of which only the ids of its terms and known figures are at hand. */
export function coverageOfSubjects(
  knowledge: Knowledge,
  present: ReadonlySet<string>,
): readonly OutlineCoverage[] {
  return knowledge.outlines.map((outline) => coverageOf(knowledge, outline, present));
}

/** A third of a chapter's weight: one telling term of a short chapter, several of a long one. */
const THRESHOLD = 1 / 3;

function coverageOf(knowledge: Knowledge, outline: Outline, present: ReadonlySet<string>): OutlineCoverage {
  const subjects = new Map(outline.items.map((item) => [item.id, subjectsOf(knowledge, [item])]));
  const spread = new Map<string, number>();
  for (const { terms, figures } of subjects.values()) {
    for (const id of [...terms, ...figures]) spread.set(id, (spread.get(id) ?? 0) + 1);
  }
  const weigh = (ids: readonly string[]) => ids.reduce((sum, id) => sum + 1 / (spread.get(id) ?? 1), 0);
  const measure = (item: string, { terms, figures }: Subjects): ItemCoverage => {
    const hit = {
      terms: terms.filter((id) => present.has(id)),
      figures: figures.filter((id) => present.has(id)),
    };
    const weight = weigh([...terms, ...figures]);
    return { item, ...hit, share: weight === 0 ? 0 : weigh([...hit.terms, ...hit.figures]) / weight };
  };
  const chapters = chaptersOf(outline).flatMap((chapter): ChapterCoverage[] => {
    const all = subjectsOf(knowledge, withDescendants(outline, chapter));
    if (all.terms.length + all.figures.length === 0) return [];
    const measured = measure(chapter.id, all);
    return [{ ...measured, touched: measured.share >= THRESHOLD }];
  });
  return {
    outline: outline.id,
    items: [...subjects]
      .map(([item, own]) => measure(item, own))
      .filter(({ terms, figures }) => terms.length + figures.length > 0),
    chapters,
    of: chapters.length,
    mentioned: chapters.filter(({ terms, figures }) => terms.length + figures.length > 0).length,
    touched: chapters.filter(({ touched }) => touched).length,
  };
}

interface Subjects {
  readonly terms: readonly string[];
  readonly figures: readonly string[];
}

function subjectsOf(knowledge: Knowledge, items: readonly OutlineItem[]): Subjects {
  const terms = items.flatMap((item) => termsOfItem(knowledge, item).map(({ id }) => id));
  const figures = items.flatMap((item) => figuresOfItem(knowledge, item).map(({ id }) => id));
  return { terms: [...new Set(terms)], figures: [...new Set(figures)] };
}
