import { describe, expect, it } from 'vitest';
import { CLASSIFIER, DURATION, MEASURE, MONEY } from '../../../utils/figures/unit-data.ts';
import { unitName } from '../../../utils/figures/unit-names.ts';
import { toTraditional } from '../../../utils/knowledge/script.ts';

/** 里 is the length, not the inside; 台 and 周 are written both ways. */
const OTHERWISE: ReadonlySet<string> = new Set(['里', '台', '台套', '台次', 'TWD', '周']);

const norms = new Set([
  ...CLASSIFIER.split(' '),
  ...[MONEY, MEASURE, DURATION].flatMap((table) => table.split('\n').map((line) => line.split(' ')[0] ?? '')),
]);

describe('the name of a unit', () => {
  it('is in traditional characters for readers of Taiwan', () => {
    const simplified = [...norms]
      .filter((norm) => !OTHERWISE.has(norm))
      .map((norm) => [unitName(norm, 'zh-TW'), toTraditional(unitName(norm, 'zh-CN'))])
      .filter(([shown, wanted]) => shown !== wanted);
    expect(simplified).toStrictEqual([]);
  });
});
