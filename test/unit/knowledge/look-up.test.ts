import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Annotation } from '../../../utils/annotation.ts';
import { outlineCoverage } from '../../../utils/knowledge/coverage.ts';
import {
  childrenOf,
  figuresOfItem,
  linksOfItem,
  officialLink,
  outlineItemsOf,
  outlineOf,
  relatedOf,
  termsOfItem,
} from '../../../utils/knowledge/lookup.ts';
import { collectPageKnowledge } from '../../../utils/knowledge/page-knowledge.ts';
import { initialsOf, plainPinyin } from '../../../utils/knowledge/pinyin.ts';
import { searchKnowledge } from '../../../utils/knowledge/search.ts';
import { assembled, sampleItem, text } from './sample.ts';

const knowledge = assembled();
const ids = (entries: readonly { readonly id: string }[]) => entries.map(({ id }) => id);
const item = (id: string) => knowledge.items.get(id)!;

describe('plainPinyin and initialsOf', () => {
  it.each([
    ['rén gōng zhì néng', 'rengongzhineng', 'rgzn'],
    ['réngōng zhìnéng', 'rengongzhineng', 'rgzn'],
    ['ren2 gong1 zhi4 neng2', 'rengongzhineng', 'rgzn'],
    ['quán yàosù shēngchǎnlǜ', 'quanyaosushengchanlv', 'qysscl'],
    ['duānduì duān', 'duanduiduan', 'ddd'],
    ['zhìnéng’ānquán', 'zhinenganquan', 'znaq'],
    ['AI xīnpiàn', 'aixinpian', 'axp'],
  ])('%s is %s, %s', (pinyin, plain, initials) => {
    expect(plainPinyin(pinyin)).toBe(plain);
    expect(initialsOf(pinyin)).toBe(initials);
  });
});

describe('searchKnowledge', () => {
  it.each([
    ['the title', '算力', 'suan-li'],
    ['the beginning, the shorter name first', '算', 'suan-li'],
    ['traditional characters', '算力網', 'suan-li-wang'],
    ['English in any case', 'Computing NETWORK', 'suan-li-wang'],
    ['pinyin with tones and spaces', 'suàn lì wǎng', 'suan-li-wang'],
    ['pinyin without tones and spaces', 'suanliwang', 'suan-li-wang'],
    ['initials', 'slw', 'suan-li-wang'],
    ['a word of the definition', '处理数据', 'suan-li'],
    ['quotation marks around the name', '“算力”', 'suan-li'],
    ['a figure by its unit', '280 eflops', 'fig-compute'],
    ['an item by its title', '智能算力统筹', 'op-3-9'],
    ['an item by a measure', '连成网', 'op-3'],
    ['value and unit of a figure', '280EFLOPS', 'fig-compute'],
    ['pinyin from a later syllable', 'li wang', 'suan-li-wang'],
    ['English with a hyphen', 'computing-network', 'suan-li-wang'],
    ['initials from a later syllable', 'lw', 'suan-li-wang'],
    ['two words that do not stand together', 'network computing', 'suan-li-wang'],
    ['a Chinese abbreviation', '智算筹', 'op-3-9'],
  ])('finds by %s', (_, query, first) => {
    expect(searchKnowledge(knowledge, query)[0]?.id).toBe(first);
  });

  it.each([
    ['', 'an empty query'],
    ['   ', 'spaces'],
    ['量子', 'a word that is nowhere'],
    ['q', 'one letter that no name has'],
    ['omputing', 'the middle of an English word'],
    ['80', 'the end of a number'],
    ['uan', 'letters from the middle of a syllable'],
    ['筹算智', 'the characters of a name in another order'],
  ])('finds nothing for “%s”: %s', (query) => {
    expect(searchKnowledge(knowledge, query)).toEqual([]);
  });

  it('takes any string for a query', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (query) => {
        for (const { rank } of searchKnowledge(knowledge, query)) expect(rank).toBeLessThanOrEqual(4);
      }),
    );
  });

  it('does NOT find a run across two texts of one entry', () => {
    expect(searchKnowledge(knowledge, '能力。how')).toEqual([]);
  });
});

describe('look-ups', () => {
  it('relates terms in both directions', () => {
    expect(ids(relatedOf(knowledge, 'suan-li'))).toEqual(['suan-li-wang']);
    expect(ids(relatedOf(knowledge, 'suan-li-wang'))).toEqual(['suan-li']);
    expect(relatedOf(knowledge, 'nowhere')).toEqual([]);
  });
  it('finds where a term stands, from either side', () => {
    expect(ids(outlineItemsOf(knowledge, knowledge.terms.get('suan-li')!))).toEqual([
      'op-3',
      'op-3-9',
      'art-1',
    ]);
    expect(ids(outlineItemsOf(knowledge, { id: 'x', outline: ['op-3'] }))).toEqual(['op-3']);
  });
  it('finds what an item bears, from either side', () => {
    expect(ids(termsOfItem(knowledge, item('op-3-9')))).toEqual(['suan-li', 'suan-li-wang']);
    expect(ids(figuresOfItem(knowledge, item('op-3-9')))).toEqual(['fig-compute']);
    expect(ids(linksOfItem(knowledge, item('art-1')))).toEqual(['op-3-9']);
  });
  it('walks the tree', () => {
    const outline = outlineOf(knowledge, 'op-3-9')!;
    expect(outline.id).toBe('opinions');
    expect(ids(childrenOf(outline, null))).toEqual(['op-3']);
    expect(ids(childrenOf(outline, 'op-3'))).toEqual(['op-3-9']);
    expect(outlineOf(knowledge, 'nowhere')).toBeUndefined();
  });
});

describe('officialLink', () => {
  const url = 'https://www.gov.cn/a.htm';
  it.each([
    ['a title', sampleItem('a', '加速', { parent: 'p', number: '1' }), '%E5%8A%A0%E9%80%9F'],
    ['a part, with its number', sampleItem('a', '加速'), '%E4%B8%80%E3%80%81%E5%8A%A0%E9%80%9F'],
    ['a dash, which would part the fragment', sampleItem('a', 'a-b,c&d', { parent: 'p' }), 'a%2Db%2Cc%26d'],
  ])('points at %s', (_, it, fragment) => {
    expect(officialLink({ url }, it)).toBe(`${url}#:~:text=${fragment}`);
  });
  it('points at the page where the title is ours, and nowhere without a page', () => {
    expect(officialLink({ url }, sampleItem('a', '导语', { official: false }))).toBe(url);
    expect(officialLink({ url: null }, sampleItem('a', '加速'))).toBeUndefined();
  });
});

describe('outlineCoverage', () => {
  const found = (term: string): Annotation => ({ kind: 'term', start: 0, end: 2, text: '算力', term });

  it('weighs a term by the items of its document that bear it', () => {
    const [opinions, article] = outlineCoverage(knowledge, [found('suan-li-wang')]);
    // op-3-9: 算力 (in 2 items, ½), 算力网 (1), 280EFLOPS (1): 1 of 2.5.
    expect(opinions).toMatchObject({ outline: 'opinions', of: 1, touched: 1 });
    expect(opinions?.items).toEqual([{ item: 'op-3-9', terms: ['suan-li-wang'], figures: [], share: 0.4 }]);
    expect(article).toMatchObject({ outline: 'article', of: 1, touched: 0, items: [] });
  });
  it('counts a term once, however often it occurs', () => {
    const once = outlineCoverage(knowledge, [found('suan-li')]);
    expect(outlineCoverage(knowledge, [found('suan-li'), found('suan-li')])).toEqual(once);
    expect(once[0]?.items.find(({ item }) => item === 'op-3')?.share).toBe(1);
    // Chapter op-3-9, 0.5 of 2.5: a hit, but does NOT count as touched.
    expect(once[0]?.chapters).toMatchObject([{ item: 'op-3-9', share: 0.2, touched: false }]);
    expect(once[0]).toMatchObject({ mentioned: 1, touched: 0 });
  });
  it('counts known figures and nothing else of the figures', () => {
    const figure = {
      kind: 'figure',
      start: 0,
      end: 3,
      text: '280',
      core: [0, 3],
      num: [0, 3],
      type: 'count',
      value: 280,
      unit: null,
    } as const;
    expect(outlineCoverage(knowledge, [figure])[0]?.items).toEqual([]);
    expect(outlineCoverage(knowledge, [{ ...figure, known: 'fig-compute' }])[0]?.items[0]?.figures).toEqual([
      'fig-compute',
    ]);
  });
});

describe('collectPageKnowledge', () => {
  it('holds what the cards lead to, and leaves unknown ids out', () => {
    const page = collectPageKnowledge(knowledge, ['suan-li', 'nowhere'], ['fig-compute', 'nowhere']);
    expect(Object.keys(page.terms)).toEqual(['suan-li', 'suan-li-wang']);
    expect(Object.keys(page.figures)).toEqual(['fig-compute']);
    expect(Object.keys(page.sources)).toEqual(['gov']);
    expect(page.items['op-3-9']).toMatchObject({
      outline: 'opinions',
      number: '（九）',
      documentTitle: text('文件', 'document'),
    });
    expect(structuredClone(page)).toEqual(page);
  });
});
