import { type Decimal, decimal, divide, multiply, shift } from './decimal.ts';
import type { ReadingRow } from './reading.ts';
import type { Texts } from './texts.ts';
import type { Figure } from './types.ts';
import { inKnownUnit, unitName } from './unit-names.ts';
import { reaches, roundTo, writePlain, writeRounded } from './write-number.ts';

/** National Bureau of Statistics, communiqué of 2025-02-28: mainland population at the end of 2024. */
const POPULATION = decimal(1_408_280_000);
/** United Nations, World Population Prospects 2024: the world in the middle of 2024. */
const WORLD = decimal(8_160_000_000);
/** Land area of China in km². */
const LAND = decimal(9_600_000);
/** Equator in km, WGS 84. */
const EQUATOR = decimal(40_075);

/** What may be shared out among people: unit → size from which a share says something (power of ten). */
const SHARED: Readonly<Record<string, number>> = {
  CNY: 9,
  kWh: 8,
  t: 6,
  kg: 9,
  斤: 9,
  tce: 6,
  词元: 9,
  B: 15,
};

/** Smaller units in which a person's share is read: grams of a ton, megabytes of a byte. */
const FINER: Readonly<Record<string, readonly (readonly [unit: string, exponent: number])[]>> = {
  t: [
    ['t', 0],
    ['kg', -3],
    ['g', -6],
  ],
  B: [
    ['TB', 12],
    ['GB', 9],
    ['MB', 6],
    ['KB', 3],
    ['B', 0],
  ],
  perDay: [
    ['ZB', 21],
    ['EB', 18],
    ['PB', 15],
    ['TB', 12],
    ['GB', 9],
  ],
};

/** Equivalents of a human size, computed and sourced: per person, per day, part of the population, of the land. */
export function sizeRows(figure: Figure, value: Decimal, texts: Texts): readonly ReadingRow[] {
  const { unit, type, scope } = figure;
  if (unit === null || value.mantissa <= 0n) return [];
  const world = scope !== undefined && /全球|世界/u.test(scope);
  if (type === 'count') return /^[人名位]$/u.test(unit) ? peopleRows(value, world, texts) : [];
  if (type === 'measure' && /^(?:km²|ha|亩)$/u.test(unit)) return landRows(value, unit, texts);
  if (type === 'measure' && unit === 'km' && reaches(value, 4)) return equatorRows(value, texts);
  if (type !== 'money' && type !== 'measure') return [];
  const bytes = /^[KMGTPEZY]?B$/u.test(unit) ? (inKnownUnit(value, unit)?.value ?? value) : undefined;
  const amount = bytes ?? value;
  const shared = bytes ? 'B' : unit;
  const from = SHARED[shared];
  if (from === undefined || !reaches(amount, from) || figure.role) return [];
  return [
    ...dayRows(figure, amount, shared, texts),
    ...(world ? [] : personRows(figure, amount, shared, texts)),
  ];
}

function personRows(
  figure: Figure,
  amount: Decimal,
  unit: string,
  { row, say, locale }: Texts,
): readonly ReadingRow[] {
  const each = divide(amount, POPULATION, 8);
  const key = figure.per === 'day' ? 'size.personDay' : 'size.person';
  const text = say(key, { amount: inFiner(each, unit, FINER[unit], locale) });
  return [row('size', text + say('source.population'))];
}

/** Per day, where the text says that the figure is of a year. */
function dayRows(
  figure: Figure,
  amount: Decimal,
  unit: string,
  { row, say, locale }: Texts,
): readonly ReadingRow[] {
  if (figure.per !== 'year') return [];
  const { year } = figure;
  const days = year !== undefined && isLeap(year) ? 366 : 365;
  const day = divide(amount, decimal(days), 8);
  const source =
    year === undefined ? say('source.year') : say('source.leap', { year: String(year), days: String(days) });
  const finer = unit === 'B' ? FINER.perDay : undefined;
  return [row('size', say('size.day', { amount: inFiner(day, unit, finer, locale) }) + source)];
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** Written in the first of the units in which it is one or more. */
function inFiner(
  value: Decimal,
  unit: string,
  finer: readonly (readonly [string, number])[] | undefined,
  locale: Texts['locale'],
): string {
  for (const [norm, exponent] of finer ?? []) {
    const scaled = shift(value, -exponent);
    if (reaches(scaled, 0)) return withUnit(scaled, norm, locale);
  }
  return withUnit(value, unit, locale);
}

function withUnit(value: Decimal, norm: string, locale: Texts['locale']): string {
  const name = /B$/u.test(norm) ? norm : unitName(norm, locale);
  return `${writeRounded(value, locale)}${locale === 'en' || /^[A-Z]/u.test(name) ? ' ' : ''}${name}`;
}

function peopleRows(value: Decimal, world: boolean, { row, say, locale }: Texts): readonly ReadingRow[] {
  if (!reaches(value, 6)) return [];
  const whole = world ? WORLD : POPULATION;
  const percent = percentOf(value, whole, locale);
  if (!percent) return [];
  if (world) return [row('size', say('size.world', { percent }) + say('source.world'))];
  const people = writeRounded(divide(POPULATION, value, 6), locale);
  return [row('size', say('size.population', { percent, people }) + say('source.population'))];
}

function landRows(value: Decimal, unit: string, { row, say, locale }: Texts): readonly ReadingRow[] {
  const hectares = unit === '亩' ? divide(value, decimal(15)) : value;
  const area = unit === 'km²' ? value : shift(hectares, -2);
  if (!reaches(area, 3)) return [];
  const percent = percentOf(area, LAND, locale);
  return percent ? [row('size', say('size.land', { percent }) + say('source.land'))] : [];
}

function equatorRows(value: Decimal, { row, say }: Texts): readonly ReadingRow[] {
  const times = roundTo(divide(value, EQUATOR, 6), 2);
  return [row('size', say('size.equator', { times: writePlain(times) }) + say('source.equator'))];
}

/** `undefined` for a part that is larger than the whole. */
function percentOf(part: Decimal, whole: Decimal, locale: Texts['locale']): string | undefined {
  const percent = divide(multiply(part, decimal(100)), whole, 8);
  return reaches(percent, 2) ? undefined : `${writeRounded(percent, locale)}%`;
}
