import { CLASS, DIGIT, hanDigit, isAt, SMALL_UNIT } from './source.ts';

/** A whole number of the calendar: a year, a month, a day. */
interface SmallNumber {
  readonly value: number;
  readonly end: number;
  /** Written digit by digit (2025, 二〇二五), not 二十五. */
  readonly digits: boolean;
}

/** Years have four digits; a longer run is no part of a date. */
const MAX_DIGITS = 4;

/** The number of at most four digits at `at`, or a Chinese one below a hundred; `undefined` for anything else. */
export function smallNumber(text: string, at: number): SmallNumber | undefined {
  const code = text.charCodeAt(at);
  if ((CLASS[code] ?? 0) & DIGIT) {
    let value = 0;
    let end = at;
    for (; (CLASS[text.charCodeAt(end)] ?? 0) & DIGIT; end++) {
      if (end - at === MAX_DIGITS) return undefined;
      value = value * 10 + text.charCodeAt(end) - 48;
    }
    return { value, end, digits: true };
  }
  return hanNumber(text, at);
}

function hanNumber(text: string, at: number): SmallNumber | undefined {
  const first = hanDigit(text.charCodeAt(at));
  const ten = isAt(text, first < 0 ? at : at + 1, '十');
  if (first < 0 && !ten) return undefined;
  if (ten) {
    const tens = first < 0 ? at + 1 : at + 2;
    const ones = hanDigit(text.charCodeAt(tens));
    const value = (first < 0 ? 1 : first) * 10;
    if (ones <= 0) return { value, end: tens, digits: false };
    // 二十五六: a range of days, not a day.
    if (hanDigit(text.charCodeAt(tens + 1)) >= 0) return undefined;
    return { value: value + ones, end: tens + 1, digits: false };
  }
  let value = 0;
  let end = at;
  for (let digit = first; digit >= 0; digit = hanDigit(text.charCodeAt(++end))) {
    if (end - at === MAX_DIGITS) return undefined;
    value = value * 10 + digit;
  }
  if ((CLASS[text.charCodeAt(end)] ?? 0) & SMALL_UNIT) return undefined;
  // 七八月 is July or August; 一二年 may still be a year of two digits.
  const pair = end - at === 2 && value % 11 === 1 && value > 11;
  if (pair && !isAt(text, end, '年')) return undefined;
  return { value, end, digits: end - at > 1 };
}
