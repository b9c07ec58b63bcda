import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAnnotator } from '../../../utils/annotate.ts';
import { type OwnAnnotator, prepareOwnAnnotator } from '../../../utils/annotate-own.ts';
import { buildOwnLexicon, patchLexicon } from '../../../utils/glossary/merge.ts';
import type { LexiconPatch } from '../../../utils/glossary/patch.ts';
import type { OwnTerm } from '../../../utils/glossary/schema.ts';
import { buildLexicon } from '../../../utils/knowledge/lexicon.ts';
import { loadKnowledge } from '../../../utils/knowledge/load.ts';
import { allScriptPairs } from '../../../utils/knowledge/script.ts';
import { atOnce } from '../../../utils/terms/steps.ts';
import { type Lexicon, NO_RULES } from '../../../utils/terms/types.ts';
import { mergedLexicon } from '../../support/merged-lexicon.ts';

/** Small, so that compiling it hundreds of times is quick; what it has touches the own terms. */
const lexicon: Lexicon = {
  terms: [
    { id: 'agent', category: 'technology', forms: ['智能体', '大模型', '人工智能'] },
    { id: 'data', category: 'data-compute', forms: ['数据', 'ZB', 'artificial intelligence'] },
  ],
  ...NO_RULES,
  decoys: ['数据线'],
  words: ['体系'],
  signals: ['人工智能'],
  units: ['ZB'],
  scriptPairs: '體体數数據据',
};
const PAIRS = allScriptPairs();
const own = (...forms: string[]): OwnTerm => ({
  id: `own:${forms[0]}`,
  forms,
  category: 'economy',
  definition: 'd',
});
const builtIn = { lexicon, cues: [], annotator: createAnnotator(lexicon) };
const prepare = (patch: LexiconPatch, text: string): OwnAnnotator =>
  atOnce(prepareOwnAnnotator(builtIn, patch, text));
const patchOf = (terms: readonly OwnTerm[]) =>
  patchLexicon(lexicon, buildOwnLexicon(terms, PAIRS), () => true);

const TERMS = [
  own('数据信托', '數據託管'),
  own('链主企业', '链主'),
  own('智能体', 'AI agent'),
  own('data trustee (DTE)', 'policy'),
  own('人工智能安全屋'),
  own('A股'),
  own('6G网'),
  own('open-source model'),
];
const PIECES = [
  ...[
    '数据信托',
    '數 據\n託管',
    '链“主”企业',
    '链主',
    '智能體',
    'AI  agents',
    'ＡＩ agent',
    'Data Trustees',
    'data trustee',
  ],
  ...[
    'policies',
    '人工智能(AI)安全屋',
    '人工智能安全屋',
    'A股',
    'A 股',
    '6G网',
    'open source models',
    '数据',
    '企业',
    '大模型',
  ],
  ...['。', ' ', '\n', 'x', '的', '，41.06泽字节'],
];

describe('prepareOwnAnnotator', () => {
  it('finds the same as an annotator with all own terms compiled, whenever the texts come', () => {
    const patch = patchOf(TERMS);
    const all = createAnnotator(mergedLexicon(lexicon, patch));
    const text = fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, fc.array(text, { maxLength: 4 }), (first, later) => {
        const lazy = prepare(patch, first);
        for (const each of [first, ...later]) {
          expect(lazy.annotateText(each)).toStrictEqual(all.annotateText(each));
          expect(lazy.annotateBlocks(each.split('\n'))).toStrictEqual(all.annotateBlocks(each.split('\n')));
        }
      }),
      { numRuns: 100 },
    );
  });

  it('knows the category of what it has found, and leaves a text without own terms to the built-in annotator', () => {
    const annotator = prepare(patchOf(TERMS), '大模型与公园');
    expect(annotator.hasOwn()).toBe(false);
    annotator.annotateText('链主企业');
    expect(annotator.hasOwn()).toBe(true);
    expect(annotator.categoryOf('own:链主企业')).toBe('economy');
    expect(annotator.categoryOf('agent')).toBeUndefined();
  });

  it('works in small steps, and in a few large ones at the end', () => {
    const many = Array.from({ length: 2_000 }, (_, index) => own(`词${index}条目`));
    const work = prepareOwnAnnotator(builtIn, patchOf(many), '词7条目'.repeat(10_000));
    const steps: string[] = [];
    for (let step = work.next(); !step.done; step = work.next()) steps.push(step.value);
    expect(steps.filter((step) => step === 'small').length).toBeGreaterThan(10);
    expect(steps.slice(-3)).toStrictEqual(['large', 'large', 'large']);
    // The alphabet, the trie, what patterns begin with (twice), and the words over edges.
    expect(steps.filter((step) => step === 'large')).toHaveLength(5);
  });

  it('compiles the shipped lexicon with own terms in steps, none of which is a fourth of the whole', () => {
    const shipped = buildLexicon(loadKnowledge());
    const many = Array.from({ length: 2_000 }, (_, index) => own(`词表${index}条目`));
    const patch = patchLexicon(shipped, buildOwnLexicon(many, PAIRS), () => true);
    const whole = { lexicon: shipped, cues: [], annotator: createAnnotator(shipped) };
    // The least that each step takes in several runs is its own work; whatever else the machine does is not in it.
    const least: number[] = [];
    for (let run = 0; run < 5; run++) {
      const work = prepareOwnAnnotator(whole, patch, '词表7条目'.repeat(1_000));
      for (let index = 0, done: boolean | undefined; !done; index++) {
        const start = performance.now();
        done = work.next().done;
        least[index] = Math.min(least[index] ?? Number.POSITIVE_INFINITY, performance.now() - start);
      }
    }
    const total = least.reduce((sum, time) => sum + time, 0);
    expect(Math.max(...least)).toBeLessThan(total / 4);
  });

  it('finds every own term of the sample in some text, so that the comparison means something', () => {
    const annotator = prepare(patchOf(TERMS), '');
    const found = new Set(
      PIECES.flatMap((piece) =>
        annotator.annotateText(piece).flatMap((each) => (each.kind === 'term' ? [each.term] : [])),
      ),
    );
    expect(TERMS.map(({ id }) => id).filter((id) => !found.has(id))).toStrictEqual([]);
  });
});
