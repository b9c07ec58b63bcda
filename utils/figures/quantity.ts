import { isCued } from './approximators.ts';
import { compare, type Decimal, decimalValue, shift } from './decimal.ts';
import { type Found, found } from './found.ts';
import type { Part } from './part.ts';
import { readPart } from './read-part.ts';
import { among, classAt, foldSource, isAt, LATIN } from './source.ts';
import type { Figure } from './types.ts';
import { unitAt } from './units.ts';

/** The quantity at `at` (range included), or where to go on when nothing stands there. */
export function readQuantity(text: string, at: number): Found | number {
  const first = readPart(text, at);
  if (typeof first === 'number') return first;
  const join = joinLength(text, first);
  if (join > 0) {
    const second = readPart(text, first.end + join);
    if (typeof second !== 'number' && joins(first, second)) return finish(text, first, second);
  }
  return finish(text, shareUnit(text, first));
}

/** Length of the dash or word between the two ends of a range, 0 without one: 3—5, 10至15, 10000与20000之间. */
function joinLength(text: string, { end }: Part): number {
  let place = isAt(text, end, ' ') ? end + 1 : end;
  if (among(text, place, '至到')) return place === end ? 1 : 0;
  if (among(text, place, '与和')) {
    const second = place === end ? readPart(text, end + 1) : 0;
    return typeof second !== 'number' && text.startsWith('之间', second.end) ? 1 : 0;
  }
  if (isAt(text, place, '—')) place += isAt(text, place + 1, '—') ? 2 : 1;
  else if (among(text, place, '-~')) place++;
  else return 0;
  return place + (isAt(text, place, ' ') ? 1 : 0) - end;
}

function joins(first: Part, second: Part): boolean {
  if (first.numeral.digits || second.numeral.digits) return false;
  if (first.type === second.type && first.unit === second.unit) return true;
  return first.type === 'number' && first.unit === null && second.high === undefined;
}

/** 8.6和11个百分点, 5亿和7.5亿元: the unit at the end of the list is that of every number in it. */
function shareUnit(text: string, first: Part): Part {
  const pointless = first.type === 'count' && first.unit === '个';
  if ((first.type !== 'number' || (first.numeral.scale < 4 && !first.numeral.arabic)) && !pointless)
    return first;
  if (!among(text, first.end, '和与、及')) return first;
  const last = lastOfList(text, first.end + 1, 0);
  if (!last) return first;
  const shares =
    last.type === 'pp' || (!pointless && first.numeral.scale >= 4 && SHARED_TYPES.has(last.type));
  if (!shares) return first;
  return { ...first, end: pointless ? first.end : first.numEnd, type: last.type, unit: last.unit };
}

const SHARED_TYPES: ReadonlySet<Part['type']> = new Set(['money', 'measure', 'count', 'pp']);
/** Numbers that are looked over to find the unit of a list. */
const LIST = 4;

function lastOfList(text: string, at: number, depth: number): Part | undefined {
  const part = readPart(text, at);
  if (typeof part === 'number') return undefined;
  if (part.unit !== null && !(part.unit === '个' && among(text, part.end, '和与、及'))) return part;
  const more = depth < LIST && among(text, part.end, '和与、及');
  return more ? lastOfList(text, part.end + 1, depth + 1) : undefined;
}

function finish(text: string, first: Part, second?: Part): Found | number {
  const last = second ?? first;
  const high = second ? (second.high ?? second.low) : first.high;
  const low = second && first.type === 'number' ? scaleLow(text, first, second) : first.low;
  if (!second && !stands(text, first)) return Math.max(first.end, first.start + 1);
  const whole = first.start === 0 && last.end === text.length;
  if (second && last.type === 'number' && !whole && !standsAsRange(text, first, second)) return second.end;
  const value: Figure['value'] = high
    ? [Number(decimalValue(low)), Number(decimalValue(high))]
    : last.approx === 'vague'
      ? null
      : decimalValue(low);
  const type = last.type === 'number' && last.numeral.scale >= 4 ? 'count' : last.type;
  const figure = found(type, first.start, last.end, value, last.unit, last.numEnd);
  figure.numStart = first.numStart;
  if (second && type === 'percent') figure.numEnd = last.end;
  if (last.approx) figure.approx = last.approx;
  return figure;
}

/** 9～16亿 is 900 million to 1.6 billion: the first number takes the multiplier of the second where that keeps the order. */
function scaleLow(text: string, first: Part, second: Part): Decimal {
  const { low } = first;
  if (second.type === 'percent') return isAt(text, second.numeral.end, '成') ? shift(low, 1) : low;
  const { scale } = second.numeral;
  if (scale > 0 && first.numeral.scale === 0 && compare(low, shift(second.low, -scale)) < 0)
    return shift(low, scale);
  if (scale >= 4 && first.numeral.scale < 4 && !first.numeral.arabic) return shift(low, scale >= 8 ? 8 : 4);
  return low;
}

/** Words before a decimal without a unit that make it a value: 指数为50.2, 从0.565提高到0.58. */
const MEASURED = '为达至到从由于是升降值数的';
const COUNTED_BARE: ReadonlySet<string> = new Set([
  '名',
  '亩',
  '户',
  '家',
  '人',
  '个',
  '吨',
  '台',
  '级',
  '卡',
  '参数',
]);

/** A bare numeral is a figure only with a unit, a large multiplier or a word such as 超过 before it. */
function stands(text: string, part: Part): boolean {
  const { numeral, start, end } = part;
  if (start === 0 && end === text.length && text.length > 1) return true;
  if (part.type === 'number') return bareStands(text, part);
  if (part.type !== 'count') {
    const lone = numeral.end - numeral.start === 1 && !numeral.arabic;
    if ((numeral.bare && part.type === 'duration') || (part.weak && lone)) return isCued(text, start);
    return true;
  }
  if (numeral.arabic || numeral.high) return true;
  const bounded = isCued(text, start) || isBounded(text, end);
  if (numeral.bare) return bounded || part.approx === 'more' || COUNTED_BARE.has(part.unit ?? '');
  const lone = numeral.end - numeral.start === 1;
  if (lone && (part.weak || isAt(text, start, '一'))) return bounded;
  if (isAt(text, end, '位') && isAt(text, end + 1, '一')) return false;
  return !(numeral.digits && numeral.end - numeral.start < 4);
}

function isBounded(text: string, at: number): boolean {
  return isAt(text, at, '以') && among(text, at + 1, '上下内');
}

function bareStands(text: string, { numeral, start, end }: Part): boolean {
  if (numeral.bare) return false;
  if (numeral.scale >= 4 && !numeral.digits) return true;
  if (isCued(text, start)) {
    if (numeral.arabic) return !among(text, end, '月年/:');
    return numeral.end - numeral.start > 1 && !numeral.digits;
  }
  if (text.startsWith('或以上', end) || text.startsWith('或者以上', end)) return true;
  if (isBounded(text, end) && !isAt(text, end + 1, '内')) return true;
  return (
    numeral.value.exponent < 0 &&
    among(text, start - 1, MEASURED) &&
    !among(text, end, '版节章') &&
    (classAt(text, end) & LATIN) === 0
  );
}

function standsAsRange(text: string, first: Part, second: Part): boolean {
  if (second.numeral.scale >= 3) return true;
  if (isCued(text, first.start) || text.startsWith('之间', second.end)) return true;
  const long = second.numeral.end - second.numeral.start > 1;
  return !first.numeral.arabic && among(text, first.end, '至到') && long;
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
