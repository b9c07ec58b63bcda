import { PAGE_MESSAGES } from '../../assets/messages/pages.ts';
import { figureCard, termCard } from '../../components/card/build.ts';
import type { Lead } from '../../components/card/model.ts';
import { coverageOf } from '../../components/coverage/cells.ts';
import type { HiddenTermRow } from '../../components/options/model.ts';
import { countKinds, listEntries, type Occurrence } from '../../components/page-list/entries.ts';
import { SAMPLE_FIGURE } from '../../components/sample/sample-text.ts';
import { explainFigure } from '../../utils/figures/explain.ts';
import { scanFigures } from '../../utils/figures/scan.ts';
import type { OwnTerm } from '../../utils/glossary/schema.ts';
import { createTranslator } from '../../utils/i18n.ts';
import type { Knowledge } from '../../utils/knowledge/assemble.ts';
import { loadKnowledge } from '../../utils/knowledge/load.ts';
import { withOwnTerms } from '../../utils/knowledge/own-terms.ts';
import { collectPageKnowledge } from '../../utils/knowledge/page-knowledge.ts';
import type { Locale } from '../../utils/locale.ts';

export const knowledge: Knowledge = loadKnowledge();

export function languageOf(locale: Locale) {
  return { locale, t: createTranslator(PAGE_MESSAGES[locale], locale) };
}

const TERMS = ['gao-zhi-liang-shu-ju-ji', 'yu-liao', 'shu-ju-biao-zhu'];
const FIGURE = 'fig-data-volume-2024';

/** The reading of the first figure of a sentence. */
function readingOf(sentence: string, locale: Locale) {
  const [figure] = scanFigures(sentence);
  if (!figure) throw new Error(`No figure in “${sentence}”.`);
  return { title: figure.text, reading: explainFigure(figure, locale) };
}

const page = collectPageKnowledge(knowledge, TERMS, [FIGURE]);

const OWN: OwnTerm = {
  id: 'own:sample',
  forms: ['高质量数据集', '优质数据集'],
  category: 'data-compute',
  definition: '可以直接用来训练和评测模型的数据，<b>本组的说法</b>。',
  english: 'high-quality data set',
  note: '《译名对照》第 12 条',
};
const ownPage = collectPageKnowledge(
  withOwnTerms(knowledge, [OWN], [{ own: OWN.id, form: '高质量数据集', builtIn: TERMS[0] ?? '' }]),
  [OWN.id],
  [],
);

export function sampleCards(locale: Locale) {
  const language = languageOf(locale);
  const term = termCard(TERMS[0] ?? '', page, language, [
    { kind: 'figure', id: FIGURE, label: '41.06泽字节（ZB）' },
  ]);
  const own = termCard(OWN.id, ownPage, language);
  const nested = termCard(TERMS[1] ?? '', page, language);
  if (!term || !own || !nested) throw new Error('The sample terms are not in the knowledge base.');
  const known = readingOf('数据生产总量达41.06泽字节（ZB）', locale);
  const unknown = readingOf('投资同比增长3.2%', locale);
  return {
    term,
    own,
    nested,
    known: figureCard(known.title, known.reading, FIGURE, page, language),
    unknown: figureCard(unknown.title, unknown.reading, undefined, page, language),
  };
}

/** What an ordinary article has: some terms of every category, several of them again and again. */
const ARTICLE_TERMS = [
  ...['ren-gong-zhi-neng-jia', 'gao-zhi-liang-shu-ju-ji', 'ju-shen-zhi-neng', 'zhi-neng-jing-ji', 'kai-yuan'],
  ...[
    'bei-an',
    'zhi-neng-she-hui',
    'suan-li',
    'xin-zhi-sheng-chan-li',
    'zhi-neng-zhong-duan',
    'shu-ju-biao-zhu',
  ],
];
const ARTICLE_FIGURES = [FIGURE, 'fig-target-2027-penetration', 'fig-target-2030-penetration'];
/** A page with more occurrences than this has the whole knowledge base. */
const ARTICLE_LENGTH = 100;

/** A page with `count` occurrences. */
export function samplePage(count: number, locale: Locale) {
  const all = count > ARTICLE_LENGTH;
  const terms = (all ? [...knowledge.terms.keys()] : ARTICLE_TERMS).map((id) => knowledge.terms.get(id));
  const figures = (all ? [...knowledge.figures.keys()] : ARTICLE_FIGURES).map((id) =>
    knowledge.figures.get(id),
  );
  const occurrences = Array.from({ length: count }, (_, index): Occurrence => {
    const figure = figures[Math.floor(index / 6) % figures.length];
    const term = terms[(index * 7) % terms.length];
    if (!term || !figure) throw new Error('The knowledge base lacks a term or figure of the samples.');
    if (index % 6 === 5) return { index, kind: 'figure', subject: figure.id, text: figure.display.hans };
    return { index, kind: term.category, subject: term.id, text: term.title.hans };
  });
  const known = collectPageKnowledge(knowledge, [...knowledge.terms.keys()], [...knowledge.figures.keys()]);
  return {
    entries: listEntries(occurrences, known, locale),
    counts: countKinds(occurrences),
    order: occurrences.map(({ index }) => index),
    coverage: coverageOf(knowledge, occurrences, locale),
    current: 7,
  };
}

/** The card that a mark of the sample article leads to, as the page of the first run makes it. */
export function sampleCard({ kind, id, label }: Lead, locale: Locale) {
  const language = languageOf(locale);
  if (kind === 'term') return termCard(id, collectPageKnowledge(knowledge, [id], []), language);
  const { reading } = readingOf(SAMPLE_FIGURE, locale);
  return figureCard(label, reading, id, collectPageKnowledge(knowledge, [], [id]), language);
}

/** Hidden terms as the options list them; the last is no longer in the glossary. */
export function sampleHidden(locale: Locale): readonly HiddenTermRow[] {
  return [...TERMS, 'no-longer-there'].map((id) => {
    const term = knowledge.terms.get(id);
    if (!term) return { id, title: id, english: '', kind: null };
    const title = locale === 'zh-TW' ? term.title.hant : term.title.hans;
    return { id, title, english: term.title.en, kind: term.category };
  });
}
