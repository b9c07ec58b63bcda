import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { explainFigure } from '../../../utils/figures/explain.ts';
import { scanFigures } from '../../../utils/figures/scan.ts';
import { LOCALES, type Locale } from '../../../utils/locale.ts';
import { APPROXIMATORS } from './cases/approximators.ts';
import { CLASSIFIERS } from './cases/classifiers.ts';
import { EXPLANATIONS } from './cases/explanations.ts';
import { NUMERALS } from './cases/numerals.ts';
import { RANGES } from './cases/ranges.ts';
import { RANKS } from './cases/ranks.ts';
import { SHARES } from './cases/shares.ts';
import { TIME } from './cases/time.ts';
import { UNITS } from './cases/units.ts';
import { WRITING } from './cases/writing.ts';
import { readMarks } from './marked.ts';

/** The reading of the last figure of a text: headline with its unit, then the rows as `label: text`. */
function read(text: string, locale: Locale): readonly string[] {
  const figure = scanFigures(text).at(-1);
  if (!figure) throw new Error(`no figure in ${text}`);
  const { headline, unit, rows } = explainFigure(figure, locale);
  return [unit ? `${headline} | ${unit}` : headline, ...rows.map((row) => `${row.label}: ${row.text}`)];
}

describe.each(LOCALES)('the reading in %s', (locale) => {
  it.each(EXPLANATIONS)('of “$text”', (explanation) => {
    expect(read(explanation.text, locale)).toEqual(explanation[locale]);
  });
});

describe('the reading of whatever the grammar finds', () => {
  const tables = [NUMERALS, SHARES, APPROXIMATORS, RANGES, CLASSIFIERS, UNITS, TIME, RANKS, WRITING];
  const texts = tables.flatMap((table) =>
    Object.values(table).flatMap((rows) => rows.map(([marked]) => readMarks(marked).text)),
  );

  it.each(LOCALES)('has a headline, full rows and no open place in %s', (locale) => {
    for (const figure of texts.flatMap(scanFigures)) {
      const { headline, rows } = explainFigure(figure, locale);
      expect(headline, figure.text).not.toBe('');
      for (const { label, text } of rows) {
        expect(label).not.toBe('');
        expect(text, `${figure.text} ${label}`).toMatch(/\S/u);
        expect(text, `${figure.text} ${label}`).not.toMatch(/[{}]|undefined|NaN/u);
      }
    }
  });
});

describe('a place in English', () => {
  it.each([
    ['居第1位', '1st'],
    ['居第2位', '2nd'],
    ['居第3位', '3rd'],
    ['居第4位', '4th'],
    ['居第11位', '11th'],
    ['居第12位', '12th'],
    ['居第13位', '13th'],
    ['居第21位', '21st'],
    ['居第102位', '102nd'],
    ['居第111位', '111th'],
  ])('of %s is the %s', (text, place) => {
    expect(read(text, 'en')[0]).toBe(place);
  });
});

describe('a caution stands', () => {
  it.each([
    ['提高1.2个百分点', 'percentage point'],
    ['增长2倍', 'grew by'],
    ['应用普及率超70%', undefined],
    ['占37%', 'what the whole is'],
    ['0.3元/千瓦时', 'per unit'],
  ])('at %s', (text, part) => {
    const cautions = read(text, 'en').filter((row) => row.startsWith('Caution'));
    if (part === undefined) expect(cautions).toEqual([]);
    else expect(cautions.join()).toContain(part);
  });
});

describe('equivalents', () => {
  it.each([
    [
      'a leap year has 366 days',
      '2024年，全国用电量9.85万亿千瓦时',
      'about 26.9 billion kilowatt-hours a day (366 days in 2024)',
    ],
    [
      'a common year has 365',
      '2023年，全国用电量9.22万亿千瓦时',
      'about 25.3 billion kilowatt-hours a day (365 days in 2023)',
    ],
  ])('%s', (_, text, wanted) => {
    expect(read(text, 'en')).toContain(`To picture it: ${wanted}`);
  });

  it.each([
    ['a world total is not shared out among the Chinese', '全球数据总量达150泽字节', / each/u],
    ['a price is no total', '均价1200元/吨', / each| a day/u],
    ['a level has no daily part', '2024年末，贷款余额250万亿元', / a day/u],
  ])('%s', (_, text, unwanted) => {
    expect(read(text, 'en').filter((row) => unwanted.test(row))).toEqual([]);
  });
});

describe('the wording', () => {
  const files = LOCALES.map(
    (locale): Record<string, string> =>
      JSON.parse(
        readFileSync(new URL(`../../../utils/figures/wording/${locale}.json`, import.meta.url), 'utf8'),
      ),
  );
  const places = (text = '') => [...text.matchAll(/\{\w+\}/gu)].map(([place]) => place).sort();

  it('has the same texts with the same places in every language', () => {
    const [first = {}, ...others] = files;
    for (const other of others) {
      expect(Object.keys(other).sort()).toEqual(Object.keys(first).sort());
      for (const [key, text] of Object.entries(first)) expect(places(other[key]), key).toEqual(places(text));
    }
  });
});
