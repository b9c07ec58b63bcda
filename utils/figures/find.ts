import { widen } from './approximators.ts';
import { takeCurrency } from './currencies.ts';
import { readDate } from './dates.ts';
import { readEnglish } from './english.ts';
import { readEnglishWord } from './english-text.ts';
import type { Found } from './found.ts';
import { nameEnd } from './names.ts';
import { forgetNumerals } from './numeral.ts';
import { readOrdinal } from './ordinals.ts';
import { readQuantity } from './quantity.ts';
import {
  among,
  CLASS,
  CUE,
  classAt,
  DIGIT,
  foldSource,
  HAN_DIGIT,
  isAt,
  LATIN,
  MULTIPLIER,
  NUMERAL,
  rawEnd,
  rawStart,
  runEnd,
  type Source,
} from './source.ts';
import { readDocument, readDoubling, readStep, readWordMultiple } from './specials.ts';
import { stopEnd } from './stop-words.ts';
import { type Figure, REACH_AFTER, REACH_BEFORE } from './types.ts';
import { mayFollow } from './units.ts';

const TRIGGER = NUMERAL | CUE;

/** Runs of digits longer than this are no figures; they are passed over in one step. */
const LONGEST_RUN = 40;

/**
 * All figures of a text from left to right, never overlapping, with the text around them instead of what it says of
 * them. Offsets are UTF-16 code units of `text`. Linear in the length: every reader looks at a bounded number of
 * characters.
 */
export function findFigures(text: string): Figure[] {
  const source = foldSource(text);
  const figures: Figure[] = [];
  const folded = source.text;
  const { length } = folded;
  let at = 0;
  let from = 0;
  while (at < length) {
    const bits = CLASS[folded.charCodeAt(at)] ?? 0;
    if (bits & LATIN) {
      const word = readEnglishWord(folded, at, from);
      if (typeof word === 'number') at = word;
      else {
        figures.push(toFigure(source, word, from));
        at = from = word.end;
      }
      continue;
    }
    if ((bits & TRIGGER) === 0 || ((bits & NUMERAL) === 0 && !mayBegin(folded, at))) {
      at++;
      continue;
    }
    const read = readAt(folded, at, from, bits);
    if (typeof read === 'number') {
      at = Math.max(read, at + 1);
      continue;
    }
    figures.push(toFigure(source, read, from));
    at = from = Math.max(read.end, at + 1);
  }
  forgetNumerals();
  return figures;
}

/** What must follow a cue that is no numeral itself; most of them are common characters of other words. */
const AFTER_CUE = new Map(
  [
    '半年个小天公升吨斤数',
    '大半',
    '过半',
    '减半',
    '倍增',
    '今年',
    '去年',
    '明年',
    '本年世个',
    '下半',
    '上半世个',
    '摄氏',
    '华氏',
  ].map((line) => [line.charCodeAt(0), line.slice(1)]),
);

/** Whether the cue at `at` can begin a figure, by one look at the next character. */
function mayBegin(text: string, at: number): boolean {
  const after = AFTER_CUE.get(text.charCodeAt(at));
  if (after !== undefined && among(text, at + 1, after)) return true;
  const next = CLASS[text.charCodeAt(at + 1)] ?? 0;
  if (among(text, at, '几数上')) return (next & MULTIPLIER) !== 0;
  if (among(text, at, '第¥$€£〔[')) return (next & NUMERAL) !== 0 || isAt(text, at + 1, ' ');
  if (isAt(text, at, '(')) return among(text, at + 1, '12') && among(text, at - 1, '发函办字令文');
  if (isAt(text, at, '前')) return (next & NUMERAL) !== 0 || isAt(text, at + 1, '年');
  return among(text, at, '首翻');
}

/** The figure that begins with the character at `at`, or the offset to go on at. */
function readAt(text: string, at: number, from: number, bits: number): Found | number {
  if (bits & (DIGIT | HAN_DIGIT)) {
    const run = runEnd(text, at, bits & (DIGIT | HAN_DIGIT));
    if (run - at > LONGEST_RUN) return run;
  }
  if (isAt(text, at + 1, '分') && isAt(text, at + 2, '之')) {
    // 百分之 without a numeral behind it, and one behind the other, is nothing.
    if ((classAt(text, at + 3) & NUMERAL) === 0 && !isAt(text, at + 3, '负')) return at + 1;
    return text.startsWith('分之', at + 4) ? at + 3 : readQualified(text, at, from, bits);
  }
  const stop = stopEnd(text, at, from);
  if (stop > 0) return stop;
  // A lone Chinese numeral is a figure only with what may stand behind it.
  if ((bits & (DIGIT | CUE)) === 0 && !mayFollow(text.charCodeAt(at + 1))) return at + 1;
  const price = bits & DIGIT || among(text, at, '$¥€£') ? currencyStart(text, at, from) : at;
  if (bits & DIGIT && !CURRENCY_CODE.test(text.slice(price, at))) {
    const name = nameEnd(text, at);
    if (name > 0) return name;
  }
  if (isAt(text, at - 1, '从') && at > from) {
    const step = readStep(text, at);
    if (step) return step;
  }
  if (bits & DIGIT || among(text, at, '$¥€£')) {
    const english = readEnglish(text, price, from);
    if (english) return english;
  }
  const date = readDate(text, at);
  if (date) return 'quiet' in date ? date.quiet : date;
  return readQualified(text, at, from, bits);
}

function readQualified(text: string, at: number, from: number, bits: number): Found | number {
  const read = readOther(text, at, from, bits);
  if (typeof read !== 'number') widen(text, read, from);
  return read;
}

function readOther(text: string, at: number, from: number, bits: number): Found | number {
  if (bits & CUE) {
    if (among(text, at, '〔[(')) return readDocument(text, at, from) ?? at + 1;
    if (isAt(text, at, '翻')) return readDoubling(text, at) ?? at + 1;
    if (among(text, at, '第首前')) return readOrdinal(text, at);
    if (among(text, at, '倍减过大')) return readWordMultiple(text, at) ?? at + 1;
    if (among(text, at, '今去明本下')) return at + 1;
  }
  if (among(text, at, '一半')) {
    const word = readWordMultiple(text, at);
    if (word) return word;
  }
  const quantity = readQuantity(
    text,
    bits & NUMERAL ? signStart(text, at, from) : currencyStart(text, at, from),
  );
  if (typeof quantity !== 'number') takeCurrency(text, quantity, from);
  return quantity;
}

/** The sign before a numeral: 负3.9%, -22.2%, 零下5摄氏度, but not the dash of a range or a name. */
function signStart(text: string, at: number, from: number): number {
  if (at === from) return at;
  if (isAt(text, at - 1, '负')) return at - 1;
  if (isAt(text, at - 1, '下') && isAt(text, at - 2, '零') && at - 2 >= from) return at - 2;
  if (!isAt(text, at - 1, '-') || (classAt(text, at) & DIGIT) === 0) return at;
  const prior = at - 2;
  if (prior < 0) return at - 1;
  return classAt(text, prior) & (NUMERAL | LATIN) || among(text, prior, '%-”"）)月年日') ? at : at - 1;
}

/** RMB1.2 trillion is a sum, HK1 a name. */
const CURRENCY_CODE = /^[A-Z]{3}$/u;
const CURRENCY_END = /(?:(?:US|HK|NT)\$|RMB|USD|CNY|HKD|EUR|GBP|JPY|US|HK|NT) ?$/u;
/** A$, C$ and S$; at the end of a word the letter belongs to it. */
const DOLLAR_LETTER = /(?<![A-Za-z])[ACS]$/u;

function currencyStart(text: string, at: number, from: number): number {
  if (at === from || !(among(text, at - 1, ' $') || (classAt(text, at - 1) & LATIN) !== 0)) return at;
  const before = text.slice(Math.max(from, at - 4), at);
  const sign = (isAt(text, at, '$') ? DOLLAR_LETTER.exec(before) : null) ?? CURRENCY_END.exec(before);
  return sign ? at - sign[0].length : at;
}

function toFigure(source: Source, read: Found, from: number): Figure {
  const start = rawStart(source, read.start);
  const end = rawEnd(source, read.end);
  const figure: Writable<Figure> = {
    start,
    end,
    text: source.raw.slice(start, end),
    core: [rawStart(source, read.coreStart), rawEnd(source, read.coreEnd)],
    num: [rawStart(source, read.numStart), rawEnd(source, read.numEnd)],
    type: read.type,
    value: read.value,
    unit: read.unit,
  };
  if (read.approx) figure.approx = read.approx;
  if (read.scope) figure.scope = read.scope;
  const first = Math.max(0, read.start - REACH_BEFORE);
  figure.around = {
    before: source.text.slice(first, read.start),
    after: source.text.slice(read.end, read.end + REACH_AFTER),
    taken: Math.max(0, from - first),
  };
  return figure;
}

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };
