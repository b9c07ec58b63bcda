import { type Decimal, decimalFrom, decimalValue } from './decimal.ts';
import { qualify } from './english-approximators.ts';
import { isNameBefore } from './english-names.ts';
import { type Found, found } from './found.ts';

/** The words before a year: in 2027, the end of 2030, between 2025 and 2027. */
const BEFORE_YEAR =
  /(?:\b(?:in|by|since|from|of|until|till|to|after|before|late|early|year|fiscal|during|through|between|than|with)|\b(?:19|20)\d\d and) $/iu;
/** A plural behind four words at most, of which none ends a phrase; two sides and two sessions are names. */
const COUNTED =
  /^ (?:(?!(?:and|or|of|in|to|for|on|at|by|from|with|that|is|are|was|were|has|have|had|will|as|its|this|the) )[A-Za-z\d][\w-]* ){0,4}(?!(?:sides|sessions|parties|others|ways|things|is|was|has|as|its|this|us|times)\b)(?:[\w-]*[a-z]s|[A-Z]+s|people|men|women|children)\b/u;

/** Whether what a number counts stands behind it: 10,000 GPUs, 300,000 5G base stations, six key sectors. */
export function isCount(text: string, end: number): boolean {
  return COUNTED.test(text.slice(end, end + 48));
}

/** The second number of a range, from the end of the first on, and the word of the range before the first. */
interface UpperCount {
  readonly value: Decimal;
  readonly length: number;
  readonly before: string;
  readonly isFrom: boolean;
}

/** A number without scale and unit: a year behind a preposition, a count or a range of counts before a plural noun. */
export function readBareCount(
  text: string,
  at: number,
  end: number,
  written: string,
  from: number,
  upper: UpperCount | undefined,
): Found | undefined {
  const before = text.slice(Math.max(0, at - 24), at);
  // Of 1 in 3 the second number counts nothing.
  if (/\d in $/u.test(before)) return undefined;
  const isYear = /^(?:19|20)\d\d$/u.test(written);
  if (isYear && BEFORE_YEAR.test(before)) return found('date', at, end, written);
  const value = decimalValue(decimalFrom(written.replaceAll(',', '')));
  if (upper && !upper.isFrom && isCount(text, end + upper.length)) {
    const range = found('count', at, end + upper.length, [Number(value), Number(decimalValue(upper.value))]);
    qualify(text, range, from);
    range.start -= upper.before.length;
    return range;
  }
  const figure = found('count', at, end, value);
  qualify(text, figure, from);
  const isQualified = figure.approx !== undefined;
  if (!isQualified && isNameBefore(before)) return undefined;
  // 100,000-card cluster: a number with commas is nothing else.
  const isWritten = written.includes(',') && /^[ -][A-Za-z]/u.test(text.slice(end, end + 2));
  if (isWritten || (isQualified && /^ [a-z]/u.test(text.slice(end, end + 2)))) return figure;
  return (!isYear || isQualified) && isCount(text, end) ? figure : undefined;
}
