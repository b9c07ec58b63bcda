import { isCued } from './approximators.ts';
import {
  add,
  compare,
  type Decimal,
  decimal,
  decimalValue,
  divide,
  multiply,
  negate,
  shift,
} from './decimal.ts';
import { type Found, found } from './found.ts';
import { type Numeral, readNumeral } from './numeral.ts';
import { CLASS, classAt, DIGIT, foldSource, LATIN } from './source.ts';
import type { Figure } from './types.ts';
import { rateAt, type Unit, unitAt } from './units.ts';

/** A numeral with what makes it a quantity: sign, fraction, percentage, unit, half. */
interface Part {
  readonly start: number;
  readonly numEnd: number;
  readonly end: number;
  readonly low: Decimal;
  readonly high: Decimal | undefined;
  readonly type: Found['type'];
  readonly unit: string | null;
  readonly numeral: Numeral;
  readonly weak: boolean;
  readonly approx: Found['approx'];
}

const RANGE = /^(?: ?(?:—{1,2}|[-~―]) ?|至|到)/u;
const HALF = decimal(5, -1);
const TEN = decimal(10);
const HUNDRED = decimal(100);

/** The quantity at `at` (range included), or where to go on when nothing stands there. */
export function readQuantity(text: string, at: number): Found | number {
  const first = readPart(text, at);
  if (typeof first === 'number') return first;
  const join = RANGE.exec(text.slice(first.end, first.end + 4))?.[0] ?? pairWord(text, first);
  if (join) {
    const second = readPart(text, first.end + join.length);
    if (typeof second !== 'number' && joins(first, second)) return finish(text, first, second);
  }
  return finish(text, first);
}

/** 10000与20000之间, 两美元又三美分 are one figure. */
function pairWord(text: string, first: Part): string | undefined {
  const word = text.charAt(first.end);
  if (word !== '与' && word !== '和') return undefined;
  const second = readPart(text, first.end + 1);
  return typeof second !== 'number' && text.startsWith('之间', second.end) ? word : undefined;
}

function joins(first: Part, second: Part): boolean {
  if (first.numeral.digits || second.numeral.digits) return false;
  if (first.type === second.type && first.unit === second.unit) return true;
  return first.type === 'number' && first.unit === null && second.high === undefined;
}

function finish(text: string, first: Part, second?: Part): Found | number {
  const last = second ?? first;
  let low = first.low;
  const high = second ? (second.high ?? second.low) : first.high;
  if (second && first.type === 'number') {
    if (second.type === 'percent') low = scalePercent(first, second);
    else if (
      second.numeral.scale > 0 &&
      first.numeral.scale === 0 &&
      compare(low, shift(second.low, -second.numeral.scale)) < 0
    ) {
      low = shift(low, second.numeral.scale);
    } else if (second.numeral.scale >= 4 && first.numeral.scale < 4 && !first.numeral.arabic)
      low = shift(low, second.numeral.scale >= 8 ? 8 : 4);
  }
  if (!second && !stands(text, first)) return Math.max(first.end, first.start + 1);
  const whole = first.start === 0 && last.end === text.length;
  if (second && last.type === 'number' && !whole && !standsAsRange(text, first, second)) return second.end;
  const value: Figure['value'] = high
    ? pairOf(low, high)
    : last.approx === 'vague'
      ? null
      : decimalValue(low);
  const type = last.type === 'number' && last.numeral.scale >= 4 ? 'count' : last.type;
  const figure = found(type, first.start, last.end, value, last.unit, last.numEnd);
  if (second && type === 'percent') figure.numEnd = last.end;
  if (last.approx) figure.approx = last.approx;
  return figure;
}

function scalePercent(first: Part, second: Part): Decimal {
  return second.numeral.start > second.numEnd ? first.low : first.low;
}

function pairOf(low: Decimal, high: Decimal): readonly [number, number] {
  return [Number(decimalValue(low)), Number(decimalValue(high))];
}

/** A bare numeral is a figure only with a unit, a large multiplier or a word such as 超过 before it. */
function stands(text: string, part: Part): boolean {
  const { numeral } = part;
  const whole = part.start === 0 && part.end === text.length;
  if (whole && text.length > 1) return true;
  if (part.type === 'number') {
    if (numeral.bare) return false;
    if (numeral.scale >= 4 && !numeral.digits) return true;
    if (!isCued(text, part.start))
      return /^(?:或者?以上|以上|以下)/u.test(text.slice(part.end, part.end + 4)) && !numeral.bare;
    if (numeral.arabic) return !/^(?:月|年|\/|:)/u.test(text.slice(part.end, part.end + 1));
    return numeral.end - numeral.start > 1 && !numeral.digits;
  }
  if (part.type !== 'count') return !(numeral.bare && part.type === 'duration') || isCued(text, part.start);
  if (numeral.arabic || numeral.high) return true;
  const next = text.charAt(part.end);
  const lone = numeral.end - numeral.start === 1;
  const bounded = isCued(text, part.start) || /^以[上下内]/u.test(text.slice(part.end, part.end + 2));
  if (numeral.bare)
    return bounded || 'more'.includes(part.approx ?? '-') || '名亩户家人个吨台级'.includes(part.unit ?? '-');
  if (lone && text.charAt(part.start) === '一') return bounded;
  if (lone && part.weak) return bounded;
  return !(numeral.digits && numeral.end - numeral.start < 3) && next !== '位一';
}

function standsAsRange(text: string, first: Part, second: Part): boolean {
  if (second.numeral.scale >= 3) return true;
  if (isCued(text, first.start) || text.startsWith('之间', second.end)) return true;
  return (
    !first.numeral.arabic &&
    /^[至到]/u.test(text.slice(first.end, first.end + 1)) &&
    second.numeral.end - second.numeral.start > 1
  );
}

const SIGN = /^(?:负|零下|-)/u;

function readPart(text: string, at: number): Part | number {
  let start = at;
  let place = at;
  let negative = false;
  const sign = SIGN.exec(text.slice(at, at + 2))?.[0];
  if (sign) {
    place += sign.length;
    negative = true;
  }
  const prefix = /^(?:¥|(?:US|HK|NT|A)?\$|€|£)|^(?:摄氏|华氏)(?:温度|零下)?/u.exec(
    text.slice(place, place + 4),
  )?.[0];
  if (prefix) place += prefix.length;
  if (text.startsWith('半', place)) return readHalf(text, place);
  const numeral = readNumeral(text, place);
  if (!numeral) return Math.max(place, at + 1);
  if (prefix?.startsWith('华') || prefix?.startsWith('摄')) {
    if (text.charAt(numeral.end) !== '度') return numeral.end;
    const value = prefix.endsWith('零下') ? negate(numeral.value) : numeral.value;
    return part(
      start,
      numeral.end,
      numeral.end + 1,
      value,
      'measure',
      prefix.startsWith('华') ? '℉' : '℃',
      numeral,
    );
  }
  if (prefix) {
    const unit =
      { '¥': 'CNY', $: 'USD', US$: 'USD', HK$: 'HKD', NT$: 'TWD', A$: 'AUD', '€': 'EUR', '£': 'GBP' }[
        prefix
      ] ?? 'USD';
    const word = unitAt(text, numeral.end);
    const end = word?.kind === 'money' ? numeral.end + word.word.length : numeral.end;
    return part(start, numeral.end, end, numeral.value, 'money', unit, numeral);
  }
  if (start > 0 && sign === '-' && (classAt(text, at - 1) & (DIGIT | LATIN) || text.charAt(at - 1) === '%'))
    start = place;
  const fraction = readFraction(text, start, numeral, negative);
  if (fraction) return fraction;
  const value = negative ? negate(numeral.value) : numeral.value;
  const high = numeral.high && negative ? negate(numeral.high) : numeral.high;
  return readUnit(text, start, numeral, value, high);
}

function part(
  start: number,
  numEnd: number,
  end: number,
  low: Decimal,
  type: Found['type'],
  unit: string | null,
  numeral: Numeral,
): Part {
  return {
    start,
    numEnd,
    end,
    low,
    high: undefined,
    type,
    unit,
    numeral,
    weak: false,
    approx: approxOf(numeral),
  };
}

function approxOf(numeral: Numeral): Found['approx'] {
  return numeral.approx;
}

/** 百分之七十, 千分之五, 三分之二, 3又4分之1, 1/5, 百分百. */
function readFraction(text: string, start: number, numeral: Numeral, negative: boolean): Part | undefined {
  let whole = decimal(0);
  let below = numeral;
  if (text.charAt(numeral.end) === '又') {
    const next = readNumeral(text, numeral.end + 1);
    if (!next) return undefined;
    whole = numeral.value;
    below = next;
  }
  if (
    text.charAt(below.end) === '/' &&
    below.arabic &&
    below.scale === 0 &&
    !(classAt(text, start - 1) & LATIN)
  ) {
    const under = readNumeral(text, below.end + 1);
    if (!under?.arabic || under.scale > 0 || under.value.mantissa === 0n || text.charAt(under.end) === '/')
      return undefined;
    if (
      /^0/u.test(text.slice(below.start, below.start + 1)) ||
      under.value.mantissa > 1000n ||
      below.value.mantissa > 1000n
    )
      return undefined;
    const quotient = add(whole, divide(below.value, under.value));
    return part(start, under.end, under.end, negative ? negate(quotient) : quotient, 'fraction', null, under);
  }
  const hundred = text.startsWith('百分百', below.start);
  if (hundred) return part(start, below.start + 3, below.start + 3, HUNDRED, 'percent', '%', below);
  const gap = text.startsWith('分之', below.end)
    ? 2
    : text.startsWith('百分', below.start) && below.end === below.start + 1
      ? 1
      : 0;
  if (gap === 0 || below.value.mantissa === 0n) return undefined;
  let place = below.end + gap;
  if (text.charAt(place) === '负') {
    place++;
    negative = true;
  }
  const over = readNumeral(text, place);
  if (!over || (gap === 1 && over.end - over.start < 2)) return undefined;
  const value = negative ? negate(over.value) : over.value;
  const ten = text.slice(below.start, below.end);
  const kind = ten === '百' ? 'percent' : ten === '千' ? 'permille' : undefined;
  const type = kind ?? 'fraction';
  const low = kind ? value : add(whole, divide(value, below.value));
  const made = part(start, over.end, over.end, low, type, kind === 'percent' ? '%' : kind ? '‰' : null, over);
  const high = over.high ? (kind ? over.high : divide(over.high, below.value)) : undefined;
  const rest = kind === undefined ? unitAt(text, over.end) : undefined;
  const unit = rest && rest.kind !== 'count' ? rest : undefined;
  if (unit)
    return {
      ...made,
      end: over.end + unit.word.length,
      type: unit.kind === 'count' ? 'count' : unit.kind,
      unit: unit.norm,
    };
  return { ...made, high };
}

const HALF_UNITS = /^(?:年|个月|个小时|小时|天|公升|升|吨|公斤|斤|个世纪|个百分点)(?![级轻])/u;

/** 半年, 半公升; 半导体 is not half of anything. */
function readHalf(text: string, at: number): Part | number {
  const word = HALF_UNITS.exec(text.slice(at + 1, at + 5))?.[0];
  const unit = word ? unitAt(text, at + 1) : undefined;
  if (!unit || /[上下大过多前后一]/u.test(text.charAt(at - 1))) return at + 1;
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
  return part(at, at + 1, at + 1 + unit.word.length, HALF, unit.kind, unit.norm, numeral);
}

function readUnit(
  text: string,
  start: number,
  numeral: Numeral,
  value: Decimal,
  high: Decimal | undefined,
): Part | number {
  const base = { ...part(start, numeral.end, numeral.end, value, 'number', null, numeral), high };
  let place = numeral.end;
  if (text.charAt(place) === ' ' && (CLASS[text.charCodeAt(place + 1)] ?? 0) & LATIN) place++;
  const sign = text.charAt(place);
  if (sign === '%') return { ...base, end: place + 1, type: 'percent', unit: '%' };
  if (sign === '‰') return { ...base, end: place + 1, type: 'permille', unit: '‰' };
  const points = /^个?百分点/u.exec(text.slice(place, place + 4))?.[0];
  if (points) return { ...base, end: place + points.length, type: 'pp', unit: 'pp' };
  const basis = /^个?基点/u.exec(text.slice(place, place + 3))?.[0];
  if (basis) return { ...base, end: place + basis.length, type: 'pp', unit: 'bp' };
  if (sign === '成') return readTenths(text, place, base);
  if (sign === '倍' && !text.startsWith('倍速', place)) {
    if (/[增率数]/u.test(text.charAt(place + 1)) && text.charAt(place + 1) !== '增') return base.end;
    const grown = /(?:增长|增加|提高|提升|扩大|上升|上涨|增)了?(?:超过|约|近|超|逾)?$/u.test(
      text.slice(Math.max(0, start - 8), start),
    );
    return {
      ...base,
      end: place + 1,
      type: 'multiple',
      unit: 'x',
      low: grown ? add(value, decimal(1)) : value,
      high: high && grown ? add(high, decimal(1)) : high,
    };
  }
  const unit = unitAt(text, place);
  if (!unit) return base;
  return attachUnit(text, place, unit, base);
}

const TENTH_NOT = /^[立果为本就员品功长熟分效型败绩都语交千]/u;

/** 三成, 九成五, 三成半. */
function readTenths(text: string, at: number, base: Part): Part | number {
  if (TENTH_NOT.test(text.slice(at + 1, at + 2)) || compare(base.low, TEN) > 0) return base;
  let low = shift(base.low, 1);
  let end = at + 1;
  const more = readNumeral(text, end);
  if (text.charAt(end) === '半') {
    low = add(low, decimal(5));
    end++;
  } else if (more && more.end === end + 1 && compare(more.value, TEN) < 0 && !unitAt(text, more.end)) {
    low = add(low, more.value);
    end = more.end;
  }
  return {
    ...base,
    numEnd: end > at + 1 ? end : base.numEnd,
    end,
    type: 'percent',
    unit: '%',
    low,
    high: base.high ? shift(base.high, 1) : undefined,
  };
}

function attachUnit(text: string, at: number, unit: Unit, base: Part): Part {
  let end = at + unit.word.length;
  let norm = unit.norm;
  let low = base.low;
  let approx = base.approx;
  if (unit.word.includes('多') && unit.kind === 'duration') approx = 'more';
  const rate = unit.kind === 'money' || unit.kind === 'measure' ? rateAt(text, end) : undefined;
  if (rate) {
    norm = `${norm}/${rate.norm}`;
    end = rate.end;
  } else if (
    text.charAt(end) === '半' &&
    unit.kind !== 'count' &&
    !/^半[导岛径年数球山]/u.test(text.slice(end, end + 2))
  ) {
    low = add(low, shift(HALF, base.numeral.scale));
    end++;
  } else {
    const rest = readSubunit(text, end, norm, unit, base);
    if (rest) {
      end = rest.end;
      low = add(low, rest.value);
    }
  }
  if (unit.kind === 'measure') {
    const gloss = /^\([A-Za-z]{1,8}\)/u.exec(text.slice(end, end + 10))?.[0];
    if (gloss) end += gloss.length;
  }
  const enumeration = unit.word === '大' && /^[:：]/u.test(text.slice(end + 2, end + 3));
  const type = enumeration ? 'enumeration' : unit.kind;
  return { ...base, end, type, unit: norm, low, weak: unit.weak, approx };
}

const SUBUNITS: Readonly<Record<string, readonly [RegExp, number]>> = {
  CNY: [/^(?:角|毛)/u, 10],
  USD: [/^美分/u, 100],
  斤: [/^两/u, 10],
  m: [/^/u, 10],
};

/** 二十五元三毛, 两美元又三美分, 3斤5两, 三米九. */
function readSubunit(
  text: string,
  at: number,
  norm: string,
  unit: Unit,
  base: Part,
): { end: number; value: Decimal } | undefined {
  const rule = SUBUNITS[norm];
  if (!rule || base.numeral.scale >= 4) return undefined;
  const from = text.charAt(at) === '又' ? at + 1 : at;
  if (classAt(text, from) === 0) return undefined;
  const numeral = readNumeral(text, from);
  if (!numeral || numeral.end - from > 2 || numeral.bare) return undefined;
  if (
    norm === 'm' &&
    (unit.word !== '米' ||
      base.numeral.arabic ||
      numeral.arabic ||
      numeral.end - from !== 1 ||
      unitAt(text, numeral.end))
  )
    return undefined;
  const word = rule[0].exec(text.slice(numeral.end, numeral.end + 2))?.[0];
  if (word === undefined) return undefined;
  return {
    end: numeral.end + word.length,
    value: multiply(numeral.value, divide(decimal(1), decimal(rule[1]))),
  };
}

/**
 * The value of a text that is one numeral, in any notation (一万二千, ３／５, 1.2万亿, 百分之七十 as 70), exact as in
 * {@link Figure}; `undefined` where the text is anything else.
 */
export function parseNumeral(text: string): number | string | undefined {
  const folded = foldSource(text).text;
  const read = readPart(folded, 0);
  if (typeof read === 'number') return undefined;
  const classifier = unitAt(folded, read.numEnd);
  if (read.numEnd !== folded.length && read.numEnd + (classifier?.word.length ?? 0) !== folded.length)
    return undefined;
  return decimalValue(read.low);
}
