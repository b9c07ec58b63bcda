import { PAGE_MESSAGES } from '../../assets/messages/pages.ts';
import { figureCard, termCard } from '../../components/card/build.ts';
import type { FigureReading } from '../../components/card/model.ts';
import { coverageOf } from '../../components/coverage/cells.ts';
import { countKinds, listEntries, type Occurrence } from '../../components/page-list/entries.ts';
import { createTranslator } from '../../utils/i18n.ts';
import type { Knowledge } from '../../utils/knowledge/assemble.ts';
import { loadKnowledge } from '../../utils/knowledge/load.ts';
import { collectPageKnowledge } from '../../utils/knowledge/page-knowledge.ts';
import type { Locale } from '../../utils/locale.ts';

export const knowledge: Knowledge = loadKnowledge();

export function languageOf(locale: Locale) {
  return { locale, t: createTranslator(PAGE_MESSAGES[locale], locale) };
}

const TERMS = ['gao-zhi-liang-shu-ju-ji', 'yu-liao', 'shu-ju-biao-zhu'];
const FIGURE = 'fig-data-volume-2024';

/** As the scanner and the explainer would read 41.06泽字节（ZB）. */
const READING: FigureReading = {
  headline: '41.06',
  unit: 'ZB',
  rows: [{ label: '=', text: '4.106 × 10²² B' }],
};

const page = collectPageKnowledge(knowledge, TERMS, [FIGURE]);

export function sampleCards(locale: Locale) {
  const language = languageOf(locale);
  const term = termCard(TERMS[0] ?? '', page, language, [
    { kind: 'figure', id: FIGURE, label: '41.06泽字节（ZB）' },
  ]);
  const nested = termCard(TERMS[1] ?? '', page, language);
  if (!term || !nested) throw new Error('The sample terms are not in the knowledge base.');
  return {
    term,
    nested,
    known: figureCard('41.06泽字节（ZB）', READING, FIGURE, page, language),
    unknown: figureCard(
      '同比增长3.2%',
      { ...READING, headline: '+3.2', unit: '%' },
      undefined,
      page,
      language,
    ),
  };
}

/** A page with `count` occurrences, spread over the whole knowledge base. */
export function samplePage(count: number, locale: Locale) {
  const terms = [...knowledge.terms.values()];
  const figures = [...knowledge.figures.values()];
  const occurrences = Array.from({ length: count }, (_, index): Occurrence => {
    const figure = figures[Math.floor(index / 6) % figures.length];
    const term = terms[(index * 7) % terms.length];
    if (index % 6 === 5 && figure)
      return { index, kind: 'figure', subject: figure.id, text: figure.display.hans };
    if (!term) throw new Error('The knowledge base has no terms.');
    return { index, kind: term.category, subject: term.id, text: term.title.hans };
  });
  const known = collectPageKnowledge(knowledge, [...knowledge.terms.keys()], [...knowledge.figures.keys()]);
  return {
    entries: listEntries(occurrences, known, locale),
    counts: countKinds(occurrences),
    coverage: coverageOf(knowledge, occurrences, locale),
    current: 7,
  };
}
