import { CURRENCIES } from './currencies.ts';
import { type Decimal, decimalFrom, decimalValue, shift } from './decimal.ts';
import { type Found, found } from './found.ts';
import { classAt, DIGIT, LATIN } from './source.ts';
import type { Approx } from './types.ts';

const NUMBER =
  /^(?:((?:US|HK|NT|A|C|S)?\$|RMB|¥|€|£|USD|CNY|HKD) ?)?(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,15}(?:\.\d+)?)/u;
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
/** Behind a sum with its currency sign only: elsewhere an m is a metre. */
const SHORT_SCALE = /^ ?(k|mn?|bn|tn)\b/u;
const UNITS: Readonly<Record<string, readonly [Found['type'], string]>> = {
  percent: ['percent', '%'],
  'per cent': ['percent', '%'],
  'percentage point': ['pp', 'pp'],
  'percentage points': ['pp', 'pp'],
  'basis points': ['pp', 'bp'],
  yuan: ['money', 'CNY'],
  dollars: ['money', 'USD'],
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
  meters: ['measure', 'm'],
  metres: ['measure', 'm'],
  tonnes: ['measure', 't'],
  tons: ['measure', 't'],
  kilowatts: ['measure', 'kW'],
  megawatts: ['measure', 'MW'],
  gigawatts: ['measure', 'GW'],
  'kilowatt-hours': ['measure', 'kWh'],
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
  let end = at + match[0].length;
  const rest = text.slice(end, end + 48);
  if (
    !/^[ -]?[A-Za-z]/u.test(rest) &&
    !(/[A-Za-z] $/u.test(text.slice(Math.max(0, at - 2), at)) && /^(?:[ .,;)%]|$)/u.test(rest))
  )
    return undefined;
  let value: Decimal = decimalFrom((match[2] ?? '0').replaceAll(',', ''));
  let numEnd = end;
  const sign = match[1];
  const scale = SCALE.exec(rest) ?? (sign ? SHORT_SCALE.exec(rest) : null);
  if (scale) {
    value = shift(value, SCALES[scale[1] ?? ''] ?? 0);
    end += scale[0].length;
    numEnd = end;
  }
  let type: Found['type'] = scale ? 'count' : 'number';
  let unit: string | null = null;
  const start = at;
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
    } else if (!sign && !scale) return readBare(text, at, end, match[2] ?? '', value, from);
  }
  const figure = found(type, start, end, decimalValue(value), unit, numEnd);
  figure.numStart = at + (sign ? sign.length + (head.charAt(sign.length) === ' ' ? 1 : 0) : 0);
  qualify(text, figure, from);
  return figure;
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
    if ((classAt(text, end) & DIGIT) === 0 && code !== 44 && code !== 46) break;
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
  const figure = found('count', at, end, decimalValue(value));
  const noun = /^ (?:[a-z]+ ){0,2}[a-z]+s\b/u.test(text.slice(end, end + 40));
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
