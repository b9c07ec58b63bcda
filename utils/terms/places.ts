import { INVISIBLE_SYMBOL, isLetter, isSkipped, isSpecial } from './alphabet.ts';
import {
  hasWord,
  LONG,
  LONG_LAST,
  LONG_THEN,
  pairOf,
  type Starts,
  THREE,
  THREE_LAST,
  TWO,
  withLetter,
} from './starts.ts';

/** The places of one piece of a text where patterns may begin, in order. Reused: the next piece overwrites it. */
export interface Places {
  count: number;
  /** Offsets in the text. */
  readonly offsets: Int32Array;
}

/** Length of a piece, in code units: the copy stays in the nearest memory. */
const PIECE = 4_096;
/** What is shorter is not worth a copy. */
const LEAST_COPY = 256;

export function createPlaces(): Places {
  // Every symbol may be one and be told of twice, where the piece or a Latin word ends; a long word at its end is one.
  return { count: 0, offsets: new Int32Array(2 * PIECE + 2) };
}

// What is known of the last few symbols is a row of bits, moved by one for each symbol. Short patterns wait until a long
// one would be known, so that places come out in order: bits 5, 7 and 8 ask nothing of the text.
const WAITING = 32 | 128 | 256;
/** A pattern may begin one symbol back … */
const BEGUN = LONG | THREE | TWO;
/** … or two … */
const BEGUN_BEFORE = LONG_THEN | THREE_LAST | 128;
/** … and certainly three back, as far as pairs tell. */
const COMPLETE = LONG_LAST | 32 | 256;

/**
 * Finds the places from `from` on, before `to`, where a pattern begins as far as four symbols or the first Latin word tell,
 * in one piece of the text. `starts` says which patterns matter, `symbols` has the symbol of every code unit. Places
 * inside of Latin words, where no form counts, are left out. Returns where the next piece begins: `to` after the last.
 */
export function findPlaces(
  places: Places,
  symbols: Uint16Array,
  starts: Starts,
  text: string,
  from: number,
  to: number,
): number {
  const end = to - from <= PIECE ? to : endOfWord(symbols, text, from + PIECE, to);
  places.count = 0;
  if (end - from < LEAST_COPY) {
    findInPiece(places, symbols, starts, text, from, end, 0);
    return end;
  }
  // The browsers keep a text that was cut out of another, or joined from several, as a reference to those, and in Chromium
  // every look at a character goes through it. What is joined from an array is a string of its own: the copy costs a sixth
  // of what it saves.
  const copy = [text.slice(from, end), '\0'].join('');
  findInPiece(places, symbols, starts, copy, 0, end - from, from);
  return end;
}

/**
 * The first offset from `from` on, as far as `to`, that is not within a Latin word, nor right after one: what follows a
 * word tells whether it goes on.
 */
function endOfWord(symbols: Uint16Array, text: string, from: number, to: number): number {
  if (!isLetterAt(symbols, text, from - 1)) return from;
  let end = from;
  while (end < to && isLetterAt(symbols, text, end)) end++;
  return Math.min(end + 1, to);
}

/** `offset` is where `piece` begins in the text. */
function findInPiece(
  places: Places,
  symbols: Uint16Array,
  { pairs, width, words }: Starts,
  piece: string,
  from: number,
  to: number,
  offset: number,
): void {
  const cursor: Cursor = { state: 0, first: 0 };
  // After the last Latin word: a place lies not before this.
  let begin = from;
  // After the last character that may be skipped: as far back the symbols stand side by side.
  let joined = from;
  const add = (at: number, back: number): void => {
    const place = at - back >= joined ? at - back : symbolsBefore(symbols, piece, at, back, begin);
    places.offsets[places.count++] = offset + place;
  };
  for (let at = from; at < to; ) {
    const symbol = symbols[piece.charCodeAt(at)] ?? 0;
    if (isLetter(symbol)) {
      // What is not known yet before a Latin letter is a place as well.
      const state = moved(cursor.state, pairs[pairOf(cursor.first, symbol, width)] ?? 0);
      if ((state & COMPLETE) !== 0) add(at, 3);
      if ((state & BEGUN_BEFORE) !== 0) add(at, 2);
      if ((state & BEGUN) !== 0) add(at, 1);
      cursor.state = cursor.first = 0;
      at = begin = joined = passWord(places, symbols, words, piece, at, to, offset);
    } else if (isSpecial(symbol)) {
      // What may be skipped inside of a pattern stands in no pair.
      joined = ++at;
    } else {
      at = nextStop(cursor, symbols, pairs, width, piece, at, to);
      if (at < to && !isSpecial(symbols[piece.charCodeAt(at)] ?? 0)) add(at++, 3);
    }
  }
  // So is what is not known at the end, where the last symbol stands in no pair.
  if ((cursor.state & BEGUN_BEFORE) !== 0) add(to, 3);
  if ((cursor.state & BEGUN) !== 0) add(to, 2);
  if (begin < to) add(to, 1);
}

/** What pairs have told so far, and the last symbol. */
interface Cursor {
  state: number;
  first: number;
}

/**
 * Looks at pairs of symbols as far as one with which a pattern is known to begin three symbols back, or a special symbol,
 * and returns its offset. This is where the time goes: it has one loop and writes nothing, with a second loop or a list
 * to write to inside of it the compiler's code takes up to twice as long.
 */
function nextStop(
  cursor: Cursor,
  symbols: Uint16Array,
  pairs: Uint8Array,
  width: number,
  piece: string,
  from: number,
  to: number,
): number {
  const mask = pairs.length - 1;
  const low = (1 << width) - 1;
  let { state, first } = cursor;
  let at = from;
  for (; at < to; at++) {
    const symbol = symbols[piece.charCodeAt(at)] ?? 0;
    if (isSpecial(symbol)) break;
    const pair = ((first << width) | (symbol & low)) & mask;
    state = moved(state, pairs[pair] ?? 0);
    first = symbol;
    if ((state & COMPLETE) !== 0) break;
  }
  cursor.state = state;
  cursor.first = first;
  return at;
}

/** The state after one more symbol; `places` are those of its pair with the one before. */
function moved(state: number, places: number): number {
  return ((state << 1) | BEGUN) & (places | WAITING);
}

/** The place so many symbols before `at`, not before `from`. */
function symbolsBefore(symbols: Uint16Array, piece: string, at: number, back: number, from: number): number {
  let place = at;
  for (let left = back; left > 0 && place > from; )
    if (!isSkipped(symbols[piece.charCodeAt(--place)] ?? 0)) left--;
  return place;
}

/** Takes note of the Latin word at `from` where a pattern may begin with it; returns where it ends. */
function passWord(
  places: Places,
  symbols: Uint16Array,
  words: Uint8Array,
  piece: string,
  from: number,
  to: number,
  offset: number,
): number {
  let hash = 0;
  let at = from;
  let symbol = symbols[piece.charCodeAt(at)] ?? 0;
  while (isLetter(symbol)) {
    hash = withLetter(hash, symbol);
    at++;
    symbol = at < to ? (symbols[piece.charCodeAt(at)] ?? 0) : 0;
  }
  // A soft hyphen may stand in the middle of a word.
  if (hasWord(words, hash) || symbol === INVISIBLE_SYMBOL) places.offsets[places.count++] = offset + from;
  return at;
}

function isLetterAt(symbols: Uint16Array, text: string, at: number): boolean {
  return isLetter(symbols[text.charCodeAt(at)] ?? 0);
}
