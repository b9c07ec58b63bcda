import { describe, expect, it } from 'vitest';
import { explainFigure } from '../../../utils/figures/explain.ts';
import { scanFigures } from '../../../utils/figures/scan.ts';
import type { LOCALES } from '../../../utils/locale.ts';

/** The reading of the first figure of a text: headline, unit and the rows as `label: text`. */
function read(text: string, locale: (typeof LOCALES)[number]) {
  const figure = scanFigures(text)[0];
  if (!figure) throw new Error(`no figure in ${text}`);
  const { headline, unit, rows } = explainFigure(figure, locale);
  return { head: `${headline}|${unit}`, rows: rows.map((row) => `${row.label}: ${row.text}`) };
}

describe('the reading of a figure', () => {
  it('gives the powers of ten of data units exactly', () => {
    const { head, rows } = read('全国数据生产总量达41.06泽字节（ZB）', 'en');
    expect(head).toBe('41.06|ZB');
    expect(rows).toContain('Equals: 4.106 × 10²² bytes');
    expect(rows).toContain('Equals: 41.06 billion TB');
  });
});
