import { add, type Decimal, decimal, decimalFrom, ONE, shift } from './decimal.ts';
import { evaluate, type Token } from './numeral-value.ts';
import { among, BIG_UNIT, CLASS, DIGIT, HAN_DIGIT, hanDigit, isAt, runEnd, SMALL_UNIT } from './source.ts';

/** What has been read of a numeral so far; the readers below each take one more part of it. */
export interface Reading {
  readonly text: string;
  readonly tokens: Token[];
  last: Token | undefined;
  end: number;
  approx: 'more' | 'vague' | 'min' | undefined;
  arabic: boolean;
  bare: boolean;
  /** Neighbouring digits make it a range: 七八十. */
  ranged: boolean;
  /** Exponent of the last 十百千 since the last 万亿: the next must be smaller. */
  smallest: number;
}

const EXPONENTS: Readonly<Record<string, number>> = { 十: 1, 百: 2, 千: 3, 万: 4, 亿: 8, 兆: 12 };

/** Longer numerals stand in no news; the bound keeps hostile input linear. */
export const MAX_LENGTH = 48;

/** 多样, 多边, 余额, 余热, 余下 are words of their own. */
const NOT_MORE = '样边哈于额热下极维';

/** Takes the next part of the numeral; false where it ends, `undefined` where it is none after all. */
export function readToken(reading: Reading): boolean | undefined {
  const { text, end } = reading;
  const bits = CLASS[text.charCodeAt(end)] ?? 0;
  if (bits & DIGIT) return readArabic(reading);
  if (bits & HAN_DIGIT) return readHanDigit(reading);
  if (bits & SMALL_UNIT) return readSmall(reading);
  if (bits & BIG_UNIT) return readBig(reading);
  if (among(text, end, '多余')) return readMore(reading);
  if (isAt(text, end, '几')) return readSome(reading);
  return isAt(text, end, '点') && readPoint(reading);
}

function take(reading: Reading, token: Token, end: number): true {
  reading.tokens.push(token);
  reading.last = token;
  reading.end = end;
  return true;
}

function readArabic(reading: Reading): boolean | undefined {
  const { text, end, last, arabic } = reading;
  if (last && last.kind !== 'small' && last.kind !== 'big' && last.kind !== 'zero') return false;
  const stop = arabicEnd(text, end);
  if (stop - end > MAX_LENGTH) return undefined;
  const written = text.slice(end, stop);
  if (last && (written.includes('.') || written.length > 4 || !arabic)) return false;
  reading.arabic = true;
  take(reading, { kind: 'digit', value: arabicValue(written), han: false }, stop);
  // 30w人: the w of the internet for 万.
  if (text.charCodeAt(stop) === 119 && text.charCodeAt(stop + 1) >= 0x4e00)
    take(reading, { kind: 'big', exponent: 4 }, stop + 1);
  return true;
}

/** End of digits with group separators (a comma or a thin space before three digits) and one point. */
function arabicEnd(text: string, at: number): number {
  let end = runEnd(text, at, DIGIT);
  if (end - at <= 3) {
    let group = end;
    for (;;) {
      const separator = text.charCodeAt(group);
      if (separator !== 44 && separator !== 0x2009 && separator !== 0x202f) break;
      if (group - at > MAX_LENGTH || runEnd(text, group + 1, DIGIT) !== group + 4) break;
      group += 4;
    }
    end = group;
  }
  if (text.charCodeAt(end) === 46) {
    const decimals = runEnd(text, end + 1, DIGIT);
    if (decimals > end + 1) end = decimals;
  }
  return end;
}

function arabicValue(written: string): Decimal {
  if (written.length <= 3) return decimalFrom(written);
  return decimalFrom(/[,\u2009\u202f]/u.test(written) ? written.replace(/[,\u2009\u202f]/gu, '') : written);
}

function readHanDigit(reading: Reading): boolean {
  const { text, end, last } = reading;
  if (last && (last.kind === 'digit' || last.kind === 'more')) return false;
  const character = text.charAt(end);
  if (character === '两' && last && !among(text, end + 1, '百千万亿')) return false;
  const first = hanDigit(text.charCodeAt(end));
  const next = hanDigit(text.charCodeAt(end + 1));
  if (next >= 0 && isPair(first, next) && last?.kind !== 'zero' && hanRunEnd(text, end) === end + 2) {
    reading.ranged = true;
    return take(reading, { kind: 'digit', value: decimal(first), high: decimal(next), han: true }, end + 2);
  }
  if (first !== 0) return take(reading, { kind: 'digit', value: decimal(first), han: true }, end + 1);
  if (last && last.kind !== 'small' && last.kind !== 'big') return false;
  const lone = !last && next < 0;
  return take(reading, lone ? { kind: 'digit', value: decimal(0), han: true } : { kind: 'zero' }, end + 1);
}

/** 七八, 三五, 一三: neighbouring digits are two ends of a range. */
export function isPair(first: number, second: number): boolean {
  return (
    first > 0 && (second === first + 1 || (first === 3 && second === 5) || (first === 1 && second === 3))
  );
}

/** 两 is a digit only in front: 二两 weighs two 两; 一两个 is one or two. */
export function hanRunEnd(text: string, at: number): number {
  const end = Math.min(runEnd(text, at, HAN_DIGIT), at + MAX_LENGTH + 1);
  for (let two = at + 1; two < end; two++) {
    if (!isAt(text, two, '两')) continue;
    const pair = two === at + 1 && isAt(text, at, '一') && among(text, at + 2, '个年天百千万亿家项次名位');
    return pair ? at + 2 : two;
  }
  return end;
}

function readSmall(reading: Reading): boolean {
  const { text, end, last, approx } = reading;
  const character = text.charAt(end);
  const exponent = EXPONENTS[character] ?? 1;
  if (last?.kind === 'more' || last?.kind === 'small' || last?.kind === 'big') return false;
  if (last && exponent >= reading.smallest) return false;
  if (last?.kind === 'digit') {
    if (exponent === 1 && !last.han) return false;
    if (approx !== 'vague' && unitFollows(text, end)) return false;
  }
  if (!last && isLoneUnit(text, end)) return false;
  // 三百分点 would be points of a hundred; 二百分之一 is a fraction, 5千分之 is not.
  if (last && isAt(text, end + 1, '分')) {
    if (last.kind === 'digit' && last.han ? text.startsWith('百分点', end) : among(text, end + 2, '之点'))
      return false;
  }
  if (!last && approx !== 'min' && character !== '十') reading.bare = true;
  reading.smallest = exponent;
  return take(reading, { kind: 'small', exponent }, end + 1);
}

function readBig(reading: Reading): boolean {
  const { text, end, last, approx } = reading;
  const character = text.charAt(end);
  if (last?.kind === 'zero') return false;
  // 百亿亿次: a hundred times 10¹⁶ operations, as computing power is counted.
  if (last?.kind === 'big' && last.exponent === 8 && text.startsWith('亿次', end)) {
    reading.tokens.pop();
    return take(reading, { kind: 'big', exponent: 16 }, end + 1);
  }
  if (last?.kind === 'big' && !(last.exponent === 4 && character === '亿')) return false;
  if (character === '兆' && !isTrillion(text, end)) return false;
  if (!last && approx !== 'min') reading.bare = true;
  reading.smallest = 4;
  return take(reading, { kind: 'big', exponent: EXPONENTS[character] ?? 4 }, end + 1);
}

function readMore(reading: Reading): boolean {
  const { text, end, last, approx } = reading;
  if (!last || approx === 'vague') return false;
  const round = last.kind === 'small' || last.kind === 'big' || (last.kind === 'digit' && !last.han);
  if (!round || among(text, end + 1, NOT_MORE) || text.startsWith('元化', end + 1)) return false;
  reading.approx = 'more';
  return take(reading, { kind: 'more' }, end + 1);
}

/** 十几, 二十几, 30几. */
function readSome(reading: Reading): boolean {
  const { text, end, last } = reading;
  if (
    last?.kind !== 'small' &&
    last?.kind !== 'zero' &&
    !(last?.kind === 'digit' && isAt(text, end - 1, '0'))
  )
    return false;
  reading.approx = 'vague';
  return take(reading, { kind: 'more' }, end + 1);
}

/** 八点五: a point between Chinese digits. */
function readPoint(reading: Reading): boolean {
  const { text, end, last, tokens } = reading;
  if (!last || last.kind === 'more' || (last.kind === 'digit' && !last.han)) return false;
  const stop = runEnd(text, end + 1, HAN_DIGIT);
  if (stop === end + 1 || stop - end > MAX_LENGTH || (CLASS[text.charCodeAt(stop)] ?? 0) & SMALL_UNIT)
    return false;
  const whole = evaluate(tokens, false);
  const value = add(whole, fractionOf(text, end + 1, stop));
  tokens.length = 0;
  reading.smallest = 0;
  return take(reading, { kind: 'digit', value, han: false }, stop);
}

/** 二〇二五 as 2025. */
export function digitString(text: string, start: number, end: number): bigint {
  let digits = '';
  for (let at = start; at < end; at++) digits += String(hanDigit(text.charCodeAt(at)));
  return BigInt(digits);
}

/** The digits behind 点 as a fraction. */
export function fractionOf(text: string, start: number, end: number): Decimal {
  return shift(decimal(digitString(text, start, end)), start - end);
}

/** The 1 of a bare 几 or 数: their value is unknown, their power is not. */
export function unknownDigit(): Token {
  return { kind: 'digit', value: ONE, han: true };
}

/** 千 of 千瓦, 千克 belongs to the unit, not to the numeral. */
function unitFollows(text: string, at: number): boolean {
  if (!isAt(text, at, '千')) return false;
  return among(text, at + 1, '瓦克米伏卡赫焦帕') || text.startsWith('字节', at + 1);
}

/** 每千瓦时, 千克: a kilo-unit of its own; 近千米 is a thousand metres. */
function isLoneUnit(text: string, at: number): boolean {
  if (!unitFollows(text, at)) return false;
  return !among(text, at + 1, '米伏') || among(text, at - 1, '每方');
}

/** 兆 is 10¹² only where people or money follow or digits go on; 兆瓦, 兆字节, 100兆宽带 are mega. */
function isTrillion(text: string, at: number): boolean {
  return at + 1 === text.length || among(text, at + 1, '零一二三四五六七八九十0123456789元美人新台港日多余');
}
