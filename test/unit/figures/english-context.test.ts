import { describe, expect, it } from 'vitest';
import { scanFigures } from '../../../utils/figures/scan.ts';

/** What the clause says of the last figure of a text. */
function contextOf(text: string): Record<string, unknown> {
  const { direction, relation, role, comparison, base, noun } = scanFigures(text).at(-1) ?? {};
  return Object.fromEntries(
    Object.entries({ direction, relation, role, comparison, base, noun }).filter(([, value]) => value),
  );
}

describe('the clause of an English figure', () => {
  it.each([
    ['grew 12.5 percent year on year', { direction: 'up', relation: 'growth', comparison: 'year on year' }],
    [
      'up 13.9% from a year earlier',
      { direction: 'up', relation: 'growth', comparison: 'from a year earlier' },
    ],
    ['fell sharply by 0.3 percentage points', { direction: 'down' }],
    ['rose to 60 percent', { direction: 'up', role: 'to' }],
    ['rose from 40 to 60 percent', { role: 'to' }],
    ['reached 60 percent', {}],
    ['about 15 percent of the global total', { relation: 'share', base: 'global total' }],
    ['two-thirds of firms in China', { relation: 'share', base: 'firms' }],
    ['515 million users', { noun: 'users' }],
    ['tens of thousands of firms', { noun: 'firms' }],
    ['1,509 large AI models', { noun: 'large AI models' }],
    ['同比增长5%, AI产业', { direction: 'up', relation: 'growth', comparison: '同比' }],
  ])('of “%s”', (text, context) => {
    expect(contextOf(text)).toEqual(context);
  });

  it('tells the first of two values from the second', () => {
    expect(scanFigures('rose from 40 to 60 percent')[0]?.role).toBe('from');
  });
});
