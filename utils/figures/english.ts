import { CURRENCIES } from './currencies.ts';
import { compare, type Decimal, decimalFrom, decimalValue, shift } from './decimal.ts';
import { isNameBefore } from './english-names.ts';
import { type Found, found } from './found.ts';
import { classAt, DIGIT, LATIN } from './source.ts';
import type { Approx } from './types.ts';

const SIGN = String.raw`(?:US|HK|NT|A|C|S)?\$|¥|€|£`;
const DIGITS = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,15}(?:\.\d+)?`;
const NUMBER = new RegExp(`^(?:(${SIGN}|RMB|USD|CNY|HKD|EUR|GBP|JPY) ?)?(${DIGITS})`, 'u');
const SCALES: Readonly<Record<string, number>> = {
  hundred: 2,
  thousand: 3,
  million: 6,
  billion: 9,
  trillion: 12,
  k: 3,
  m: 6,
  mn: 6,
  bn: 9,
  tn: 12,
};
const SCALE = /^[ -](hundred|thousand|million|billion|trillion)\b/u;
/** Between the two numbers of a range, and the second one. */
const RANGE = new RegExp(`^( to | and |[-—])(${SIGN})?(${DIGITS})(?![\\d,.]*\\d|[-—])`, 'u');
const MINUS = /(?:^|[ (])(-|minus )$/u;
/** Behind a sum with its currency sign only: elsewhere an m is a metre. */
const SHORT_SCALE = /^ ?(k|mn?|bn|tn)\b/u;
const UNITS: Readonly<Record<string, readonly [Found['type'], string]>> = {
  percent: ['percent', '%'],
  'per cent': ['percent', '%'],
  'percentage point': ['pp', 'pp'],
  'percentage points': ['pp', 'pp'],
  'basis points': ['pp', 'bp'],
  yuan: ['money', 'CNY'],
  renminbi: ['money', 'CNY'],
  RMB: ['money', 'CNY'],
  dollars: ['money', 'USD'],
  'Hong Kong dollars': ['money', 'HKD'],
  pounds: ['money', 'GBP'],
  yen: ['money', 'JPY'],
  'US dollars': ['money', 'USD'],
  'U.S. dollars': ['money', 'USD'],
  euros: ['money', 'EUR'],
  zettabytes: ['measure', 'ZB'],
  exabytes: ['measure', 'EB'],
  petabytes: ['measure', 'PB'],
  terabytes: ['measure', 'TB'],
  gigabytes: ['measure', 'GB'],
  megabytes: ['measure', 'MB'],
  bytes: ['measure', 'B'],
  kilometers: ['measure', 'km'],
  kilometres: ['measure', 'km'],
  km: ['measure', 'km'],
  'km/h': ['measure', 'km/h'],
  'kilometers per hour': ['measure', 'km/h'],
  'kilometres per hour': ['measure', 'km/h'],
  meters: ['measure', 'm'],
  metres: ['measure', 'm'],
  'square kilometers': ['measure', 'km²'],
  'square kilometres': ['measure', 'km²'],
  'square meters': ['measure', 'm²'],
  'square metres': ['measure', 'm²'],
  'cubic meters': ['measure', 'm³'],
  'cubic metres': ['measure', 'm³'],
  'degrees Celsius': ['measure', '℃'],
  tonnes: ['measure', 't'],
  tons: ['measure', 't'],
  kilowatts: ['measure', 'kW'],
  megawatts: ['measure', 'MW'],
  gigawatts: ['measure', 'GW'],
  'kilowatt-hours': ['measure', 'kWh'],
  'kilowatt hours': ['measure', 'kWh'],
  hectares: ['measure', 'ha'],
  tokens: ['measure', '词元'],
  years: ['duration', '年'],
  year: ['duration', '年'],
  months: ['duration', '个月'],
  days: ['duration', '天'],
  hours: ['duration', '小时'],
  minutes: ['duration', '分钟'],
  times: ['multiple', 'x'],
  fold: ['multiple', 'x'],
};
const WORDS = Object.keys(UNITS).sort((a, b) => b.length - a.length);
const APPROXIMATORS: readonly (readonly [string, Approx])[] = [
  ['no less than', 'min'],
  ['no fewer than', 'min'],
  ['not less than', 'min'],
  ['no more than', 'max'],
  ['more than', 'over'],
  ['less than', 'under'],
  ['fewer than', 'under'],
  ['at least', 'min'],
  ['at most', 'max'],
  ['up to', 'max'],
  ['as many as', 'reach'],
  ['as much as', 'reach'],
  ['approximately', 'about'],
  ['nearly', 'nearly'],
  ['close to', 'nearly'],
  ['almost', 'nearly'],
  ['exceeding', 'over'],
  ['around', 'about'],
  ['about', 'about'],
  ['roughly', 'about'],
  ['some', 'about'],
  ['over', 'over'],
  ['under', 'under'],
  ['above', 'over'],
];

/** An English figure at `at` (a digit or a currency sign); `undefined` where no English stands around it. */
export function readEnglish(text: string, at: number, from: number): Found | undefined {
  if (!standsInEnglish(text, at)) return undefined;
  const head = text.slice(at, at + 40);
  const match = NUMBER.exec(head);
  if (!match) return undefined;
  const [whole, sign, first = ''] = match;
  const upper = upperOf(text, at, match, from);
  let end = at + whole.length + (upper?.length ?? 0);
  const rest = text.slice(end, end + 48);
  if (
    !/^[ -]?[A-Za-z]/u.test(rest) &&
    !(upper && rest.startsWith('%')) &&
    !(/[A-Za-z] $/u.test(text.slice(Math.max(0, at - 2), at)) && /^(?:[ .,;)%]|$)/u.test(rest))
  )
    return undefined;
  const scale = SCALE.exec(rest) ?? (sign ? SHORT_SCALE.exec(rest) : null);
  const power = SCALES[scale?.[1] ?? ''] ?? 0;
  end += scale?.[0].length ?? 0;
  const numEnd = end;
  const value = shift(numberOf(first), power);
  let type: Found['type'] = scale ? 'count' : 'number';
  let unit: string | null = null;
  if (sign) {
    type = 'money';
    unit = CURRENCIES[sign] ?? 'USD';
  }
  const tail = text.slice(end, end + 24);
  if (tail.startsWith('%')) {
    type = 'percent';
    unit = '%';
    end += 1;
  } else {
    const word = WORDS.find(
      (name) =>
        (tail.startsWith(` ${name}`) || tail.startsWith(`-${name}`)) &&
        !/[a-z]/u.test(tail.charAt(name.length + 1)),
    );
    const known = word ? UNITS[word] : undefined;
    if (word && known) {
      [type, unit] = known;
      end += word.length + 1;
    } else if (!sign && !scale) return readBare(text, at, at + whole.length, first, value, from);
  }
  const values = upper
    ? ([Number(decimalValue(value)), Number(decimalValue(shift(upper.value, power)))] as const)
    : decimalValue(value);
  const figure = found(type, at, end, values, unit, numEnd);
  figure.numStart = at + (sign ? sign.length + (head.charAt(sign.length) === ' ' ? 1 : 0) : 0);
  if (!upper && !sign) negate(text, figure, from);
  if (upper?.isBetween) figure.start -= BETWEEN.length;
  else qualify(text, figure, from);
  return figure;
}

const BETWEEN = 'between ';

function numberOf(written: string): Decimal {
  return decimalFrom(written.replaceAll(',', ''));
}

interface Upper {
  readonly value: Decimal;
  /** From the end of the lower number. */
  readonly length: number;
  /** The word between stands before the lower number. */
  readonly isBetween: boolean;
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
  const before = text.slice(Math.max(from, at - BETWEEN.length - 1), at).toLowerCase();
  if (joint === ' and ' && !before.endsWith(BETWEEN)) return undefined;
  // What rose from 3 to 5 percent was never a range.
  if (before.endsWith('from ')) return undefined;
  if (secondSign !== undefined && secondSign !== sign) return undefined;
  const value = numberOf(second);
  return compare(numberOf(first), value) < 0
    ? { value, length: whole.length, isBetween: before.endsWith(BETWEEN) }
    : undefined;
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
  if (text.charCodeAt(at - 1) === 32 && classAt(text, at - 2) & LATIN) return true;
  let end = first & DIGIT ? at : at + 1;
  if (text.charCodeAt(end) === 32) end++;
  for (const limit = at + LONGEST; end < limit; end++) {
    const code = text.charCodeAt(end);
    if ((classAt(text, end) & DIGIT) === 0 && code !== 44 && code !== 46 && code !== 45 && code !== 0x2014)
      break;
  }
  const gap = text.charCodeAt(end) === 32 || text.charCodeAt(end) === 45 ? 1 : 0;
  return (classAt(text, end + gap) & LATIN) !== 0;
}

/** Digits, commas and point of the longest number that is read. */
const LONGEST = 24;

/** A year after a preposition, a count before a plural noun. */
function readBare(
  text: string,
  at: number,
  end: number,
  written: string,
  value: Decimal,
  from: number,
): Found | undefined {
  const before = text.slice(Math.max(from, at - 12), at);
  if (/^(?:19|20)\d\d$/u.test(written)) {
    return /\b(?:in|by|since|from|of|until|to|after|before|late|early) $/iu.test(before)
      ? found('date', at, end, written)
      : undefined;
  }
  if (isNameBefore(text.slice(Math.max(from, at - 24), at))) return undefined;
  const figure = found('count', at, end, decimalValue(value));
  const noun = /^ (?:[a-z]+ ){0,2}(?:[a-z]+s|people|men|women|children)\b/u.test(text.slice(end, end + 40));
  qualify(text, figure, from);
  return noun || (figure.start < at && /^ [a-z]/u.test(text.slice(end, end + 2))) ? figure : undefined;
}

function qualify(text: string, figure: Found, from: number): void {
  const before = text.slice(Math.max(from, figure.start - 16), figure.start).toLowerCase();
  for (const [word, approx] of APPROXIMATORS) {
    if (!before.endsWith(`${word} `)) continue;
    figure.start -= word.length + 1;
    figure.approx = approx;
    return;
  }
}
