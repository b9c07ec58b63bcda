import { describe, expect, it } from 'vitest';
import { scanFigures } from '../../../utils/figures/scan.ts';
import { APPROXIMATORS } from './cases/approximators.ts';
import { CLASSIFIERS } from './cases/classifiers.ts';
import { ENGLISH } from './cases/english.ts';
import { NUMERALS } from './cases/numerals.ts';
import { RANGES } from './cases/ranges.ts';
import { RANKS } from './cases/ranks.ts';
import { SHARES } from './cases/shares.ts';
import { TIME } from './cases/time.ts';
import { UNITS } from './cases/units.ts';
import { WRITING } from './cases/writing.ts';
import { readingOf, readMarks, spansOf } from './marked.ts';

const TABLES = [NUMERALS, SHARES, APPROXIMATORS, RANGES, CLASSIFIERS, UNITS, TIME, RANKS, WRITING, ENGLISH];

for (const table of TABLES) {
  for (const [rule, cases] of Object.entries(table)) {
    describe(rule, () => {
      it.each(cases.map((row) => ({ row, name: row[0] })))('$name', ({ row }) => {
        const [marked, ...readings] = row;
        const { text, spans } = readMarks(marked);
        const figures = scanFigures(text);
        expect(figures.map(readingOf)).toEqual(readings);
        expect(figures.map(spansOf)).toEqual(spans);
      });
    });
  }
}

describe('the tables', () => {
  it('hold more than six hundred cases', () => {
    const count = TABLES.flatMap((table) => Object.values(table)).reduce((sum, rows) => sum + rows.length, 0);
    expect(count).toBeGreaterThan(600);
  });
});
