import type { Knowledge } from '../../../utils/knowledge/assemble.ts';
import type { KnownFigure } from '../../../utils/knowledge/figure-schema.ts';
import type { Outline, OutlineItem } from '../../../utils/knowledge/outline-schema.ts';
import type { Source, Term } from '../../../utils/knowledge/schema.ts';
import { toTraditional } from '../../../utils/knowledge/script.ts';
import { NO_RULES } from '../../../utils/terms/types.ts';

/** A small, sound knowledge base; a test changes one thing in a copy of it and sees the rule speak. */
export interface Sample {
  readonly terms: Term[];
  readonly figures: KnownFigure[];
  readonly sources: Source[];
  readonly outlines: Outline[];
  readonly decoys: string[];
}

export const text = (hans: string, en: string) => ({ hans, hant: toTraditional(hans), en });

export function sampleTerm(id: string, hans: string, en: string, changes: Partial<Term> = {}): Term {
  return {
    id,
    category: 'technology',
    title: text(hans, en),
    pinyin: 'suàn lì',
    english: { official: false, others: [] },
    definition: text('计算机处理数据的能力。', 'How much computing a machine can do.'),
    importance: text('模型越大，需要的计算越多。', 'The larger the model, the more it computes.'),
    forms: { hans: [hans], hant: [], en: [en] },
    traps: [],
    mustMatch: [],
    related: [],
    outline: [],
    sources: ['gov'],
    ...changes,
  };
}

export function sampleItem(id: string, hans: string, changes: Partial<OutlineItem> = {}): OutlineItem {
  return {
    id,
    parent: null,
    number: '一',
    title: text(hans, 'Title'),
    official: true,
    paraphrase: text('把计算资源连成网。', 'Connect computing into a network.'),
    measures: [text('连成网', 'Connect')],
    terms: ['suan-li'],
    figures: [],
    links: [],
    basis: 'seen',
    sources: ['gov'],
    ...changes,
  };
}

export function sampleFigure(changes: Partial<KnownFigure> = {}): KnownFigure {
  return {
    id: 'fig-compute',
    kind: 'statistic',
    display: text('280EFLOPS', '280 EFLOPS'),
    value: 280,
    unit: 'EFLOPS',
    measures: text('算力总规模', 'total computing power'),
    explanation: text('每秒的运算次数。', 'Operations a second.'),
    year: 2024,
    origin: text('调查报告', 'survey report'),
    derived: [
      { label: text('占比', 'share'), expression: '90 / 280', result: 0.321, decimals: 3, unit: null },
    ],
    caveats: [],
    match: { cues: [{ value: 280, units: ['EFLOPS'], cues: ['算力'] }], exact: [] },
    traps: [],
    verification: 'verified',
    terms: ['suan-li'],
    outline: ['op-3-9'],
    sources: ['gov'],
    ...changes,
  };
}

export function sample(): Sample {
  const outline = (id: string, items: OutlineItem[]): Outline => ({
    id,
    kind: 'policy-document',
    title: text(`《${id === 'opinions' ? '意见' : '文章'}》`, 'Document'),
    shortTitle: text('文件', 'document'),
    publisher: text('国务院', 'State Council'),
    dates: [{ what: text('发布', 'released'), date: '2025-08-26' }],
    url: 'https://www.gov.cn/a.htm',
    copies: [],
    summary: text('讲算力。', 'On computing power.'),
    notes: [],
    sources: ['gov'],
    items,
  });
  return {
    decoys: [],
    terms: [
      sampleTerm('suan-li', '算力', 'computing power', { outline: ['op-3-9'], related: ['suan-li-wang'] }),
      sampleTerm('suan-li-wang', '算力网', 'computing network', { pinyin: 'suànlìwǎng' }),
    ],
    figures: [sampleFigure()],
    sources: [
      {
        key: 'gov',
        title: '意见',
        publisher: '国务院',
        date: '2025-08-26',
        url: 'https://www.gov.cn/a.htm',
        seen: true,
      },
    ],
    outlines: [
      outline('opinions', [
        sampleItem('op-3', '强化基础支撑能力'),
        sampleItem('op-3-9', '强化智能算力统筹', {
          parent: 'op-3',
          number: '（九）',
          terms: ['suan-li', 'suan-li-wang'],
          links: ['art-1'],
        }),
      ]),
      outline('article', [sampleItem('art-1', '为什么', { number: '' })]),
    ],
  };
}

/** The sample as the rules and look-ups see it. */
export function assembled(parts: Sample = sample()): Knowledge {
  const byId = <T extends { id: string }>(list: readonly T[]) =>
    new Map(list.map((entry) => [entry.id, entry]));
  return {
    terms: byId(parts.terms),
    figures: byId(parts.figures),
    items: byId(parts.outlines.flatMap((outline) => outline.items)),
    sources: new Map(parts.sources.map((source) => [source.key, source])),
    outlines: parts.outlines,
    decoys: { ...NO_RULES, decoys: parts.decoys },
  };
}
