import { type Decimal, decimal, decimalFrom, multiply, shift } from './decimal.ts';

const ONES = 'one|two|three|four|five|six|seven|eight|nine';
const TEENS = 'ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen';
const TENS = 'twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety';
const LISTED = `${ONES}|${TEENS}`.split('|');
/** Words for 1 to 99. */
export const BELOW_HUNDRED = `(?:${TENS})(?:-(?:${ONES}))?|${TEENS}|${ONES}`;
/** The power of ten that a word stands for. */
export const SCALES: Readonly<Record<string, number>> = {
  hundred: 2,
  thousand: 3,
  million: 6,
  billion: 9,
  trillion: 12,
};
const NUMERAL = new RegExp(
  `^(half an?|an?|(?:${BELOW_HUNDRED})(?: point (?:${ONES})| and a half)?)(?:([ -]hundred)(?:(?: and)? (${BELOW_HUNDRED}))?)?(?:[ -](thousand|million|billion|trillion|dozen))?(?![a-z])`,
  'iu',
);
const VAGUE =
  /^(?:(?:several|a few) (?:dozen|hundred|thousand|million|billion)(?= [a-z])|(?:(?:tens|dozens|hundreds|thousands) of )?(?:dozens|hundreds|thousands|millions|billions|trillions)(?= of [a-z]))/iu;

/** 1 to 99 in words, with a tenth or a half where one is named; 0 for any other text. */
export function belowHundred(words: string): number {
  const [whole = '', tenths] = words.toLowerCase().split(/ point | and /u);
  if (tenths !== undefined) return belowHundred(whole) + (belowHundred(tenths) || 5) / 10;
  const [first = '', second = ''] = whole.split('-');
  const tens = TENS.split('|').indexOf(first);
  return tens < 0 ? LISTED.indexOf(first) + 1 : tens * 10 + 20 + LISTED.indexOf(second) + 1;
}

interface WordNumeral {
  readonly end: number;
  /** Undefined for what has no value: dozens, several hundred. */
  readonly value: Decimal | undefined;
  /** A word such as million or dozen makes a figure of it whatever follows. */
  readonly isRound: boolean;
}

/** The number in words at `at`: one million, two hundred and fifty, half a billion, a dozen, tens of thousands. */
export function readNumberWords(text: string, at: number): WordNumeral | undefined {
  const head = text.slice(at, at + 48);
  const vague = VAGUE.exec(head)?.[0];
  if (vague) return { end: at + vague.length, value: undefined, isRound: true };
  const match = NUMERAL.exec(head);
  if (!match) return undefined;
  const [whole, first = '', hundred, rest = '', scale = ''] = match;
  const isRound = hundred !== undefined || scale !== '';
  const below = belowHundred(first);
  const isHalf = /^h/iu.test(first);
  if (below === 0 && !isRound && !isHalf) return undefined;
  const factor = decimalFrom(below > 0 ? String(below) : isHalf ? '0.5' : '1');
  const small = hundred ? decimal(BigInt(Math.round((below || 1) * 100) + belowHundred(rest))) : factor;
  const value = /^d/iu.test(scale)
    ? multiply(small, decimal(12))
    : shift(small, SCALES[scale.toLowerCase()] ?? 0);
  return { end: at + whole.length, value, isRound };
}
