import { widen } from './approximators.ts';
import { readContext } from './context.ts';
import { readDate } from './dates.ts';
import { readEnglish } from './english.ts';
import type { Found } from './found.ts';
import { runEnd } from './numeral.ts';
import { readOrdinal } from './ordinals.ts';
import { readQuantity } from './quantity.ts';
import {
  BIG_UNIT,
  CLASS,
  CUE,
  classAt,
  DIGIT,
  foldSource,
  HAN_DIGIT,
  LATIN,
  rawEnd,
  rawStart,
  SMALL_UNIT,
  type Source,
} from './source.ts';
import { nameEnd, readDocument, readDoubling, readStep, readWordMultiple } from './specials.ts';
import { stopEnd } from './stop-words.ts';
import type { Figure } from './types.ts';

const NUMERAL = DIGIT | HAN_DIGIT | SMALL_UNIT | BIG_UNIT;
const TRIGGER = NUMERAL | CUE;

/** Runs of digits longer than this are no figures; they are passed over in one step. */
const LONGEST_RUN = 40;

/**
 * All figures of a text from left to right, never overlapping. Offsets are UTF-16 code units of `text`. Linear in the
 * length: every reader looks at a bounded number of characters.
 */
export function scanFigures(text: string): Figure[] {
  const source = foldSource(text);
  const figures: Figure[] = [];
  const folded = source.text;
  const { length } = folded;
  let at = 0;
  let from = 0;
  while (at < length) {
    if (((CLASS[folded.charCodeAt(at)] ?? 0) & TRIGGER) === 0) {
      at++;
      continue;
    }
    const read = readAt(folded, at, from);
    if (typeof read === 'number') {
      at = Math.max(read, at + 1);
      continue;
    }
    figures.push(toFigure(source, read, from));
    at = from = Math.max(read.end, at + 1);
  }
  return figures;
}

/** The figure that begins with the character at `at`, or the offset to go on at. */
function readAt(text: string, at: number, from: number): Found | number {
  const bits = CLASS[text.charCodeAt(at)] ?? 0;
  if (bits & (DIGIT | HAN_DIGIT)) {
    const run = runEnd(text, at, bits & DIGIT ? DIGIT : HAN_DIGIT);
    if (run - at > LONGEST_RUN) return run;
  }
  const stop = text.startsWith('分之', at + 1) ? 0 : stopEnd(text, at, from);
  const name = stop > 0 ? stop : nameEnd(text, at);
  if (name > 0) return name;
  const step = readStep(text, at);
  if (step && step.start >= from) return step;
  if (bits & DIGIT || /[$¥€£]/u.test(text.charAt(at))) {
    const english = readEnglish(text, currencyStart(text, at, from), from);
    if (english) return english;
  }
  const date = readDate(text, at);
  if (date && 'quiet' in date) return date.quiet;
  if (date) return dated(text, date, from);
  const read = readOther(text, at, from, bits);
  if (typeof read !== 'number') widen(text, read, from);
  return read;
}

function dated(text: string, date: Found, from: number): Found {
  if (date.type === 'date') return date;
  if (text.charAt(date.start - 1) === '从' && from > date.start) return date;
  return date;
}

function readOther(text: string, at: number, from: number, bits: number): Found | number {
  const character = text.charAt(at);
  if (character === '〔') return readDocument(text, at, from) ?? at + 1;
  if (character === '翻') return readDoubling(text, at) ?? at + 1;
  if ('倍减过半大一'.includes(character)) {
    const word = readWordMultiple(text, at);
    if (word) return word;
  }
  if ('第首前'.includes(character)) return readOrdinal(text, at);
  if ((bits & NUMERAL) === 0 && !'几数上半¥$€£摄华负'.includes(character)) return at + 1;
  return readQuantity(text, signStart(text, at, from));
}

/** The sign before a numeral: 负3.9%, -22.2%, 零下5摄氏度, but not the dash of a range or a name. */
function signStart(text: string, at: number, from: number): number {
  const before = text.charAt(at - 1);
  if (before === '负' && at > from && (classAt(text, at) & NUMERAL) !== 0) return at - 1;
  if (before === '下' && text.charAt(at - 2) === '零' && at - 2 >= from) return at - 2;
  if (before !== '-' || at - 1 < from || (classAt(text, at) & DIGIT) === 0) return at;
  const prior = at - 2;
  if (prior < 0) return at - 1;
  return classAt(text, prior) & (NUMERAL | LATIN) || /[%\-”"）)月年日]/u.test(text.charAt(prior))
    ? at
    : at - 1;
}

function currencyStart(text: string, at: number, from: number): number {
  const sign = /(?:US\$|RMB|USD|CNY|US|HK|NT) ?$/u.exec(text.slice(Math.max(from, at - 4), at));
  return sign ? at - sign[0].length : at;
}

function toFigure(source: Source, read: Found, from: number): Figure {
  const start = rawStart(source, read.start);
  const end = rawEnd(source, read.end);
  const { approx } = read;
  return {
    start,
    end,
    text: source.raw.slice(start, end),
    core: [rawStart(source, read.coreStart), rawEnd(source, read.coreEnd)],
    num: [rawStart(source, read.numStart), rawEnd(source, read.numEnd)],
    type: read.type,
    value: read.value,
    unit: read.unit,
    ...(approx ? { approx } : {}),
    ...readContext(source.text, read, from),
  };
}
