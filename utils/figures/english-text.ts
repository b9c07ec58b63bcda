import { decimal, decimalValue, divide, multiply } from './decimal.ts';
import { qualify } from './english-approximators.ts';
import { isCount } from './english-counts.ts';
import { MONTH, readEnglishTime } from './english-dates.ts';
import { englishUnitAt } from './english-units.ts';
import { BELOW_HUNDRED, belowHundred, readNumberWords } from './english-words.ts';
import { type Found, found } from './found.ts';
import { LATIN, runEnd } from './source.ts';

const PLACES = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
];
const ORDINAL = PLACES.join('|');
/** What the words of figures begin with; any other word is passed over in one step. */
const BEGINS = new RegExp(
  `(?:(?:an?|half|several|tens|dozens|hundreds|thousands|[mb]illions|trillions|top|rank(?:s|ed|ing)?|[QH][1-4]|${ORDINAL}|(?:${BELOW_HUNDRED})(?:fold)?)(?![a-z])|${MONTH})`,
  'iuy',
);
/** ranked second, ranks 12th, ranked No. 2, top ten, the second-largest. */
const PLACE = new RegExp(
  `^(?:(top[ -])(\\d+(?![\\d,.]*(?:%| (?:per|[mbt]r?illion)))|${BELOW_HUNDRED})|rank(?:s|ed|ing)?(?: the)? (?:(?:No\\. ?)?(\\d+)(?:st|nd|rd|th)?|(${ORDINAL}))|((?:${ORDINAL})[ -](?:largest|biggest|highest|fastest)))\\b`,
  'iu',
);
const PARTS = `quarter|${PLACES.slice(2).join('|')}`;
/** two-thirds, a quarter of, one in five, half the firms, tenfold. */
const FRACTION = new RegExp(
  `^(?:one in (${BELOW_HUNDRED})|(an?|${BELOW_HUNDRED})([ -])(${PARTS})s?|half(?! an? )|(${BELOW_HUNDRED})fold)(?![a-z-])`,
  'iu',
);
/** The second half of a match and the better half of a couple are no numbers. */
const OTHER_HALF = /\b(?:first|second|third|latter|other|better|top|bottom|back|and a) $/iu;

/** A figure that begins with the Latin word at `at`, or where to go on at. */
export function readEnglishWord(text: string, at: number, from: number): Found | number {
  const end = runEnd(text, at, LATIN);
  BEGINS.lastIndex = at;
  if (!BEGINS.test(text) || /[\w'’@#./-]/u.test(text.charAt(at - 1))) return end;
  return (
    readEnglishTime(text, at) ??
    readPlace(text, at) ??
    readFraction(text, at, from) ??
    readNumber(text, at, from) ??
    end
  );
}

function readPlace(text: string, at: number): Found | undefined {
  const place = PLACE.exec(text.slice(at, at + 32));
  if (!place) return undefined;
  const [whole, top, count = '', digits, ranked, superlative] = place;
  const end = at + whole.length;
  if (top) return found('rank', at, end, [1, Number(count) || belowHundred(count)]);
  const word = ranked ?? superlative ?? '';
  const value = Number(digits) || PLACES.findIndex((name) => word.toLowerCase().startsWith(name)) + 1;
  return found('rank', digits ? at + whole.lastIndexOf(digits) : end - word.length, end, value);
}

function readFraction(text: string, at: number, from: number): Found | undefined {
  const fraction = FRACTION.exec(text.slice(at, at + 24));
  if (!fraction) return undefined;
  const [whole, oneIn, over = '', joint, part = '', times] = fraction;
  const end = at + whole.length;
  if (times) return found('multiple', at, end, belowHundred(times), 'x');
  const isHalf = !oneIn && !part;
  const under = oneIn ? belowHundred(oneIn) : isHalf ? 2 : PLACES.indexOf(part.toLowerCase()) + 1 || 4;
  const value = decimalValue(divide(decimal(belowHundred(over) || 1), decimal(under)));
  const figure = found('fraction', at, end, value);
  qualify(text, figure, from);
  if (oneIn || joint === '-' || (figure.approx && !isHalf)) return figure;
  if (isHalf && OTHER_HALF.test(text.slice(Math.max(0, at - 8), at))) return undefined;
  const isOfWhole = (isHalf ? /^ (?:of|the|its|their|all)\b/u : /^ of\b/u).test(text.slice(end, end + 6));
  return figure.approx || isOfWhole ? figure : undefined;
}

/** one million, twenty percent, two or three years, tens of thousands of yuan, six key sectors. */
function readNumber(text: string, at: number, from: number): Found | undefined {
  const numeral = readNumberWords(text, at);
  if (!numeral) return undefined;
  const { value, isRound } = numeral;
  const low = Number(value && decimalValue(value));
  const range = isRound ? null : /^ (?:to|or) ([a-z-]+)/u.exec(text.slice(numeral.end, numeral.end + 20));
  const high = belowHundred(range?.[1] ?? '');
  const numEnd = numeral.end + (high > low ? (range?.[0].length ?? 0) : 0);
  const unit = englishUnitAt(text, value || !text.startsWith(' of ', numEnd) ? numEnd : numEnd + 3);
  // One day is some day, and a plan of five years is a name.
  if (unit?.unit === '天' && low === 1) return undefined;
  if (/^[ -]year plans?\b/iu.test(text.slice(numEnd, numEnd + 12))) return undefined;
  const isBare = !unit && !isRound;
  if (isBare && !(low > 1 && /^ [a-z]/u.test(text.slice(numEnd, numEnd + 2)) && isCount(text, numEnd)))
    return undefined;
  // The two countries are those that have been named.
  if (isBare && /\bthe $/iu.test(text.slice(Math.max(0, at - 4), at))) return undefined;
  const factor = unit?.factor ?? 1;
  const values = !value
    ? null
    : high > low
      ? ([low * factor, high * factor] as const)
      : decimalValue(multiply(value, decimal(factor)));
  const figure = found(unit?.type ?? 'count', at, unit?.end ?? numEnd, values, unit?.unit ?? null, numEnd);
  if (!value) figure.approx = 'vague';
  qualify(text, figure, from);
  return figure;
}
