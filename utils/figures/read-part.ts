import { readUnit } from './attach-unit.ts';
import { CURRENCIES } from './currencies.ts';
import { decimal, negate } from './decimal.ts';
import { readFraction } from './fractions.ts';
import { type Numeral, readNumeral } from './numeral.ts';
import { makePart, type Part } from './part.ts';
import { among, classAt, DIGIT, isAt, LATIN } from './source.ts';
import { unitAt } from './units.ts';

const CURRENCY = /^(?:¥|(?:US|HK|NT|A|C|S)?\$|€|£)/u;
const DEGREES = /^(摄氏|华氏)(温度|零下)?/u;
const HALF = decimal(5, -1);
const HALF_UNITS =
  /^(?:年|个月|个小时|小时|天|公升|升|吨|公斤|斤|个世纪|个多世纪|个多月|个多小时|个百分点)(?![级轻])/u;

/** The quantity at `at` without a range, or where to go on when nothing stands there. */
export function readPart(text: string, at: number): Part | number {
  const sign = signAt(text, at);
  const place = at + sign;
  if (isAt(text, place, '半')) return readHalf(text, place);
  if (among(text, place, '摄华')) return readDegrees(text, at, place);
  if (among(text, place, '¥$€£UHNACS')) {
    const currency = CURRENCY.exec(text.slice(place, place + 3))?.[0];
    return currency ? readPrice(text, at, place + currency.length, currency) : Math.max(place, at + 1);
  }
  const numeral = readNumeral(text, place);
  if (!numeral) return Math.max(place, at + 1);
  const dash = sign === 1 && isAt(text, at, '-');
  const joined = dash && at > 0 && (classAt(text, at - 1) & (DIGIT | LATIN) || isAt(text, at - 1, '%'));
  const start = joined ? place : at;
  const fraction = readFraction(text, start, numeral, sign > 0);
  if (fraction) return fraction;
  const value = sign > 0 ? negate(numeral.value) : numeral.value;
  const high = numeral.high && sign > 0 ? negate(numeral.high) : numeral.high;
  return readUnit(text, start, numeral, value, high);
}

/** Length of 负, 零下 or the minus at `at`. */
function signAt(text: string, at: number): number {
  if (among(text, at, '负-')) return 1;
  return isAt(text, at, '零') && isAt(text, at + 1, '下') ? 2 : 0;
}

function readPrice(text: string, start: number, at: number, currency: string): Part | number {
  const numeral = readNumeral(text, at);
  if (!numeral) return Math.max(at, start + 1);
  const word = unitAt(text, numeral.end);
  const end = word?.kind === 'money' ? numeral.end + word.word.length : numeral.end;
  const price = makePart(
    start,
    numeral.end,
    end,
    numeral.value,
    'money',
    CURRENCIES[currency] ?? 'USD',
    numeral,
  );
  price.numStart = at;
  return price;
}

/** 摄氏37度, 华氏温度100度. */
function readDegrees(text: string, start: number, at: number): Part | number {
  const prefix = DEGREES.exec(text.slice(at, at + 4));
  const numeral = prefix ? readNumeral(text, at + prefix[0].length) : undefined;
  if (!prefix || !numeral) return at + 1;
  if (!isAt(text, numeral.end, '度')) return numeral.end;
  const value = prefix[2] === '零下' ? negate(numeral.value) : numeral.value;
  const unit = prefix[1] === '华氏' ? '℉' : '℃';
  const degrees = makePart(start, numeral.end, numeral.end + 1, value, 'measure', unit, numeral);
  if (prefix[2] !== '零下') degrees.numStart = numeral.start;
  return degrees;
}

/** 半年, 半公升; 半导体 is not half of anything. */
function readHalf(text: string, at: number): Part | number {
  const word = HALF_UNITS.exec(text.slice(at + 1, at + 5))?.[0];
  const unit = word ? unitAt(text, at + 1) : undefined;
  if (!unit || among(text, at - 1, '上下大过多前后一')) return at + 1;
  const numeral: Numeral = {
    start: at,
    end: at + 1,
    value: HALF,
    high: undefined,
    approx: undefined,
    arabic: false,
    bare: false,
    digits: false,
    scale: 0,
  };
  return makePart(at, at + 1, at + 1 + unit.word.length, HALF, unit.kind, unit.norm, numeral);
}
