import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAnnotator } from '../../../utils/annotate.ts';
import type { Annotation } from '../../../utils/annotation.ts';
import { buildFigureCues } from '../../../utils/knowledge/figure-cues.ts';
import { buildLexicon } from '../../../utils/knowledge/lexicon.ts';
import { loadKnowledge } from '../../../utils/knowledge/load.ts';

const knowledge = loadKnowledge();
const annotator = createAnnotator(buildLexicon(knowledge), buildFigureCues(knowledge));

const brief = (annotations: readonly Annotation[]) => annotations.map(({ kind, text }) => `${kind} ${text}`);

describe('terms and figures of one text', () => {
  it.each([
    ['in order', '2027年，人工智能普及率超70%', ['figure 2027年', 'term 人工智能', 'figure 超70%']],
    [
      'terms inside of a figure',
      '达41.06泽字节（ZB）',
      ['figure 41.06泽字节（ZB）', 'term 泽字节', 'term ZB'],
    ],
    ['a term that is a figure', '加速“从0到1”进程', ['term “从0到1”', 'figure 从0到1']],
    ['a document number', '见国发〔2025〕11号', ['term 国发〔2025〕11号', 'figure 国发〔2025〕11号']],
    [
      'a number in a name is a part of it',
      '第六代移动通信与人工智能',
      ['term 第六代移动通信', 'term 人工智能'],
    ],
    ['nothing', '今天天气晴朗。', []],
  ])('%s', (_, text, expected) => expect(brief(annotator.annotateText(text))).toEqual(expected));

  it('names the known figure that a figure is, by its clause', () => {
    const known = annotator
      .annotateText('全国数据生产总量达41.06泽字节（ZB），占全球数据总量的26.67%。')
      .flatMap((each) => (each.kind === 'figure' ? [each.known] : []));
    expect(known).toEqual(['fig-data-volume-2024', 'fig-data-global-share-2024']);
    expect(annotator.annotateText('降雨41.06毫米').map((each) => 'known' in each)).toEqual([false]);
  });
});

describe('paragraphs', () => {
  it('end with a newline', () => {
    expect(brief(annotator.annotateText('发展人工\n智能'))).toEqual([]);
    expect(brief(annotator.annotateText('增加200\n多种'))).not.toContain('figure 200\n多种');
  });
  it('do NOT end with a newline where newlines are soft', () => {
    expect(brief(annotator.annotateText('发展人工\n智能，大模\n\n型', { wrapped: true }))).toEqual([
      'term 人工\n智能',
      'term 大模\n\n型',
    ]);
    expect(brief(annotator.annotateText('我国的主要工业产品有200\n\n多种', { wrapped: true }))).toEqual([
      'figure 200\n\n多种',
    ]);
  });
  it('may break an English word with a hyphen where newlines are soft', () => {
    const text = 'artificial intel-\nligence, large lan-\n  guage models, open-\nsource AI';
    expect(brief(annotator.annotateText(text, { wrapped: true }))).toEqual([
      'term artificial intel-\nligence',
      'term large lan-\n  guage models',
      'term open-\nsource',
      'term AI',
    ]);
    expect(brief(annotator.annotateText('artificial intel-\nligence'))).toEqual([]);
  });
  it('give the sense to their neighbours, empty lines passed over', () => {
    expect(brief(annotator.annotateText('人工智能发展很快。\n\n要普惠大众。'))).toEqual([
      'term 人工智能',
      'term 普惠',
    ]);
    expect(brief(annotator.annotateText('人工智能发展很快。\n天晴。\n要普惠大众。'))).toEqual([
      'term 人工智能',
    ]);
  });
  it('take the sense from the paragraph that follows, NOT from the one after that', () => {
    expect(brief(annotator.annotateText('要普惠大众。\n\n人工智能发展很快。'))).toEqual([
      'term 普惠',
      'term 人工智能',
    ]);
    expect(brief(annotator.annotateText('要普惠大众。\n天晴。\n人工智能发展很快。'))).toEqual([
      'term 人工智能',
    ]);
  });
  it('of the whole text introduce a document', () => {
    const text = '《意见》提出目标。\n天晴。\n国务院印发《关于深入实施“人工智能+”行动的意见》。';
    expect(brief(annotator.annotateText(text))).toEqual([
      'term 《意见》',
      'term 《关于深入实施“人工智能+”行动的意见》',
    ]);
  });
  it('keep the offsets of the text with Windows line ends', () => {
    const text = '天晴。\r\n发展人工智能。\r\n';
    const [found] = annotator.annotateText(text);
    expect(text.slice(found?.start, found?.end)).toBe('人工智能');
  });
});

describe('blocks', () => {
  const blocks = [
    '人工智能发展很快。',
    '',
    '要普惠大众，覆盖50个重点行业领域。',
    '《意见》',
    '国发〔2025〕11号',
  ];
  it('are one text, a block a line', () => {
    const { text, annotations } = annotator.annotateBlocks(blocks);
    expect(text).toBe(blocks.join('\n'));
    expect(annotations).toEqual(annotator.annotateText(text));
    for (const each of annotations) expect(text.slice(each.start, each.end)).toBe(each.text);
  });
  it('one at a time, as a page reads them, give the same', () => {
    const filled = blocks.filter((block) => block !== '');
    const facts = new Set(filled.flatMap(annotator.survey));
    const single = filled.flatMap((block, index) =>
      annotator.annotateBlock(block, {
        before: filled[index - 1] ?? '',
        after: filled[index + 1] ?? '',
        facts,
      }),
    );
    expect(brief(single)).toEqual(brief(annotator.annotateBlocks(blocks).annotations));
  });
});

describe('any text', () => {
  const piece = fc.constantFrom(
    ...[
      '人工智能',
      '“',
      '”',
      '+',
      '行动',
      '从0到1',
      '41.06',
      '泽字节',
      '（ZB）',
      '3',
      '多',
      '种',
      '第六代',
      '移动通信',
      '。',
      '\n',
      '普惠',
      '十五五',
      '%',
    ],
  );
  const texts = fc.array(piece, { maxLength: 25 }).map((list) => list.join(''));
  it('has annotations in order that never cross', () => {
    fc.assert(
      fc.property(texts, fc.boolean(), (text, wrapped) => {
        const open: Annotation[] = [];
        let start = 0;
        for (const each of annotator.annotateText(text, { wrapped })) {
          expect(each.start).toBeGreaterThanOrEqual(start);
          expect(each.text).toBe(text.slice(each.start, each.end));
          start = each.start;
          while (open.length > 0 && open.at(-1)!.end <= each.start) open.pop();
          for (const outer of open) expect(each.end).toBeLessThanOrEqual(outer.end);
          open.push(each);
        }
      }),
      { numRuns: 500 },
    );
  });
  it('is explained as it is annotated', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const terms = annotator
          .annotateText(text)
          .flatMap(({ kind, start, end }) => (kind === 'term' ? [[start, end]] : []));
        const kept = annotator
          .explainText(text)
          .flatMap(({ verdict }) => ('rejected' in verdict ? [] : [[verdict.start, verdict.end]]));
        expect(kept).toEqual(terms);
      }),
    );
  });
});
