import { add, type Decimal, decimal, decimalFrom, ONE, shift } from './decimal.ts';
import { BIG_UNIT, CLASS, DIGIT, HAN_DIGIT, SMALL_UNIT } from './source.ts';

/** A numeral of a folded text: value, upper value where neighbouring digits make a range (七八十), and its build. */
export interface Numeral {
  readonly start: number;
  readonly end: number;
  readonly value: Decimal;
  readonly high: Decimal | undefined;
  /** `more` 多/余 inside, `vague` 几/数, `min` 上百. */
  readonly approx: 'more' | 'vague' | 'min' | undefined;
  readonly arabic: boolean;
  /** Begins with a multiplier: 千万, 百. */
  readonly bare: boolean;
  /** 二〇二五: digits in a row. */
  readonly digits: boolean;
  /** Exponent of the last multiplier, 0 without one. */
  readonly scale: number;
}

type Token =
  | { readonly kind: 'digit'; readonly value: Decimal; readonly high?: Decimal; readonly han: boolean }
  | { readonly kind: 'small' | 'big'; readonly exponent: number }
  | { readonly kind: 'zero' | 'more' };

const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const EXPONENTS: Readonly<Record<string, number>> = { 十: 1, 百: 2, 千: 3, 万: 4, 亿: 8, 兆: 12 };

/** Longer numerals stand in no news; the bound keeps hostile input linear. */
const MAX_LENGTH = 48;
const MAX_TOKENS = 48;

/** End of the run of characters of one class that begins at `at`. */
export function runEnd(text: string, at: number, bits: number): number {
  let end = at;
  while (end < text.length && ((CLASS[text.charCodeAt(end)] ?? 0) & bits) !== 0) end++;
  return end;
}

/** Reads an Arabic numeral with group commas and decimals; returns its end. */
function arabicEnd(text: string, at: number): number {
  let end = runEnd(text, at, DIGIT);
  if (end - at <= 3) {
    let group = end;
    for (;;) {
      const separator = text.charCodeAt(group);
      if (separator !== 44 && separator !== 0x2009 && separator !== 0x202f) break;
      if (runEnd(text, group + 1, DIGIT) !== group + 4) break;
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

function isPair(first: number, second: number): boolean {
  return (
    first > 0 && (second === first + 1 || (first === 3 && second === 5) || (first === 1 && second === 3))
  );
}

/** `undefined` where no numeral stands at `at`. Never reads more than a bounded number of characters. */
export function readNumeral(text: string, at: number): Numeral | undefined {
  const tokens: Token[] = [];
  let end = at;
  let approx: Numeral['approx'];
  let arabic = false;
  let bare = false;
  let last: Token | undefined;
  let smallest = 4;
  const lead = text.charAt(at);
  const lead2 = CLASS[text.charCodeAt(at + 1)] ?? 0;
  if (lead === '几' || lead === '数') {
    if ((lead2 & (SMALL_UNIT | BIG_UNIT)) === 0) return undefined;
    approx = 'vague';
    last = { kind: 'digit', value: ONE, han: true };
    tokens.push(last);
    end = at + 1;
  } else if (lead === '上') {
    if ((lead2 & (SMALL_UNIT | BIG_UNIT)) === 0 || text.charAt(at + 1) === '十') return undefined;
    approx = 'min';
    end = at + 1;
  }
  while (end < text.length && end - at < MAX_LENGTH && tokens.length < MAX_TOKENS) {
    const bits = CLASS[text.charCodeAt(end)] ?? 0;
    const character = text.charAt(end);
    if (bits & DIGIT) {
      if (last && last.kind !== 'small' && last.kind !== 'big' && last.kind !== 'zero') break;
      const stop = arabicEnd(text, end);
      if (stop - end > MAX_LENGTH) return undefined;
      const written = text.slice(end, stop);
      if (last && (written.includes('.') || written.length > 4 || !arabic)) break;
      last = { kind: 'digit', value: decimalFrom(written.replace(/[,\u2009\u202f]/gu, '')), han: false };
      arabic = true;
      end = stop;
      if (/^w[\u4e00-\u9fff]/u.test(text.slice(end, end + 2))) {
        tokens.push(last);
        last = { kind: 'big', exponent: 4 };
        end++;
      }
    } else if (bits & HAN_DIGIT) {
      if (last && (last.kind === 'digit' || last.kind === 'more')) break;
      const stop = hanRunEnd(text, end);
      if (character === '两' && last && !/[百千万亿]/u.test(text.charAt(end + 1))) break;
      const length = stop - end;
      const first = DIGITS[character] ?? 0;
      const second = length > 1 ? (DIGITS[text.charAt(end + 1)] ?? 0) : 0;
      if (length === 2 && isPair(first, second) && !last?.kind.startsWith('z')) {
        last = { kind: 'digit', value: decimal(first), high: decimal(second), han: true };
        end = stop;
      } else if (length > 1 && last === undefined && !(length === 2 && first === 0)) {
        return length > MAX_LENGTH ? undefined : readDigits(text, at, stop);
      } else if (first === 0 && character !== '两') {
        if (last && last.kind !== 'small' && last.kind !== 'big') break;
        last = last || length > 1 ? { kind: 'zero' } : { kind: 'digit', value: decimal(0), han: true };
        end++;
      } else {
        last = { kind: 'digit', value: decimal(first), han: true };
        end++;
      }
    } else if (bits & SMALL_UNIT) {
      const exponent = EXPONENTS[character] ?? 1;
      if (last?.kind === 'more' || last?.kind === 'small' || last?.kind === 'big') break;
      if (last && exponent >= smallest) break;
      if (
        last?.kind === 'digit' &&
        ((exponent === 1 && !last.han) || (approx !== 'vague' && unitFollows(text, end)))
      )
        break;
      if (
        last &&
        (last.kind === 'digit' && last.han ? /^百分点/u : /^[百千]分[之点]/u).test(text.slice(end, end + 3))
      )
        break;
      if (!last && approx !== 'min' && character !== '十') bare = true;
      smallest = exponent;
      last = { kind: 'small', exponent };
      end++;
    } else if (bits & BIG_UNIT) {
      if (last?.kind === 'zero') break;
      if (last?.kind === 'big' && !(last.exponent === 4 && character === '亿')) break;
      if (character === '兆' && !isTrillion(text, end)) break;
      if (!last && approx !== 'min') bare = true;
      smallest = 4;
      last = { kind: 'big', exponent: EXPONENTS[character] ?? 4 };
      end++;
    } else if ((character === '多' || character === '余') && last && approx !== 'vague') {
      const round = last.kind === 'small' || last.kind === 'big' || (last.kind === 'digit' && !last.han);
      if (!round || /[元样边极维]化|样|边|方|哈|于|额|热|下|名|地/u.test(text.slice(end + 1, end + 2))) break;
      last = { kind: 'more' };
      approx = 'more';
      end++;
    } else if (
      character === '几' &&
      (last?.kind === 'small' ||
        last?.kind === 'zero' ||
        (last?.kind === 'digit' && text.charAt(end - 1) === '0'))
    ) {
      last = { kind: 'more' };
      approx = 'vague';
      end++;
    } else if (character === '点' && last && last.kind !== 'more') {
      const stop = runEnd(text, end + 1, HAN_DIGIT);
      if (stop === end + 1 || stop - end > MAX_LENGTH || (CLASS[text.charCodeAt(stop)] ?? 0) & SMALL_UNIT)
        break;
      if (last.kind === 'digit' && !last.han) break;
      const fraction = digitsOf(text, end + 1, stop);
      const whole = evaluate(tokens, false);
      tokens.length = 0;
      last = {
        kind: 'digit',
        value: add(whole, shift(decimal(BigInt(fraction)), -fraction.length)),
        han: false,
      };
      smallest = 0;
      end = stop;
    } else break;
    tokens.push(last);
  }
  while (last?.kind === 'zero') {
    tokens.pop();
    last = tokens[tokens.length - 1];
    end--;
  }
  if (tokens.length === 0) return undefined;
  const ranged = tokens.some((token) => token.kind === 'digit' && token.high !== undefined);
  let scale = 0;
  for (let index = tokens.length - 1; index >= 0; index--) {
    const token = tokens[index];
    if (token?.kind === 'digit') break;
    if (token && 'exponent' in token) scale += token.exponent;
  }
  return {
    start: at,
    end,
    value: evaluate(tokens, false),
    high: ranged ? evaluate(tokens, true) : undefined,
    approx,
    arabic,
    bare,
    digits: false,
    scale,
  };
}

/** 两 is a digit only in front: 二两 weighs two 两; 一两个 is one or two. */
function hanRunEnd(text: string, at: number): number {
  const end = runEnd(text, at, HAN_DIGIT);
  const two = text.slice(at + 1, Math.min(end, at + 64)).indexOf('两');
  if (two < 0) return end;
  const pair =
    two === 0 && text.charAt(at) === '一' && /^[个年天百千万亿家项次名位]/u.test(text.charAt(at + 2));
  return pair ? at + 2 : at + 1 + two;
}

function readDigits(text: string, at: number, stop: number): Numeral {
  let value = decimal(BigInt(digitsOf(text, at, stop)));
  let end = stop;
  if (text.charAt(stop) === '点') {
    const decimals = runEnd(text, stop + 1, HAN_DIGIT);
    if (decimals > stop + 1 && decimals - stop < MAX_LENGTH) {
      const fraction = digitsOf(text, stop + 1, decimals);
      value = add(value, shift(decimal(BigInt(fraction)), -fraction.length));
      end = decimals;
    }
  }
  return {
    start: at,
    end,
    value,
    high: undefined,
    approx: undefined,
    arabic: false,
    bare: false,
    digits: true,
    scale: 0,
  };
}

function digitsOf(text: string, start: number, end: number): string {
  let digits = '';
  for (let at = start; at < end; at++) digits += String(DIGITS[text.charAt(at)] ?? 0);
  return digits;
}

/** 千 of 千瓦, 千克 belongs to the unit, not to the numeral. */
function unitFollows(text: string, at: number): boolean {
  return text.charAt(at) === '千' && /^(?:[瓦克米伏卡赫焦帕]|字节)/u.test(text.slice(at + 1, at + 3));
}

/** 兆 is 10¹² only where people or money follow or digits go on; 兆瓦, 兆字节, 100兆宽带 are mega. */
function isTrillion(text: string, at: number): boolean {
  return /^(?:[零一二三四五六七八九十\d元美人新台港日多余]|$)/u.test(text.slice(at + 1, at + 2));
}

function evaluate(tokens: readonly Token[], high: boolean): Decimal {
  let parts: { value: Decimal; exponent: number }[] = [];
  let section: Decimal | undefined;
  let current: Decimal | undefined;
  let previous: Token | undefined;
  for (const token of tokens) {
    if (token.kind === 'digit') current = high ? (token.high ?? token.value) : token.value;
    else if (token.kind === 'small') {
      const part = shift(current ?? ONE, token.exponent);
      section = section ? add(section, part) : part;
      current = undefined;
    } else if (token.kind === 'big') {
      let value = section && current ? add(section, current) : (section ?? current);
      for (const part of parts)
        if (part.exponent < token.exponent) value = value ? add(value, part.value) : part.value;
      parts = parts.filter((part) => part.exponent > token.exponent);
      parts.push({ value: shift(value ?? ONE, token.exponent), exponent: token.exponent });
      section = current = undefined;
    }
    if (token === tokens[tokens.length - 1] && token.kind === 'digit' && token.han && current && previous) {
      if ('exponent' in previous && previous.exponent >= 2) current = shift(current, previous.exponent - 1);
    }
    previous = token;
  }
  let total = section && current ? add(section, current) : (section ?? current ?? decimal(0));
  for (const part of parts) total = add(total, part.value);
  return total;
}
