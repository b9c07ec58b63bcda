import type { Locale } from '../locale.ts';
import { describeFigure } from './context.ts';
import { add, type Decimal, decimal, multiply, shift } from './decimal.ts';
import { meaningRows } from './explain-meaning.ts';
import { relationRows } from './explain-relation.ts';
import { sizeRows } from './explain-size.ts';
import { timeReading } from './explain-time.ts';
import { parseNumeral } from './quantity.ts';
import type { FigureReading, ReadingRow } from './reading.ts';
import { spell } from './spell.ts';
import { type Texts, textsOf } from './texts.ts';
import type { Approx, Figure } from './types.ts';
import { inKnownUnit, inTraditional, unitName } from './unit-names.ts';
import {
  decimalOf,
  isWhole,
  magnitude,
  reaches,
  roundTo,
  writePlain,
  writePower,
  writeScaled,
} from './write-number.ts';

/** Signs for what the qualifier says of the number; 达 and 数百 say nothing that a sign could. */
const SIGNS: Readonly<Partial<Record<Approx, string>>> = {
  over: '> ',
  more: '> ',
  min: '≥ ',
  max: '≤ ',
  under: '< ',
  about: '≈ ',
  nearly: '≲ ',
};

/**
 * What a figure of a text means, in one language: generated from the parsed figure and the unit data, exact where
 * the figure is exact. `headline` and `unit` are never both empty; the rows are ordered from the number itself to
 * what it relates to and what to beware of.
 */
export function explainFigure(given: Figure, locale: Locale): FigureReading {
  const figure = describeFigure(given);
  const texts = textsOf(locale);
  const time = timeReading(figure, texts);
  if (time) return time;
  const value = exactValue(figure);
  return {
    headline: headlineOf(figure, value, texts),
    unit: headUnit(figure, texts),
    rows: [
      ...numberRows(figure, value, texts),
      ...unitRows(figure, texts),
      ...meaningRows(figure, numeralText(figure), texts),
      ...qualifierRows(figure, texts),
      ...relationRows(figure, value, texts),
      ...countedRows(figure, texts),
      ...(value ? sizeRows(figure, value, texts) : []),
      ...noteRows(figure, texts),
    ],
  };
}

/** The single value of a quantity; `undefined` for ranges, 数百, names and idioms. */
function exactValue(figure: Figure): Decimal | undefined {
  const { type, value } = figure;
  if (type === 'document' || type === 'step') return undefined;
  return typeof value === 'number' || typeof value === 'string' ? decimalOf(value) : undefined;
}

function numeralText(figure: Figure): string {
  return figure.text.slice(figure.num[0] - figure.start, figure.num[1] - figure.start);
}

function coreText(figure: Figure): string {
  return figure.text.slice(figure.core[0] - figure.start, figure.core[1] - figure.start);
}

function headlineOf(figure: Figure, value: Decimal | undefined, { locale, say }: Texts): string {
  const sign = (figure.approx && SIGNS[figure.approx]) ?? '';
  const written = coreText(figure);
  const { type } = figure;
  if (type === 'document' || type === 'step') return written;
  if (type === 'rank' || type === 'ordinal') {
    if (locale !== 'en') return written;
    const place = typeof figure.value === 'object' ? figure.value?.[1] : figure.value;
    if (typeof figure.value === 'object') return say('head.top', { place: String(place) });
    return /^首[^位]/u.test(written) ? say('head.first') : ordinalOf(String(place));
  }
  if (type === 'fraction' && !Array.isArray(figure.value)) {
    const numeral = numeralText(figure);
    return sign + (locale === 'en' || /[a-z]/iu.test(numeral) ? ratioOf(Number(figure.value)) : numeral);
  }
  if (value) return sign + growthSign(figure) + writeScaled(value, locale);
  if (typeof figure.value === 'object' && figure.value !== null) {
    const [low, high] = figure.value;
    if (low === null) return `≤ ${writeValue(high, locale)}`;
    if (high === null) return `≥ ${writeValue(low, locale)}`;
    return `${sign}${writeValue(low, locale)}–${writeValue(high, locale)}`;
  }
  return locale === 'zh-TW' ? inTraditional(numeralText(figure)) : numeralText(figure);
}

function writeValue(value: number | null, locale: Locale): string {
  return value === null ? '' : writeScaled(decimalOf(value), locale);
}

/** +3.2 for 增长3.2%, −3.2 for 下降3.2%. */
function growthSign({ type, direction, relation, role }: Figure): string {
  if (role || !(type === 'pp' || (type === 'percent' && relation === 'growth'))) return '';
  return direction === 'up' ? '+' : direction === 'down' ? '−' : '';
}

function headUnit({ type, unit }: Figure, { locale }: Texts): string {
  if (unit === null || type === 'rank' || type === 'ordinal' || type === 'document') return '';
  // The symbols of data and computing are what the text and the reader's devices show.
  return /^(?:[KMGTPEZY]?B|[TPE]?FLOPS|[KMGT]bps)$/u.test(unit) ? unit : unitName(unit, locale);
}

/** The number in full digits, in words, and in a unit that readers know. */
function numberRows(figure: Figure, value: Decimal | undefined, texts: Texts): readonly ReadingRow[] {
  const { locale, row, say } = texts;
  const { type, unit } = figure;
  if (figure.value === null) return vagueRows(figure, texts);
  if (!value) {
    if (type === 'rank' || !Array.isArray(figure.value) || type === 'step') return [];
    const [low, high] = figure.value;
    if (low === null || high === null) return [];
    const text = (end: number) => join(writeValue(end, locale), shownUnit(unit, texts), locale);
    return [row('range', say('range.between', { low: text(low), high: text(high) }))];
  }
  if (type === 'rank' || type === 'ordinal' || type === 'fraction') return [];
  const rows: ReadingRow[] = [];
  const name = shownUnit(unit, texts);
  const size = magnitude(value);
  const plain = writePlain(value);
  const known = unit === null ? undefined : inKnownUnit(value, unit);
  if (size >= 16) rows.push(row('value', join(writePower(value), name, locale)));
  else if (plain !== writeScaled(value, locale)) rows.push(row('value', join(plain, name, locale)));
  if (type !== 'multiple' && (reaches(value, 4) || !isWhole(value))) {
    const words = spell(value, locale);
    if (words) rows.push(row('words', wordsWithUnit(words, figure, texts)));
  }
  if (known) {
    const shown =
      magnitude(known.value) >= 12 ? writePower(known.value) : writeScaled(roundTo(known.value, 6), locale);
    const text = join(shown, unitName(known.norm, locale), locale);
    // Readers know terabytes from their own disks; bytes of this size they do not picture.
    const terabytes =
      unit !== null && /^[EZY]B$/u.test(unit) ? ` = ${writeScaled(shift(known.value, -12), locale)} TB` : '';
    rows.push(row('equals', text + terabytes));
  }
  return rows;
}

/** 百分之七十, 七十 per cent, 四十一点零六泽字节. */
function wordsWithUnit(words: string, figure: Figure, { locale }: Texts): string {
  const { type, unit } = figure;
  if (locale === 'en')
    return join(
      words,
      type === 'percent' ? 'per cent' : type === 'permille' ? 'per mille' : nameOf(unit, locale),
      locale,
    );
  if (type === 'percent') return `百分之${words}`;
  if (type === 'permille') return `千分之${words}`;
  return `${words}${nameOf(unit, locale)}`;
}

function nameOf(unit: string | null, locale: Locale): string {
  return unit === null ? '' : unitName(unit, locale);
}

/** 数百万户: several millions; 十几 is 11 to 19. */
function vagueRows(figure: Figure, texts: Texts): readonly ReadingRow[] {
  const { locale, row, say } = texts;
  const numeral = numeralText(figure);
  const power = parseNumeral(numeral);
  if (power === undefined) return [];
  const base = decimalOf(power);
  const name = shownUnit(figure.unit, texts);
  const end = (value: Decimal) => join(writeScaled(value, locale), name, locale);
  const [low, high] = /几$/u.test(numeral)
    ? [add(base, decimal(1)), add(base, decimal(9))]
    : [multiply(base, decimal(2)), multiply(base, decimal(9))];
  return [row('range', say('range.vague', { low: writeScaled(low, locale), high: end(high) }))];
}

function unitRows({ unit, type }: Figure, { has, say, row, locale }: Texts): readonly ReadingRow[] {
  if (unit === null || type === 'rank') return [];
  if (has(`unit.${unit}`)) return [row('unit', say(`unit.${unit}`))];
  const one = inKnownUnit(decimalOf(1), unit);
  if (!one?.factor) return [];
  const size = magnitude(one.value) >= 6 ? writePower(one.value) : writePlain(one.value);
  const whole = size.replace(/^1 × /u, '');
  return [
    row(
      'unit',
      say('unit.is', { unit: oneOf(unit, locale), size: join(whole, unitName(one.norm, locale), locale) }),
    ),
  ];
}

function oneOf(unit: string, locale: Locale): string {
  const name = unitName(unit, locale);
  return locale === 'en' ? name.replace(/s$/u, '') : name;
}

/** What is counted, as the text names it. */
function countedRows({ type, noun }: Figure, { row, say }: Texts): readonly ReadingRow[] {
  return type === 'count' && noun && noun.length > 1 ? [row('counted', say('counted', { noun }))] : [];
}

function qualifierRows({ approx, start, core, text }: Figure, { say, row }: Texts): readonly ReadingRow[] {
  if (!approx || approx === 'vague') return [];
  const before = text.slice(0, core[0] - start).trim();
  const after = text.slice(core[1] - start).trim();
  const word = before || after || (/[多余餘]/u.exec(text)?.[0] ?? '');
  const meaning = say(`approx.${approx}`);
  return [row('approx', word === '' ? meaning : say('quote', { word, meaning }))];
}

function noteRows(figure: Figure, { say, row }: Texts): readonly ReadingRow[] {
  const { type, unit, relation, base, noun } = figure;
  if (type === 'pp') return [row('note', say('note.points'))];
  if (
    unit?.includes('/') &&
    (type === 'money' || type === 'measure') &&
    !/^(?:km\/h|m\/s|r\/min|[mμ]g\/m³)$/u.test(unit)
  )
    return [row('note', say('note.rate'))];
  if (type === 'percent' && relation === 'share' && !base && !noun) return [row('note', say('note.share'))];
  return [];
}

function shownUnit(unit: string | null, { locale }: Texts): string {
  return unit === null ? '' : unitName(unit, locale);
}

/** A unit stands apart in English, where it begins with a Latin letter, and behind a power. */
function join(number: string, unit: string, locale: Locale): string {
  if (unit === '') return number;
  const apart = locale === 'en' || /^[A-Z]/u.test(unit) || /[⁰¹²³⁴-⁹]$/u.test(number);
  return apart && unit !== '%' && unit !== '‰' ? `${number} ${unit}` : number + unit;
}

function ordinalOf(place: string): string {
  const teen = /1[123]$/u.test(place);
  const last = place.charAt(place.length - 1);
  return place + (teen ? 'th' : last === '1' ? 'st' : last === '2' ? 'nd' : last === '3' ? 'rd' : 'th');
}

/** 0.6667 is 2/3: the first fraction that gives the value. */
function ratioOf(value: number): string {
  for (let under = 1; under <= 10_000; under++) {
    const over = Math.round(value * under);
    if (over > 0 && Math.abs(over / under - value) < 1e-9 * value)
      return under === 1 ? String(over) : `${over}/${under}`;
  }
  return String(value);
}
