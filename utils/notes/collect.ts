import { explainFigure } from '../figures/explain.ts';
import { scanFigures } from '../figures/scan.ts';
import type { Translate } from '../i18n.ts';
import type { Knowledge } from '../knowledge/assemble.ts';
import { coverageOfSubjects } from '../knowledge/coverage.ts';
import { type Locale, localise } from '../locale.ts';
import type { Category, HighlightKind } from '../terms/types.ts';

/** What an article says and what is known of it, in one language: the reader's notes to take along. */
export interface ArticleNotes {
  readonly title: string;
  readonly url: string;
  /** As the page writes it; empty where it writes none. */
  readonly date: string;
  /** In the order of their first occurrence. */
  readonly terms: readonly NotedTerm[];
  readonly figures: readonly NotedFigure[];
  readonly coverage: readonly NotedCoverage[];
}

export interface NotedTerm {
  readonly id: string;
  readonly title: string;
  readonly english: string;
  readonly category: Category;
  readonly definition: string;
  /** Whether the definition is the reader's own. */
  readonly own: boolean;
  readonly occurrences: number;
}

interface NotedFigure {
  /** Of the known figure; null where the knowledge base has none. */
  readonly id: string | null;
  readonly text: string;
  /** What the knowledge base says of a known figure, then what the text itself says. */
  readonly explanation: string;
  readonly occurrences: number;
}

/** What of one document the article touches. */
export interface NotedCoverage {
  readonly document: string;
  readonly touched: number;
  readonly of: number;
  /** Number and title of the chapters touched. */
  readonly chapters: readonly string[];
}

/** An article as its page reports it. */
export interface ReportedArticle {
  readonly title: string;
  readonly url: string;
  readonly date: string | null;
  readonly annotations: readonly {
    readonly kind: HighlightKind;
    /** The id of the term or of the known figure; null for any other figure. */
    readonly subject: string | null;
    readonly text: string;
  }[];
}

/** Collects the notes of an article. Terms that the knowledge base no longer has are left out. */
export function collectNotes(
  article: ReportedArticle,
  knowledge: Knowledge,
  { locale, t }: { readonly locale: Locale; readonly t: Translate },
): ArticleNotes {
  const groups = new Map<string, { readonly first: ReportedArticle['annotations'][number]; count: number }>();
  for (const annotation of article.annotations) {
    const key = `${annotation.kind === 'figure'} ${annotation.subject ?? annotation.text}`;
    const group = groups.get(key);
    if (group) group.count++;
    else groups.set(key, { first: annotation, count: 1 });
  }
  const terms: NotedTerm[] = [];
  const figures: NotedFigure[] = [];
  for (const { first, count } of groups.values()) {
    if (first.kind === 'figure')
      figures.push(noteFigure(first.subject, first.text, count, knowledge, locale, t));
    else {
      const term = first.subject === null ? undefined : knowledge.terms.get(first.subject);
      if (!term) continue;
      terms.push({
        id: term.id,
        title: locale === 'zh-TW' ? term.title.hant : term.title.hans,
        english: term.title.en,
        category: term.category,
        definition: localise(term.definition, locale),
        own: term.own !== undefined,
        occurrences: count,
      });
    }
  }
  return {
    title: article.title,
    url: article.url,
    date: article.date ?? '',
    terms,
    figures,
    coverage: noteCoverage(article, knowledge, locale),
  };
}

function noteFigure(
  id: string | null,
  text: string,
  occurrences: number,
  knowledge: Knowledge,
  locale: Locale,
  t: Translate,
): NotedFigure {
  const known = id === null ? undefined : knowledge.figures.get(id);
  const sentences = [
    ...(known ? [localise(known.measures, locale), localise(known.explanation, locale)] : []),
    ...readFigure(text, { locale, t }),
  ];
  return { id: known?.id ?? null, text, explanation: sentences.join(' · '), occurrences };
}

/** What a figure says by its text alone, a row each; none where the text is no figure by itself. */
export function readFigure(
  text: string,
  { locale, t }: { readonly locale: Locale; readonly t: Translate },
): readonly string[] {
  const figure = scanFigures(text)[0];
  const rows = figure ? explainFigure(figure, locale).rows : [];
  return rows.map(({ label, text: said }) => (label === '' ? said : t('notes.row', { label, text: said })));
}

function noteCoverage(
  { annotations }: ReportedArticle,
  knowledge: Knowledge,
  locale: Locale,
): readonly NotedCoverage[] {
  const present = new Set(annotations.flatMap(({ subject }) => (subject === null ? [] : [subject])));
  return coverageOfSubjects(knowledge, present).flatMap(({ outline, touched, of, chapters }) => {
    const document = knowledge.outlines.find(({ id }) => id === outline);
    if (!document) return [];
    const named = chapters
      .filter((chapter) => chapter.touched)
      .flatMap(({ item }) => {
        const chapter = knowledge.items.get(item);
        return chapter ? [`${chapter.number} ${localise(chapter.title, locale)}`.trim()] : [];
      });
    return [{ document: localise(document.shortTitle, locale), touched, of, chapters: named }];
  });
}
