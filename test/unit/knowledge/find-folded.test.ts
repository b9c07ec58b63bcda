import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findFolded } from '../../../utils/knowledge/query.ts';

const scripts = new Map([
  ['數', '数'],
  ['據', '据'],
]);
const found = (text: string, query: string) =>
  findFolded(text, query, scripts).map(({ start, end }) => text.slice(start, end));

describe('findFolded', () => {
  it.each([
    ['加强数据供给，数据先行', '数据', ['数据', '数据']],
    ['數據要素', '数据', ['數據']],
    ['数据要素', '數據', ['数据']],
    ['Model as a Service', 'AS A', ['as a']],
    ['“人工智能＋”行动', '人工智能+行动', ['人工智能＋”行动']],
    ['㎢ and km2', 'km2', ['㎢', 'km2']],
    ['数据', '', []],
    ['数据', '“ ”', []],
    ['数据', '算力', []],
  ])('in %s, %s is %j', (text, query, ranges) => {
    expect(found(text, query)).toEqual(ranges);
  });
  it('ranges are in order, not empty and inside of the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (text, query) => {
        let last = 0;
        for (const { start, end } of findFolded(text, query, scripts)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = start === end ? end : Math.max(last, end);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });
});
