import type { FigureReading } from '../../utils/figures/reading.ts';
import type { Translate } from '../../utils/i18n.ts';
import type { KnownFigure } from '../../utils/knowledge/figure-schema.ts';
import type { PageKnowledge } from '../../utils/knowledge/page-knowledge.ts';
import { type Locale, localise } from '../../utils/locale.ts';
import { writeDate } from '../date.ts';
import { documentLabel, numberedTitle } from '../outline-label.ts';
import { seriesOf } from '../series.ts';
import type { CitedDocument, CitedSource, FigureCard, KnownReading, Lead, Place, TermCard } from './model.ts';

interface Language {
  readonly t: Translate;
  readonly locale: Locale;
}

/** The card of a term, or undefined where the page's knowledge does not have it. `inner` lists nested figures. */
export function termCard(
  id: string,
  knowledge: PageKnowledge,
  { locale }: Language,
  inner: readonly Lead[] = [],
): TermCard | undefined {
  const term = knowledge.terms[id];
  if (!term) return undefined;
  return {
    kind: 'term',
    id,
    category: term.category,
    title: locale === 'zh-TW' ? term.title.hant : term.title.hans,
    titleLang: locale === 'zh-TW' ? 'zh-TW' : 'zh-CN',
    pinyin: term.pinyin,
    english: term.title.en,
    officialEnglish: term.english.official,
    taiwan: term.taiwan ?? [],
    otherEnglish: term.english.others,
    definition: localise(term.definition, locale),
    importance: localise(term.importance, locale),
    first: term.first
      ? `${localise(term.first.document, locale)} · ${writeDate(term.first.date, locale)}`
      : '',
    own: term.own ?? null,
    places: placesOf(term.outline, knowledge, locale),
    document: documentOf(term.outline, knowledge, locale),
    sources: sourcesOf(term.sources, knowledge, locale),
    related: leadsTo(term.related, knowledge, locale),
    inner,
  };
}

/** The card of a figure: its reading from the text, and what the knowledge base knows of it. */
export function figureCard(
  title: string,
  reading: FigureReading,
  known: string | undefined,
  knowledge: PageKnowledge,
  language: Language,
): FigureCard {
  const { locale } = language;
  const figure = known === undefined ? undefined : knowledge.figures[known];
  return {
    kind: 'figure',
    title,
    titleLang: locale === 'zh-TW' ? 'zh-TW' : 'zh-CN',
    reading,
    known: figure ? knownReading(figure, language) : null,
    places: figure ? placesOf(figure.outline, knowledge, locale) : [],
    document: figure ? documentOf(figure.outline, knowledge, locale) : null,
    sources: figure ? sourcesOf(figure.sources, knowledge, locale) : [],
    related: figure ? leadsTo(figure.terms, knowledge, locale) : [],
    inner: [],
  };
}

function knownReading(figure: KnownFigure, { t, locale }: Language): KnownReading {
  return {
    id: figure.id,
    measures: localise(figure.measures, locale),
    explanation: localise(figure.explanation, locale),
    year: figure.year === null ? '' : String(figure.year),
    scope: figure.scope ? localise(figure.scope, locale) : '',
    origin: localise(figure.origin, locale),
    comparison: figure.comparison ? localise(figure.comparison, locale) : '',
    caveats: figure.caveats.map((caveat) => localise(caveat, locale)),
    verification: t(`card.verification.${figure.verification}`),
    series: seriesOf(figure, locale),
  };
}

function placesOf(ids: readonly string[], knowledge: PageKnowledge, locale: Locale): readonly Place[] {
  return ids.flatMap((id) => {
    const item = knowledge.items[id];
    if (!item) return [];
    return [
      {
        item: id,
        document: documentLabel(item.documentTitle, locale),
        label: numberedTitle(item.number, item.title, locale),
      },
    ];
  });
}

function documentOf(ids: readonly string[], knowledge: PageKnowledge, locale: Locale): CitedDocument | null {
  const item = ids.map((id) => knowledge.items[id]).find((found) => found !== undefined);
  const document = item && knowledge.documents[item.outline];
  if (!document) return null;
  return {
    title: localise(document.title, locale),
    number: document.number ? localise(document.number, locale) : '',
    publisher: localise(document.publisher, locale),
    date: document.date ? writeDate(document.date, locale) : '',
    url: document.url,
    item: numberedTitle(item.number, item.title, locale),
  };
}

function sourcesOf(
  keys: readonly string[],
  knowledge: PageKnowledge,
  locale: Locale,
): readonly CitedSource[] {
  return keys.flatMap((key) => {
    const source = knowledge.sources[key];
    if (!source) return [];
    const { title, publisher, date, url } = source;
    return [{ title, publisher, date: date ? writeDate(date, locale) : '', url }];
  });
}

function leadsTo(ids: readonly string[], knowledge: PageKnowledge, locale: Locale): readonly Lead[] {
  return ids.flatMap((id) => {
    const term = knowledge.terms[id];
    return term ? [{ kind: 'term' as const, id, label: localise(term.title, locale) }] : [];
  });
}
