import type { Knowledge } from '../../utils/knowledge/assemble.ts';
import { type ChapterCoverage, coverageOfSubjects } from '../../utils/knowledge/coverage.ts';
import { type Locale, localise } from '../../utils/locale.ts';
import { documentLabel } from '../outline-label.ts';

/** One chapter of a document as a cell of the strip. */
interface CoverageCell {
  readonly item: string;
  /** The number as a cell has room for it: `3` for （三）; the first character of the title where there is none. */
  readonly label: string;
  readonly title: string;
  /** 0 to 1, by the measure of utils/knowledge/coverage.ts. */
  readonly share: number;
  readonly touched: boolean;
  /** Occurrences in the text of the chapter's terms and figures. */
  readonly hits: number;
  /** The chapter is the first below its part: the strip leaves a gap before it. */
  readonly startsPart: boolean;
}

/** What of one document a text touches, in the language of the surface. */
export interface Coverage {
  readonly outline: string;
  readonly title: string;
  /** Number of chapters, how many of them the text mentions at all, and how many it touches. */
  readonly of: number;
  readonly mentioned: number;
  readonly touched: number;
  readonly cells: readonly CoverageCell[];
}

/** The coverage of each document, in the order of the documents, from the subjects of a page's annotations. */
export function coverageOf(
  knowledge: Knowledge,
  occurrences: readonly { readonly subject: string | null }[],
  locale: Locale,
): readonly Coverage[] {
  const counts = new Map<string, number>();
  for (const { subject } of occurrences) {
    if (subject !== null) counts.set(subject, (counts.get(subject) ?? 0) + 1);
  }
  const measured = coverageOfSubjects(knowledge, new Set(counts.keys()));
  return knowledge.outlines.flatMap((outline): Coverage[] => {
    const coverage = measured.find((candidate) => candidate.outline === outline.id);
    if (!coverage) return [];
    const { of, mentioned, touched, chapters } = coverage;
    return [
      {
        outline: outline.id,
        title: documentLabel(outline.shortTitle, locale),
        of,
        mentioned,
        touched,
        cells: chapters.flatMap((chapter, index) =>
          cellOf(knowledge, chapter, chapters[index - 1], counts, locale),
        ),
      },
    ];
  });
}

function cellOf(
  knowledge: Knowledge,
  chapter: ChapterCoverage,
  before: ChapterCoverage | undefined,
  counts: ReadonlyMap<string, number>,
  locale: Locale,
): CoverageCell[] {
  const item = knowledge.items.get(chapter.item);
  if (!item) return [];
  const previous = before && knowledge.items.get(before.item);
  const title = localise(item.title, locale);
  const hits = [...chapter.terms, ...chapter.figures].reduce((sum, id) => sum + (counts.get(id) ?? 0), 0);
  return [
    {
      item: item.id,
      label: shortLabel(item.id, item.parent, title),
      title,
      share: chapter.share,
      touched: chapter.touched,
      hits,
      startsPart: previous !== undefined && (item.parent === null || previous.parent !== item.parent),
    },
  ];
}

/** The number within its part, taken from the id (`op-3-8` → 8); a part of its own bears the title's first letter. */
function shortLabel(id: string, parent: string | null, title: string): string {
  return parent === null ? title.slice(0, 1) : (id.split('-').at(-1) ?? '');
}
