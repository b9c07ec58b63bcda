import { describe, expect, it } from 'vitest';
import { coverageOf } from '../../../components/coverage/cells.ts';
import { itemMarks } from '../../../components/coverage/item-marks.ts';
import { loadKnowledge } from '../../../utils/knowledge/load.ts';
import { assembled } from '../knowledge/sample.ts';

const occurrences = (...subjects: (string | null)[]) => subjects.map((subject) => ({ subject }));

describe('coverageOf', () => {
  it('has a cell for each chapter of the Opinions: 总, six actions, eight supports, 组织实施', () => {
    const [opinions] = coverageOf(loadKnowledge(), [], 'zh-CN');
    expect(opinions?.cells.map(({ label }) => label).join(' ')).toBe(
      '总 1 2 3 4 5 6 7 8 9 10 11 12 13 14 组',
    );
    expect(opinions?.cells.filter(({ startsPart }) => startsPart).map(({ label }) => label)).toEqual([
      '1',
      '7',
      '组',
    ]);
    expect(opinions).toMatchObject({ of: 16, touched: 0 });
  });
  it('counts occurrences for the words, and each term once for the fill', () => {
    const once = coverageOf(assembled(), occurrences('suan-li-wang'), 'zh-CN')[0]?.cells[0];
    const often = coverageOf(assembled(), occurrences('suan-li-wang', null, 'suan-li-wang'), 'zh-CN')[0]
      ?.cells[0];
    expect(once).toMatchObject({ hits: 1, share: 0.4, touched: true });
    expect(often).toMatchObject({ hits: 2, share: 0.4, touched: true });
  });
  it('does NOT stumble over terms of an own glossary', () => {
    expect(coverageOf(assembled(), occurrences('own:x'), 'en')[0]).toMatchObject({ touched: 0 });
  });
});

describe('itemMarks', () => {
  it('marks a chapter with what stands below it, and nothing without a hit', () => {
    const marks = itemMarks(loadKnowledge(), occurrences('ke-xue-da-mo-xing', 'ke-xue-da-mo-xing'));
    const inner = marks.get('op-2-1-1');
    expect(inner).toMatchObject({ hits: 2 });
    expect(marks.get('op-2-1')).toMatchObject({ hits: 2 });
    expect(marks.get('op-2-1')?.share).toBeLessThan(inner?.share ?? 0);
    expect(marks.has('op-3-12')).toBe(false);
  });
});
