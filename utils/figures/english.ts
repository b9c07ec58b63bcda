import { CURRENCIES } from './currencies.ts';
import { compare, type Decimal, decimal, decimalFrom, decimalValue, multiply, shift } from './decimal.ts';
import { qualify } from './english-approximators.ts';
import { readBareCount } from './english-counts.ts';
import { readEnglishDay } from './english-dates.ts';
import { englishUnitAt } from './english-units.ts';
import { SCALES } from './english-words.ts';
import { type Found, found } from './found.ts';
import { classAt, DIGIT, LATIN } from './source.ts';

const SIGN = String.raw`(?:US|HK|NT|A|C|S)?\$|¥|€|£`;
const DIGITS = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,15}(?:\.\d+)?`;
const NUMBER = new RegExp(`^(?:(${SIGN}|RMB|USD|CNY|HKD|EUR|GBP|JPY) ?)?(${DIGITS})`, 'u');
const SCALE = /^[ -](hundred|thousand|million|billion|trillion)\b/u;
/** Between the two numbers of a range, and the second one. */
const RANGE = new RegExp(`^( to | and |[-—])(${SIGN})?(${DIGITS})(?![\\d,.]*\\d|[-—])`, 'u');
const MINUS = /(?:^|[ (])(-|minus )$/u;
/** 1.4bn; k and m only behind a currency sign or before what is counted: elsewhere an m is a metre. */
const SHORT_SCALE = /^ ?([mbt]n)\b/u;
const SHORTEST_SCALE = /^ ?([km])\b/u;
const SHORT: Readonly<Record<string, number>> = { k: 3, m: 6, mn: 6, bn: 9, tn: 12 };
const COUNTED = /^ (?:[a-z]+s|people)\b/u;
/** More than the number that is written: 100+ models, 70-plus countries. */
const PLUS = /^(?:\+|-plus)(?=[ -][A-Za-z]|%)/u;

/** An English figure at `at` (a digit or a currency sign); `undefined` where no English stands around it. */
export function readEnglish(text: string, at: number, from: number): Found | undefined {
  const figure = readSingle(text, at, from);
  return figure && joined(text, figure);
}

/** The same without a second figure that would make a range of it: so that a chain of them is read a link at a time. */
function readSingle(text: string, at: number, from: number): Found | undefined {
  if (!standsInEnglish(text, at)) return undefined;
  const day = readEnglishDay(text, at);
  if (day) return day;
  const head = text.slice(at, at + 40);
  const match = NUMBER.exec(head);
  if (!match) return undefined;
  const [whole, sign, first = ''] = match;
  // The 14th 5-year plan is a name.
  if (first === '5' && /^[ -]year plan/u.test(text.slice(at + 1, at + 11))) return undefined;
  const upper = upperOf(text, at, match, from);
  const end = at + whole.length + (upper && !upper.isFrom ? upper.length : 0);
  const rest = text.slice(end, end + 48);
  if (
    !/^[ -]?[A-Za-z]/u.test(rest) &&
    !PLUS.test(rest) &&
    !(upper && rest.startsWith('%')) &&
    !(/[A-Za-z] $/u.test(text.slice(Math.max(0, at - 2), at)) && /^(?:[ .,;)%]|$)/u.test(rest))
  )
    return undefined;
  // Of “from 3 to 5 million users” the first number has scale and unit of the second.
  const shared = upper?.isFrom ? end + upper.length : end;
  const measure = measureAt(text, shared, sign);
  if (!measure) return readBareCount(text, at, at + whole.length, first, from, upper);
  const value = scaled(numberOf(first), measure);
  const values =
    upper && !upper.isFrom
      ? ([Number(decimalValue(value)), Number(decimalValue(scaled(upper.value, measure)))] as const)
      : decimalValue(value);
  const { type, unit } = measure;
  const figure = upper?.isFrom
    ? found(type, at, end, values, unit)
    : found(type, at, measure.end, values, unit, measure.numEnd);
  figure.approx = measure.approx;
  // The plus of 100+ models is no unit.
  if (unit === null) figure.coreEnd = figure.numEnd;
  figure.numStart = at + (sign ? sign.length + (head.charAt(sign.length) === ' ' ? 1 : 0) : 0);
  if (!upper && !sign) negate(text, figure, from);
  if (upper?.before && !upper.isFrom) figure.start -= upper.before.length;
  else qualify(text, figure, from);
  return figure;
}

/** $80 million to $100 million is a range as 80 to 100 million dollars is, but from 5 percent to 6 percent is none. */
function joined(text: string, figure: Found): Found {
  const joint = /^(?: to |[-—])(?=[\d$])/u.exec(text.slice(figure.end, figure.end + 6))?.[0];
  if (!joint || /\bfrom $/iu.test(text.slice(Math.max(0, figure.start - 6), figure.start))) return figure;
  const start = figure.end + joint.length;
  const upper = readSingle(text, start, start);
  const isRange =
    typeof figure.value === 'number' &&
    upper?.type === figure.type &&
    upper.unit === figure.unit &&
    upper.unit !== null &&
    Number(upper.value) > Number(figure.value);
  if (!isRange) return figure;
  const { end, coreEnd, numEnd } = upper;
  return { ...figure, end, coreEnd, numEnd, value: [Number(figure.value), Number(upper.value)] };
}

interface Measure {
  readonly type: Found['type'];
  readonly unit: string | null;
  /** What a value in the unit's words is multiplied by: power of ten of the scale, years of a decade. */
  readonly power: number;
  readonly factor: number;
  readonly numEnd: number;
  readonly end: number;
  readonly approx: Found['approx'];
}

/** Scale, plus and unit behind a number that ends at `at`; `undefined` where none of them stands there. */
function measureAt(text: string, at: number, sign: string | undefined): Measure | undefined {
  const rest = text.slice(at, at + 24);
  const shortest = SHORTEST_SCALE.exec(rest);
  const scale =
    SCALE.exec(rest) ??
    SHORT_SCALE.exec(rest) ??
    (shortest && (sign || COUNTED.test(rest.slice(shortest[0].length))) ? shortest : null);
  const numEnd = at + (scale?.[0].length ?? 0);
  const plus = PLUS.exec(text.slice(numEnd, numEnd + 8))?.[0].length ?? 0;
  const end = numEnd + plus;
  const power = SCALES[scale?.[1] ?? ''] ?? SHORT[scale?.[1] ?? ''] ?? 0;
  const base = { power, factor: 1, numEnd, approx: plus > 0 ? ('over' as const) : undefined };
  if (text.startsWith('%', end)) return { ...base, type: 'percent', unit: '%', end: end + 1 };
  if (!sign && /^x(?![\w-])/u.test(text.slice(end, end + 2)))
    return { ...base, type: 'multiple', unit: 'x', end: end + 1 };
  const unit = englishUnitAt(text, end);
  if (unit && !sign) return { ...base, ...unit };
  if (sign)
    return {
      ...base,
      type: 'money',
      unit: CURRENCIES[sign] ?? 'USD',
      end: unit?.type === 'money' ? unit.end : end,
    };
  if (!scale && plus === 0) return undefined;
  return { ...base, type: 'count', unit: null, end };
}

function scaled(value: Decimal, { power, factor }: Measure): Decimal {
  return shift(factor === 1 ? value : multiply(value, decimal(factor)), power);
}

function numberOf(written: string): Decimal {
  return decimalFrom(written.replaceAll(',', ''));
}

interface Upper {
  readonly value: Decimal;
  /** From the end of the lower number. */
  readonly length: number;
  /** The word of the range that stands before the lower number. */
  readonly before: string;
  /** What rose from 3 to 5 percent was never a range: two figures, the first without a unit of its own. */
  readonly isFrom: boolean;
}

/** The second number of a range whose unit stands behind both: 20 to 25 percent, $5-10 billion, between 3 and 5 years. */
function upperOf(
  text: string,
  at: number,
  [lower, sign, first = '']: readonly (string | undefined)[],
  from: number,
): Upper | undefined {
  const end = at + (lower ?? '').length;
  const behind = RANGE.exec(text.slice(end, end + 40));
  if (!behind) return undefined;
  const [whole, joint = '', secondSign, second = ''] = behind;
  const before = /(?:^|[^a-z])(?:(between )|(rang[a-z]+ )?(from ))$/iu.exec(
    text.slice(Math.max(from, at - 16), at),
  );
  if (joint === ' and ' && !before?.[1]) return undefined;
  if (secondSign !== undefined && secondSign !== sign) return undefined;
  const value = numberOf(second);
  const isFrom = before?.[3] !== undefined && !before[2];
  if (!isFrom && compare(numberOf(first), value) >= 0) return undefined;
  return { value, length: whole.length, before: before?.[1] ?? before?.[3] ?? '', isFrom };
}

/** -5 percent, minus 5 percent; not the second half of 10-5. */
function negate(text: string, figure: Found, from: number): void {
  const before = MINUS.exec(text.slice(Math.max(from, figure.start - 7), figure.start))?.[1];
  if (before === undefined || typeof figure.value !== 'number' || figure.type === 'count') return;
  figure.value = -figure.value;
  figure.start -= before.length;
  figure.coreStart = figure.start;
  figure.numStart = figure.start;
}

/** Whether a Latin word stands before or behind the number at `at`: one look for the many Chinese figures. */
function standsInEnglish(text: string, at: number): boolean {
  const first = classAt(text, at);
  if (first & LATIN) return true;
  const before = text.charCodeAt(at - 1);
  const gapBefore = before === 40 && text.charCodeAt(at - 2) === 32 ? 2 : before === 32 ? 1 : 0;
  if (gapBefore > 0 && classAt(text, at - gapBefore - 1) & LATIN) return true;
  let end = first & DIGIT ? at : at + 1;
  if (text.charCodeAt(end) === 32) end++;
  for (const limit = at + LONGEST; end < limit; end++) {
    const code = text.charCodeAt(end);
    if ((classAt(text, end) & DIGIT) === 0 && code !== 44 && code !== 46 && code !== 45 && code !== 0x2014)
      break;
  }
  const code = text.charCodeAt(end);
  // 100+ models has the sign and the blank between.
  const gap = code === 43 ? 2 : code === 32 || code === 45 ? 1 : 0;
  return (classAt(text, end + gap) & LATIN) !== 0;
}

/** Digits, commas and point of the longest number that is read. */
const LONGEST = 24;
