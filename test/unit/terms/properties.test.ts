import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTermScanner } from '../../../utils/terms/scanner.ts';
import type { TermMatch } from '../../../utils/terms/types.ts';
import { lexiconOf } from '../../support/lexicon.ts';
import { lexicon, scanner } from './marked.ts';
import { referenceScan } from './reference.ts';

const character = fc.constantFrom('甲', '乙', '丙', '丁');
const form = fc.array(character, { minLength: 1, maxLength: 4 }).map((list) => list.join(''));
const forms = fc.uniqueArray(form, { minLength: 1, maxLength: 12 });
const filler = fc.constantFrom('甲', '乙', '丙', '丁', '，', ' ', '\n', '\u200b', 'x');
const text = fc.array(filler, { maxLength: 60 }).map((list) => list.join(''));

const spans = (matches: readonly TermMatch[]) =>
  matches.map(({ start, end, term }) => ({ start, end, term }));

/** Real material for the real lexicon: forms, decoys, words and what stands between them. */
const material = fc.constantFrom(
  ...[
    '人工智能',
    '智能体',
    '体系',
    '系统',
    '大模型',
    '扩大',
    '增加',
    '开源',
    '节流',
    '普惠',
    '赋能',
    'AI',
    ' ',
    '“',
    '”',
    '+',
    '行动',
  ],
  ...[
    '。',
    '，',
    '\n',
    '算力',
    '计算',
    '学',
    '数字人',
    '民币',
    'OpenAI',
    ' agent',
    '《意见》',
    '從',
    '數據',
    '2025',
    '从0到1',
    '0',
    '个',
  ],
);
const realText = fc.array(material, { maxLength: 30 }).map((list) => list.join(''));

describe('the scanner', () => {
  it('equals a slow, obviously right matcher', () => {
    const decoys = fc.uniqueArray(form, { maxLength: 4 });
    fc.assert(
      fc.property(forms, decoys, decoys, text, (terms, hidden, kept, written) => {
        const own = terms.filter((term) => !hidden.includes(term) && !kept.includes(term));
        const built = lexiconOf(own, {
          decoys: hidden.filter((decoy) => !kept.includes(decoy)),
          exceptions: kept,
        });
        expect(spans(withoutLatin(createTermScanner(built).scan(written)))).toEqual(
          referenceScan(built, written),
        );
      }),
      { numRuns: 1_000 },
    );
  });

  it('gives spans that are in order and disjoint, with the text as it is written', () => {
    fc.assert(
      fc.property(realText, (written) => {
        let end = 0;
        for (const match of scanner.scan(written)) {
          expect(match.start).toBeGreaterThanOrEqual(end);
          expect(match.end).toBeGreaterThan(match.start);
          expect(match.text).toBe(written.slice(match.start, match.end));
          end = match.end;
        }
      }),
      { numRuns: 500 },
    );
  });

  it('explains the same as it finds', () => {
    fc.assert(
      fc.property(realText, (written) => {
        const kept = scanner
          .explain(written)
          .flatMap(({ term, verdict }) =>
            'rejected' in verdict ? [] : [{ start: verdict.start, end: verdict.end, term }],
          );
        expect(kept).toEqual(spans(scanner.scan(written)));
      }),
      { numRuns: 500 },
    );
  });

  it('does NOT change by what may be skipped inside of a Chinese term', () => {
    const chinese = lexicon.terms
      .flatMap(({ forms: all }) => all)
      .filter((each) => /^\p{Script=Han}{2,}$/u.test(each));
    const skipped = fc.constantFrom(' ', '\n', '\r\n', '\t', '\u200b', '\u00ad', '\u3000', '\ufeff', '  \n ');
    fc.assert(
      fc.property(fc.constantFrom(...chinese), skipped, fc.nat(), (each, mark, seed) => {
        const at = 1 + (seed % (each.length - 1));
        const before = { before: '人工智能。' };
        const plain = scanner.scan(`人工智能，${each}。`, before);
        const written = scanner.scan(`人工智能，${each.slice(0, at)}${mark}${each.slice(at)}。`, before);
        expect(written.map(({ term }) => term)).toEqual(plain.map(({ term }) => term));
      }),
      { numRuns: 1_000 },
    );
  });

  it('does NOT change by a term that the text does not have', () => {
    const more = createTermScanner({
      ...lexicon,
      terms: [...lexicon.terms, { id: 'own:x', category: 'economy', forms: ['龘靐齉', 'zyzzyva', '人龘'] }],
    });
    fc.assert(
      fc.property(realText, (written) => {
        expect(more.scan(written)).toEqual(scanner.scan(written));
      }),
      { numRuns: 500 },
    );
  });

  it('reads traditional and simplified alike', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('数据要素', '实体经济', '智能体', '产业链'),
        fc.boolean(),
        (each, mixed) => {
          const traditional = [...each].map((one, index) =>
            mixed && index % 2 === 0 ? one : (TRADITIONAL[one] ?? one),
          );
          expect(scanner.scan(traditional.join('')).map(({ term }) => term)).toEqual(
            scanner.scan(each).map(({ term }) => term),
          );
        },
      ),
    );
  });

  it('takes any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (written) => void scanner.scan(written)),
    );
    for (const written of ['', ' ', '人', '\ud83d', '“', '《'.repeat(50)])
      expect(scanner.scan(written)).toEqual([]);
  });
});

const TRADITIONAL: Readonly<Record<string, string>> = {
  ...{ 数: '數', 据: '據', 实: '實', 体: '體', 经: '經', 济: '濟', 产: '產', 业: '業', 链: '鏈' },
};

/** The reference knows no Latin words. */
function withoutLatin(matches: readonly TermMatch[]): readonly TermMatch[] {
  return matches.filter((match) => !/[a-z]/u.test(match.text));
}
