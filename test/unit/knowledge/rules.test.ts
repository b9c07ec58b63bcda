import { describe, expect, it } from 'vitest';
import { datesValid } from '../../../scripts/check/dates.ts';
import { arithmeticHolds } from '../../../scripts/check/figures.ts';
import { formsComplete, oneOwner } from '../../../scripts/check/ids.ts';
import { rightLanguage } from '../../../scripts/check/language.ts';
import { shortEnough } from '../../../scripts/check/length.ts';
import { linksResolve, nothingBare } from '../../../scripts/check/links.ts';
import { ownWords } from '../../../scripts/check/originality.ts';
import { figuresRecognised, termsRecognised } from '../../../scripts/check/recognition.ts';
import type { CheckInput, Rule } from '../../../scripts/check/rule.ts';
import { RULES } from '../../../scripts/check/rules.ts';
import { titlesVerbatim } from '../../../scripts/check/titles.ts';
import { simplifyCharacters } from '../../../utils/knowledge/script.ts';
import { assembled, type Sample, sample, sampleFigure, type sampleTerm, text } from './sample.ts';

const TITLES = {
  opinions: '《意见》',
  article: '《文章》',
  'op-3': '强化基础支撑能力',
  'op-3-9': '强化智能算力统筹',
  'art-1': '为什么',
};
const NEWS = {
  name: 'news.txt',
  text: '昨天，全国各地的数据中心连成了一张网，\n东部的请求到西部去计算，用电更省、成本更低。',
};

function input(parts: Sample): CheckInput {
  const knowledge = assembled(parts);
  return {
    knowledge,
    today: '2026-11-24',
    officialTitles: TITLES,
    copyTexts: [NEWS],
    // Naive recognisers are enough to see the rules speak; check-knowledge itself gives the real ones.
    findTerms: (found, nearAi) =>
      parts.terms
        .filter(({ forms, contextForms }) =>
          [...forms.hans, ...forms.en].some(
            (form) => simplifyCharacters(found).includes(form) && (nearAi || !contextForms?.includes(form)),
          ),
        )
        .map(({ id }) => id),
    findFigures: (found) => (found.includes('280EFLOPS') ? ['fig-compute'] : []),
  };
}

/** One term of a copy of the sample changed. */
const term =
  (changes: Parameters<typeof sampleTerm>[3]) =>
  (parts: Sample): void => {
    parts.terms[0] = { ...parts.terms[0]!, ...changes };
  };
const item =
  (changes: Partial<Sample['outlines'][number]['items'][number]>) =>
  (parts: Sample): void => {
    const items = parts.outlines[0]!.items;
    items[1] = { ...items[1]!, ...changes };
  };
const figure =
  (changes: Parameters<typeof sampleFigure>[0]) =>
  (parts: Sample): void => {
    parts.figures[0] = sampleFigure(changes);
  };
const source = (changes: Partial<Sample['sources'][number]>) => (parts: Sample) => {
  parts.sources[0] = { ...parts.sources[0]!, ...changes };
};
const LONG = '这是一句很长的话，'.repeat(15);

const unknownFigure = (parts: Sample) => {
  parts.figures[0] = sampleFigure({ display: text('90EFLOPS', '90 EFLOPS') });
};

const BROKEN: readonly (readonly [string, Rule, (parts: Sample) => void, string])[] = [
  [
    'a form owned by two terms',
    oneOwner,
    (p) => p.terms[1]!.forms.hans.push('算力'),
    'suan-li-wang: the form “算力” belongs to suan-li already',
  ],
  [
    'a form owned by two terms, in the other script',
    oneOwner,
    (p) => p.terms[0]!.forms.hant.push('算力網'),
    'belongs to suan-li already',
  ],
  [
    'a form owned by two terms, in another case',
    oneOwner,
    (p) => p.terms[0]!.forms.en.push('Computing  Network'),
    'belongs to suan-li already',
  ],
  [
    'a title that is no form',
    formsComplete,
    term({ title: text('计算力', 'computing power') }),
    'the title “计算力” is not a form',
  ],
  ['a context form that is no form', formsComplete, term({ contextForms: ['能力'] }), '“能力” is not a form'],
  [
    'an unknown related term',
    linksResolve,
    term({ related: ['nowhere'] }),
    'suan-li.related: “nowhere” does not exist',
  ],
  ['a term related to itself', linksResolve, term({ related: ['suan-li'] }), 'links to itself'],
  [
    'a term related twice',
    linksResolve,
    term({ related: ['suan-li-wang', 'suan-li-wang'] }),
    'names “suan-li-wang” twice',
  ],
  [
    'an unknown outline item of a term',
    linksResolve,
    term({ outline: ['op-9'] }),
    'suan-li.outline: “op-9” does not exist',
  ],
  [
    'an unknown source of a term',
    linksResolve,
    term({ sources: ['x'] }),
    'suan-li.sources: “x” does not exist',
  ],
  [
    'an unknown source of the English name',
    linksResolve,
    term({ english: { official: true, source: 'x', others: [] } }),
    'english.source: “x”',
  ],
  [
    'an unknown source of the first appearance',
    linksResolve,
    term({ first: { document: text('报告', 'Report'), date: '2024', source: 'x' } }),
    'first.source: “x”',
  ],
  ['an unknown term of an item', linksResolve, item({ terms: ['x'] }), 'op-3-9.terms: “x” does not exist'],
  [
    'an unknown figure of an item',
    linksResolve,
    item({ figures: ['x'] }),
    'op-3-9.figures: “x” does not exist',
  ],
  ['a link inside one document', linksResolve, item({ links: ['op-3'] }), '“op-3” is of the same document'],
  ['an item before its parent', linksResolve, item({ parent: 'op-4' }), 'stands before its parent “op-4”'],
  [
    'an unknown term of a figure',
    linksResolve,
    figure({ terms: ['x'] }),
    'fig-compute.terms: “x” does not exist',
  ],
  ['an item without a term', nothingBare, item({ terms: [] }), 'op-3-9: has no term'],
  ['a term without a source', nothingBare, term({ sources: [] }), 'suan-li: has no source'],
  [
    'an official name without its source',
    nothingBare,
    term({ english: { official: true, others: [] } }),
    'an official rendering needs its source',
  ],
  [
    'a Chinese definition that is too long',
    shortEnough,
    term({ definition: text(LONG, 'Long.') }),
    'definition.hans: 135 characters, at most 120',
  ],
  [
    'an English definition that is too long',
    shortEnough,
    term({ definition: text('长。', 'word '.repeat(61)) }),
    'definition.en: 61 words, at most 60',
  ],
  [
    'an importance of two sentences',
    shortEnough,
    term({ importance: text('一句。两句。', 'One.') }),
    '2 sentences',
  ],
  [
    'traditional characters in the simplified text',
    rightLanguage,
    term({ definition: { ...text('计算', 'x'), hans: '計算' } }),
    'suan-li.definition.hans: traditional characters 計',
  ],
  [
    'simplified characters in the traditional text',
    rightLanguage,
    term({ definition: { hans: '计算', hant: '计算', en: 'x' } }),
    'suan-li.definition.hant: is not what',
  ],
  [
    'Chinese in the English text',
    rightLanguage,
    term({ definition: text('计算', 'computing 算力') }),
    'Chinese characters 算力',
  ],
  [
    'a text that is not translated',
    rightLanguage,
    term({ definition: text('计算', '—') }),
    'suan-li.definition.en: is not translated',
  ],
  [
    'Chinese punctuation in the English text',
    rightLanguage,
    term({ definition: text('计算', 'x，y') }),
    'Chinese punctuation ，',
  ],
  [
    'Latin punctuation in the Chinese text',
    rightLanguage,
    term({ definition: text('计算,存储', 'x') }),
    'Latin punctuation',
  ],
  [
    'a date in digits alone',
    rightLanguage,
    term({ definition: text('计算', 'computing, 2025-04-29') }),
    'suan-li.definition.en: the date 2025-04-29 is not written out',
  ],
  [
    'traditional characters in a simplified form',
    rightLanguage,
    (p) => p.terms[0]!.forms.hans.push('運算力'),
    'forms.hans: traditional characters 運',
  ],
  [
    'an official title that was changed',
    titlesVerbatim,
    item({ title: text('强化算力统筹', 'Title') }),
    'the official title is “强化智能算力统筹”',
  ],
  [
    'an official title that nobody verified',
    titlesVerbatim,
    (p) => p.outlines[1]!.items.push({ ...p.outlines[1]!.items[0]!, id: 'art-2' }),
    'not among the verified',
  ],
  [
    'an item that is missing',
    titlesVerbatim,
    (p) => p.outlines[1]!.items.pop(),
    'art-1: has an official title and is missing',
  ],
  [
    'a derived value that is wrong',
    arithmeticHolds,
    figure({ derived: [{ ...sampleFigure().derived[0]!, result: 0.33 }] }),
    '90 / 280 is 0.321, not 0.33',
  ],
  [
    'arithmetic that cannot be read',
    arithmeticHolds,
    figure({ derived: [{ ...sampleFigure().derived[0]!, expression: '90 ÷ 280' }] }),
    'cannot read “÷ 280”',
  ],
  [
    'a series that contradicts its figure',
    arithmeticHolds,
    figure({
      series: {
        label: text('规模', 'size'),
        unit: 'EFLOPS',
        points: [
          { label: text('全部', 'all'), value: 281, kind: 'reported', figure: 'fig-compute' },
          { label: text('其中', 'part'), value: 90, kind: 'reported' },
        ],
      },
    }),
    'fig-compute is 280, not 281',
  ],
  ['a doubt that is not said', arithmeticHolds, figure({ verification: 'not-found' }), 'no caveat says so'],
  ['a day that does not exist', datesValid, source({ date: '2025-02-30' }), '“2025-02-30” is not a date'],
  ['a month that does not exist', datesValid, source({ date: '2025-13' }), '“2025-13” is not a date'],
  ['a day in the future', datesValid, source({ date: '2027-01-01' }), 'is in the future'],
  [
    'a sentence that stands in a source',
    ownWords,
    term({ definition: text('全国各地的数据中心连成了一张网，东部的请求到西部去算。', 'x') }),
    'suan-li.definition: “全国各地的数据中心连成了一张网东部的请求',
  ],
  [
    'a form that is not recognised',
    termsRecognised,
    (p) => p.terms[0]!.forms.hant.push('運算'),
    'suan-li.forms: “運算” is not recognised',
  ],
  [
    'a must-match that is not recognised',
    termsRecognised,
    term({ mustMatch: ['算 力'] }),
    'suan-li.mustMatch: “算 力” is not recognised',
  ],
  [
    'a trap that is taken for the term',
    termsRecognised,
    term({ traps: ['算力士'] }),
    'suan-li.traps: “算力士” is taken for it',
  ],
  [
    'a decoy that is taken for a term',
    termsRecognised,
    (p) => p.decoys.push('算力士'),
    'decoys.json: “算力士” is taken for suan-li',
  ],
  [
    'a decoy that no form stands in',
    termsRecognised,
    (p) => p.decoys.push('无关'),
    'decoys.json: “无关” hides no form',
  ],
  [
    'a figure that is not recognised',
    figuresRecognised,
    unknownFigure,
    'fig-compute: “算力总规模：90EFLOPS” is not recognised',
  ],
  [
    'a figure trap that is taken for it',
    figuresRecognised,
    figure({ traps: ['共280EFLOPS'] }),
    'fig-compute.traps: “共280EFLOPS” is taken for it',
  ],
];

describe('check-knowledge', () => {
  it.each(RULES.map((rule) => [rule.name, rule] as const))('%s is silent about a sound base', (_, rule) => {
    expect(rule.check(input(sample()))).toEqual([]);
  });

  it.each(BROKEN)('finds %s', (_, rule, breakIt, finding) => {
    const parts = sample();
    breakIt(parts);
    const lines = rule.check(input(parts)).map(({ path, reason }) => `${path}: ${reason}`);
    expect(lines.join('\n')).toContain(finding);
  });

  it('does NOT take an official title for a copied sentence', () => {
    const parts = sample();
    const title = '全国各地的数据中心连成了一张网东部的请求到西部去计算';
    parts.sources[0] = { ...parts.sources[0]!, title };
    term({ definition: text(`见《${title}》。`, 'x') })(parts);
    expect(ownWords.check(input(parts))).toEqual([]);
  });

  it('has a broken sample for every rule', () => {
    expect(new Set(BROKEN.map(([, rule]) => rule.name))).toEqual(new Set(RULES.map((rule) => rule.name)));
  });
});
