import { add, type Decimal, decimal, shift } from './decimal.ts';
import type { ReadingRow } from './reading.ts';
import type { Texts } from './texts.ts';
import type { Figure } from './types.ts';
import { unitName } from './unit-names.ts';
import { grownBy, roundTo, writePlain } from './write-number.ts';

/** What the figure is measured against: comparison base, change, share, role, area. */
export function relationRows(
  figure: Figure,
  value: Decimal | undefined,
  texts: Texts,
): readonly ReadingRow[] {
  const { row, say } = texts;
  return [
    ...(figure.comparison ? [row('compared', comparisonText(figure.comparison, texts))] : []),
    ...changeRows(figure, value, texts),
    ...shareRows(figure, value, texts),
    ...(figure.role ? [row('role', say(`role.${figure.role}`))] : []),
    ...(figure.scope ? [row('scope', scopeText(figure.scope, texts))] : []),
  ];
}

const COMPARISONS: readonly (readonly [RegExp, string])[] = [
  [/同比|同期|year.(?:on|over).year|the same |year (?:earlier|ago|before)/iu, 'yoy'],
  [/环比|環比|month.on.month/iu, 'mom'],
  [/(?:上|去)年末|去年底|上年底/u, 'lastYearEnd'],
  [/上年|去年/u, 'lastYear'],
  [/上月/u, 'lastMonth'],
  [/上季/u, 'lastQuarter'],
];

/** “同比”: with the same period of the year before. The word of the text stands in front. */
function comparisonText(word: string, { say }: Texts): string {
  const key = COMPARISONS.find(([pattern]) => pattern.test(word))?.[1];
  const year = /(\d{4})年/u.exec(word)?.[1];
  if (!key && !year) return say('compared.other', { words: word });
  const meaning = key ? say(`compared.${key}`) : say('compared.year', { year: year ?? '' });
  return say('quote', { word, meaning });
}

function changeRows(figure: Figure, value: Decimal | undefined, texts: Texts): readonly ReadingRow[] {
  const { row, say } = texts;
  const { type, direction, relation, role, comparison } = figure;
  if (!direction || role || !value) return [];
  const amount = amountOf(figure, value, texts);
  if (direction === 'flat') return [row('change', say('change.flat'))];
  if (type === 'pp') return [row('change', say(`change.points.${direction}`, { amount }))];
  if (type === 'percent') {
    if (relation !== 'growth') return [];
    const rows: ReadingRow[] = [];
    if (direction === 'up')
      rows.push(row('change', say('change.up', { amount, times: writePlain(grownBy(value)) })));
    else
      rows.push(
        row(
          'change',
          say('change.down', { amount, rest: `${writePlain(add(decimal(100), negative(value)))}%` }),
        ),
      );
    const years = yearsToDouble(value);
    if (direction === 'up' && years && comparison && /同比|上年|去年|year/u.test(comparison)) {
      rows.push(row('size', say('change.doubling', { years })));
    }
    return rows;
  }
  if (type === 'multiple' || type === 'fraction' || type === 'rank' || type === 'duration') return [];
  return [row('change', say(direction === 'up' ? 'change.increase' : 'change.decrease'))];
}

function negative(value: Decimal): Decimal {
  return { mantissa: -value.mantissa, exponent: value.exponent };
}

/** Years of doubling at a yearly growth of `percent`, ln 2 / ln(1 + p); nothing for rates that give no picture. */
function yearsToDouble(percent: Decimal): string | undefined {
  const rate = Number(writePlain(shift(percent, -2)).replaceAll(',', ''));
  if (!(rate >= 0.01 && rate < 1)) return undefined;
  const years = Math.LN2 / Math.log1p(rate);
  return years >= 10 ? String(Math.round(years)) : String(Math.round(years * 10) / 10);
}

function shareRows(figure: Figure, value: Decimal | undefined, texts: Texts): readonly ReadingRow[] {
  const { row, say } = texts;
  const { type, relation, base, noun } = figure;
  if (!value || type !== 'percent') return [];
  const amount = amountOf(figure, value, texts);
  if (relation === 'contribution') return [row('share', say('share.contribution', { amount }))];
  if (relation !== 'share') return [];
  const rows: ReadingRow[] = [];
  const whole = base ?? noun;
  if (whole)
    rows.push(row('share', say(/[率重]$/u.test(whole) ? 'share.rate' : 'share.of', { base: whole, amount })));
  const parts = inParts(Number(writePlain(value).replaceAll(',', '')));
  if (parts) rows.push(row('size', say('share.each', parts)));
  return rows;
}

/** 26.67 % is about 27 in 100; a fraction of ten or less where it is within one percent: 70 % is 7 in 10. */
function inParts(percent: number): { part: string; whole: string } | undefined {
  if (percent <= 0 || percent >= 100) return undefined;
  for (const whole of [2, 3, 4, 5, 10]) {
    const part = Math.round((percent * whole) / 100);
    if (part > 0 && part < whole && Math.abs(part / whole - percent / 100) <= percent / 10_000)
      return { part: String(part), whole: String(whole) };
  }
  for (const whole of [100, 1000, 10_000]) {
    const part = Math.round((percent * whole) / 100);
    if (part > 0 && part < whole) return { part: String(part), whole: String(whole) };
  }
  return undefined;
}

function amountOf({ unit }: Figure, value: Decimal, { locale }: Texts): string {
  const number = writePlain(roundTo(value, 12));
  if (unit === null) return number;
  const name = unitName(unit, locale);
  return unit === '%' || unit === '‰' || locale !== 'en' ? `${number}${name}` : `${number} ${name}`;
}

function scopeText(scope: string, { say }: Texts): string {
  if (/全球|世界/u.test(scope)) return say('scope.world');
  if (/全国|全國|我国|我國|中国|中國|国内/u.test(scope)) return say('scope.country');
  return say('scope.other', { words: scope });
}
