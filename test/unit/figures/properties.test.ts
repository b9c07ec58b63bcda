import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimal, decimalText, decimalValue } from '../../../utils/figures/decimal.ts';
import { parseNumeral } from '../../../utils/figures/quantity.ts';
import { scanFigures } from '../../../utils/figures/scan.ts';
import { spell } from '../../../utils/figures/spell.ts';
import { writePlain } from '../../../utils/figures/write-number.ts';

/** Characters that figures are made of, so that random texts are full of them. */
const FRAGMENTS =
  '一 二 两 三 十 百 千 万 亿 兆 零 〇 几 数 半 第 首 前 上 超 约 近 多 余 以上 左右 至 到 — - ~ ～ 年 月 日 个 家 项 元 美元 % ％ 百分之 百分点 倍 成 翻 番 公里 千瓦时 ZB （ ） 〔 〕 号 ， 。 \n 1 2 0 9 5 . , ， ¥ $ million percent 20 2025 同比 增长 占 的 由 提高 全国 中 人 大 \u3000 \u200b 😀 \ud83d'.split(
    ' ',
  );
const texts = fc.array(fc.oneof(fc.constantFrom(...FRAGMENTS), fc.string({ unit: 'binary', maxLength: 3 })), {
  maxLength: 40,
});
const anyText = texts.map((parts) => parts.join(''));
const whole = fc.bigInt({ min: 1n, max: 999_999_999_999_999n });

describe('whatever the text', () => {
  it('never throws, points into the input and keeps the spans nested', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const { start, end, core, num, text: own } of scanFigures(text)) {
          expect(text.slice(start, end)).toBe(own);
          expect([start, core[0], num[0]]).toEqual([start, core[0], num[0]].sort((a, b) => a - b));
          expect([num[1], core[1], end]).toEqual([num[1], core[1], end].sort((a, b) => a - b));
          expect(num[0]).toBeLessThan(num[1]);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('lets no two figures overlap', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let last = 0;
        for (const { start, end } of scanFigures(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          last = end;
        }
      }),
      { numRuns: 300 },
    );
  });

  it('finds the same again', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(scanFigures(text)).toEqual(scanFigures(text));
      }),
    );
  });

  it('finds in a full-width text what it finds in the plain one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 999_999_999 }), (value) => {
        const wide = String(value).replace(/\d/gu, (digit) =>
          String.fromCharCode(digit.charCodeAt(0) + 0xfee0),
        );
        const [figure] = scanFigures(`投入${wide}元`);
        expect(figure?.value).toBe(value);
      }),
    );
  });
});

describe('no stop word takes a piece of a sum', () => {
  const writings = [
    ['Arabic digits', String],
    ['Chinese numerals', (value: number) => spell(decimal(value), 'zh-CN')],
  ] as const;

  it.each(writings)('in %s, for every number up to ten thousand', (_, write) => {
    const wrong: string[] = [];
    for (const unit of ['元', '亿元', '家']) {
      for (let value = 10; value < 10_000; value++) {
        const figures = scanFigures(`投入${write(value)}${unit}`);
        const wanted = unit === '亿元' ? value * 1e8 : value;
        if (figures.length !== 1 || figures[0]?.value !== wanted) wrong.push(`${write(value)}${unit}`);
      }
    }
    expect(wrong).toStrictEqual([]);
  });
});

describe('a value written in any notation parses to itself', () => {
  it.each([
    ['Chinese words', (value: bigint) => spell(decimal(value), 'zh-CN')],
    ['traditional words', (value: bigint) => spell(decimal(value), 'zh-TW')],
    ['plain digits', (value: bigint) => String(value)],
    ['grouped digits', (value: bigint) => writePlain(decimal(value))],
    ['full-width commas', (value: bigint) => writePlain(decimal(value)).replaceAll(',', '，')],
  ])('%s', (_, write) => {
    fc.assert(
      fc.property(whole, (value) => {
        expect(parseNumeral(write(value))).toBe(decimalValue(decimal(value)));
      }),
      { numRuns: 200 },
    );
  });

  it('decimals with 万 and 亿', () => {
    const scales = fc.constantFrom(['万', 4] as const, ['亿', 8] as const, ['万亿', 12] as const);
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 99_999 }),
        fc.integer({ min: 0, max: 3 }),
        scales,
        (digits, places, [word, power]) => {
          const mantissa = decimalText(decimal(digits, -places));
          expect(parseNumeral(`${mantissa}${word}`)).toBe(decimalValue(decimal(digits, power - places)));
        },
      ),
    );
  });

  it('percentages in digits and in words', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 0, max: 2 }), (digits, places) => {
        const value = decimal(digits, -places);
        const figures = scanFigures(`占${decimalText(value)}%，即百分之${spell(value, 'zh-CN')}。`);
        expect(figures.map((figure) => [figure.type, figure.value])).toEqual([
          ['percent', decimalValue(value)],
          ['percent', decimalValue(value)],
        ]);
      }),
    );
  });

  it('ranges keep both ends', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 501, max: 999 }), (low, high) => {
        for (const dash of ['—', '-', '～', '至', '–']) {
          expect(scanFigures(`新增${low}${dash}${high}家`)[0]?.value).toEqual([low, high]);
        }
      }),
    );
  });
});

describe('exact arithmetic', () => {
  it.each([
    ['1.2万亿元', 1_200_000_000_000],
    ['41.06泽字节', 41.06],
    ['0.1亿元', 10_000_000],
    ['1.005亿元', 100_500_000],
    ['1234567890123456789元', '1234567890123456789'],
    ['9.007199254740993万亿元', '9007199254740.993'],
  ])('%s', (text, value) => {
    const got = scanFigures(text)[0]?.value;
    expect(typeof value === 'string' ? String(got) : got).toBe(value);
  });
});

describe('cost', () => {
  /** Texts that make every reader look again and again. */
  const HOSTILE = [
    '1',
    '一',
    '百分之',
    '5 percent to ',
    '$1 to $2 to ',
    'one ',
    'Aug 1-',
    '—',
    '-',
    '1-',
    '1,',
    '万',
    '第一',
    '5年',
    '5%至',
    ' ',
    '1.',
    '分之一',
    '上百',
    '1a',
    '半',
    '5个、',
  ];

  it.each(HOSTILE)('of %j grows with the length only', (unit) => {
    let small = Number.POSITIVE_INFINITY;
    let large = Number.POSITIVE_INFINITY;
    // Ten times the text; a quadratic reader would need a hundred times the time.
    const isLinear = (): boolean => large < Math.max(small, 0.05) * 40;
    // The least time of some runs, of more where another job has disturbed them.
    for (let run = 0; run < 4 || (run < 24 && !isLinear()); run++) {
      small = Math.min(small, timeOf(unit.repeat(Math.ceil(2000 / unit.length))));
      large = Math.min(large, timeOf(unit.repeat(Math.ceil(20_000 / unit.length))));
    }
    expect(isLinear(), `${large} ms after ${small} ms`).toBe(true);
  });
});

/** In milliseconds. */
function timeOf(text: string): number {
  const from = performance.now();
  scanFigures(text);
  return performance.now() - from;
}
