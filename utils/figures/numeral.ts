import { add, type Decimal, decimal } from './decimal.ts';
import {
  digitString,
  fractionOf,
  hanRunEnd,
  isPair,
  MAX_LENGTH,
  type Reading,
  readToken,
  unknownDigit,
} from './numeral-tokens.ts';
import { evaluate } from './numeral-value.ts';
import { among, CLASS, CUE, HAN_DIGIT, hanDigit, isAt, MULTIPLIER, NUMERAL, runEnd } from './source.ts';

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

const MAX_TOKENS = 48;
/** Characters of these classes may begin a numeral (几, 数 and 上 are cues). */
const BEGINS = NUMERAL | CUE;

const REMEMBERED = 16;
const remembered = {
  text: '',
  places: new Int32Array(REMEMBERED).fill(-1),
  numerals: new Array<Numeral | undefined>(REMEMBERED),
};

/**
 * The numeral at `at` of a folded text, or `undefined`. Never reads more than a bounded number of characters. Several
 * readers ask about one place in turn, so the last answers are kept until {@link forgetNumerals}.
 */
export function readNumeral(text: string, at: number): Numeral | undefined {
  if (((CLASS[text.charCodeAt(at)] ?? 0) & BEGINS) === 0) return undefined;
  const slot = at & (REMEMBERED - 1);
  if (remembered.text !== text) {
    remembered.text = text;
    remembered.places.fill(-1);
  }
  if (remembered.places[slot] === at) return remembered.numerals[slot];
  const numeral = parseAt(text, at);
  remembered.places[slot] = at;
  remembered.numerals[slot] = numeral;
  return numeral;
}

/** Lets go of the text of the last scan. */
export function forgetNumerals(): void {
  remembered.text = '';
  remembered.numerals.fill(undefined);
  remembered.places.fill(-1);
}

function parseAt(text: string, at: number): Numeral | undefined {
  const run = digitRun(text, at);
  if (run !== 0) return run > at + MAX_LENGTH ? undefined : readDigits(text, at, run);
  const reading: Reading = {
    text,
    tokens: [],
    last: undefined,
    end: at,
    approx: undefined,
    arabic: false,
    bare: false,
    ranged: false,
    smallest: 4,
  };
  if (among(text, at, '几数')) {
    if (((CLASS[text.charCodeAt(at + 1)] ?? 0) & MULTIPLIER) === 0) return undefined;
    reading.approx = 'vague';
    reading.last = unknownDigit();
    reading.tokens.push(reading.last);
    reading.end = at + 1;
  } else if (isAt(text, at, '上')) {
    if (((CLASS[text.charCodeAt(at + 1)] ?? 0) & MULTIPLIER) === 0 || isAt(text, at + 1, '十'))
      return undefined;
    reading.approx = 'min';
    reading.end = at + 1;
  }
  while (reading.end < text.length && reading.end - at < MAX_LENGTH && reading.tokens.length < MAX_TOKENS) {
    const taken = readToken(reading);
    if (taken === undefined) return undefined;
    if (!taken) break;
  }
  return numeralOf(reading, at);
}

/** End of digits in a row that are read one by one (二〇二五), 0 where the digits are no such row. */
function digitRun(text: string, at: number): number {
  const first = hanDigit(text.charCodeAt(at));
  const second = hanDigit(text.charCodeAt(at + 1));
  if (first < 0 || second < 0) return 0;
  const end = hanRunEnd(text, at);
  if (end === at + 2 && (isPair(first, second) || first === 0)) return 0;
  return end > at + 1 ? end : 0;
}

function readDigits(text: string, at: number, stop: number): Numeral {
  let value = decimal(digitString(text, at, stop));
  let end = stop;
  if (isAt(text, stop, '点')) {
    const decimals = runEnd(text, stop + 1, HAN_DIGIT);
    if (decimals > stop + 1 && decimals - stop < MAX_LENGTH) {
      value = add(value, fractionOf(text, stop + 1, decimals));
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

function numeralOf({ tokens, end, approx, arabic, bare, ranged }: Reading, at: number): Numeral | undefined {
  let stop = end;
  while (tokens[tokens.length - 1]?.kind === 'zero') {
    tokens.pop();
    stop--;
  }
  if (tokens.length === 0) return undefined;
  let scale = 0;
  for (let index = tokens.length - 1; index >= 0; index--) {
    const token = tokens[index];
    if (token?.kind === 'digit') break;
    if (token && 'exponent' in token) scale += token.exponent;
  }
  return {
    start: at,
    end: stop,
    value: evaluate(tokens, false),
    high: ranged ? evaluate(tokens, true) : undefined,
    approx,
    arabic,
    bare,
    digits: false,
    scale,
  };
}
