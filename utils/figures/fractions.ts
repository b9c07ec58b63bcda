import { add, type Decimal, decimal, divide, negate } from './decimal.ts';
import { type Numeral, readNumeral } from './numeral.ts';
import { makePart, type Part } from './part.ts';
import { classAt, isAt, LATIN } from './source.ts';
import { unitAt } from './units.ts';

const HUNDRED = decimal(100);

/** 百分之七十, 千分之五, 三分之二, 3又4分之1, 1/5, 百分百; `undefined` where the numeral is no part of one. */
export function readFraction(
  text: string,
  start: number,
  numeral: Numeral,
  negative: boolean,
): Part | undefined {
  const { end } = numeral;
  if (isAt(text, end, '又')) {
    const below = readNumeral(text, numeral.end + 1);
    if (!below) return undefined;
    if (isAt(text, below.end, '/')) return readSlash(text, start, below, numeral.value, negative);
    return readParts(text, start, below, numeral.value, negative);
  }
  if (isAt(text, end, '/')) return readSlash(text, start, numeral, decimal(0), negative);
  if (!isAt(text, end, '分')) return undefined;
  return readParts(text, start, numeral, decimal(0), negative);
}

/** 1/5; not 2024/25, 12/2/2, 01/02. */
function readSlash(
  text: string,
  start: number,
  over: Numeral,
  whole: Decimal,
  negative: boolean,
): Part | undefined {
  if (!over.arabic || over.scale !== 0 || classAt(text, start - 1) & LATIN) return undefined;
  const under = readNumeral(text, over.end + 1);
  if (!under?.arabic || under.scale > 0 || under.value.mantissa === 0n) return undefined;
  if (isAt(text, under.end, '/') || isAt(text, over.start, '0')) return undefined;
  if (under.value.mantissa > 1000n || over.value.mantissa > 1000n || isNoPart(over, under)) return undefined;
  return makePart(
    start,
    under.end,
    under.end,
    signed(add(whole, divide(over.value, under.value)), negative),
    'fraction',
    null,
    under,
  );
}

/** What stands behind `below`: 分之 and a numeral, or 百分 and a numeral of some length. */
function readParts(
  text: string,
  start: number,
  below: Numeral,
  whole: Decimal,
  negative: boolean,
): Part | undefined {
  const base = text.slice(below.start, below.end);
  if (base === '百' && text.startsWith('分百', below.end))
    return makePart(start, below.end + 2, below.end + 2, HUNDRED, 'percent', '%', below);
  const gap = text.startsWith('分之', below.end) ? 2 : base === '百' && isAt(text, below.end, '分') ? 1 : 0;
  if (gap === 0 || below.value.mantissa === 0n) return undefined;
  const place = below.end + gap;
  const minus = isAt(text, place, '负');
  const over = readNumeral(text, minus ? place + 1 : place);
  if (!over || (gap === 1 && over.end - over.start < 2) || text.startsWith('分之', over.end))
    return undefined;
  // 四分之一决赛 is a round of a contest.
  if (text.startsWith('决赛', over.end)) return undefined;
  const value = signed(over.value, negative || minus);
  if (base === '百' || base === '千') {
    const [type, unit] = base === '百' ? (['percent', '%'] as const) : (['permille', '‰'] as const);
    return { ...makePart(start, over.end, over.end, value, type, unit, over), high: over.high };
  }
  const low = add(whole, divide(value, below.value));
  const unit = unitAt(text, over.end);
  if (unit && unit.kind !== 'count' && !unit.weak)
    return makePart(start, over.end, over.end + unit.word.length, low, unit.kind, unit.norm, over);
  const high = over.high ? divide(over.high, below.value) : undefined;
  return { ...makePart(start, over.end, over.end, low, 'fraction', null, over), high };
}

/** 12/2 is a date or a season rather than six, and 120/80 a blood pressure. */
function isNoPart(over: Numeral, under: Numeral): boolean {
  if (over.value.exponent !== 0 || under.value.exponent !== 0) return false;
  if (under.value.mantissa >= 10n && over.value.mantissa > under.value.mantissa) return true;
  return over.value.mantissa % under.value.mantissa === 0n;
}

function signed(value: Decimal, negative: boolean): Decimal {
  return negative ? negate(value) : value;
}
