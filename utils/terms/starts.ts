import { FIRST_LETTER, INVISIBLE_SYMBOL, LETTERS, SKIPPED_SYMBOLS } from './alphabet.ts';
import { DECOY, DOCUMENT, EXCEPTION, type Patterns, patternsOf, STARTS_LATIN } from './patterns.ts';
import type { Keys, Trie } from './trie.ts';

/**
 * What patterns of a role begin with, as two sets by hash: pairs of neighbouring symbols by their place in a pattern, and
 * whole Latin words. A place that passes may still begin nothing; one that does not pass begins nothing.
 */
export interface Starts {
  /**
   * For each pair of symbols the places that it has in patterns: the bits below. Of each symbol the last `width` bits
   * count, so some pairs share an entry.
   */
  readonly pairs: Uint8Array;
  readonly width: number;
  /** 1 for the hash of each Latin word that a pattern begins with. The length is a power of 2. */
  readonly words: Uint8Array;
}

/** What the loop reads; the same for every role. */
export interface StartTables {
  /** The symbol of every code unit. */
  readonly symbols: Uint16Array;
  /** 2 for the symbols of Latin letters. */
  readonly kinds: Uint8Array;
  readonly trie: Trie;
}

// Patterns are told apart by their length, so that the second pair of one is not taken for that of another.
/** First, second and third pair of a pattern of four symbols or more … */
const LONG = 1;
const LONG_THEN = 2;
const LONG_LAST = 4;
/** … both pairs of one of three … */
const THREE = 8;
const THREE_LAST = 16;
/** … and the only pair of one of two, or one symbol and whatever follows. */
const TWO = 64;

/**
 * What is known of the last few places is a row of bits, moved by one for each symbol. Short patterns wait until a long
 * one would be known, so that places come out in order: bits 5, 7 and 8 ask nothing of the text.
 */
const WAITING = 32 | 128 | 256;
const BEGINNING = LONG | THREE | TWO;
/** A pattern begins three places back. */
const COMPLETE = LONG_LAST | 32 | 256;
/** What began two places back. */
const BEGUN_TWO_BACK = LONG_THEN | THREE_LAST | 128;

/** Entries for each pattern, so that few are taken for others. */
const ROOM = 12;
/** The same for Latin patterns; a few begin with the same word. */
const WORD_ROOM = 4;
const LEAST_WIDTH = 6;
/** 256 KB: a larger set would be slower to read than what it spares. */
const MOST_WIDTH = 9;
const LETTER_KIND = 2;

/** The beginnings of the patterns that have one of the bits of `roles`, such as `TERM`. */
export function startsOf(patterns: Patterns, roles: number): Starts {
  const { checks, trie } = patterns;
  const chosen = patternsOf(patterns, roles);
  const latin = chosen.filter((number) => (checks[number] ?? 0) & STARTS_LATIN);
  let width = LEAST_WIDTH;
  while (width < MOST_WIDTH && 4 ** width < chosen.length * ROOM) width++;
  const starts: Starts = {
    pairs: new Uint8Array(4 ** width),
    width,
    words: new Uint8Array(2 ** Math.ceil(Math.log2(latin.length * WORD_ROOM + 1))),
  };
  for (const number of chosen) markKey(starts, trie.keys, number, checks[number] ?? 0);
  for (const skipped of SKIPPED_SYMBOLS) markAll(starts, skipped, LONG_LAST);
  return starts;
}

function markKey(starts: Starts, { symbols, starts: places }: Keys, number: number, checks: number): void {
  const begin = places[number] ?? 0;
  const length = (places[number + 1] ?? 0) - begin;
  const first = symbols[begin] ?? 0;
  if (isLetter(first)) {
    markWord(starts.words, symbols, begin, length, checks);
    return;
  }
  markGap(starts, first, TWO);
  if (length === 1) {
    // One symbol is enough, whatever follows.
    markAll(starts, first, TWO);
    return;
  }
  const second = symbols[begin + 1] ?? 0;
  if (length === 2) {
    mark(starts, first, second, TWO);
    return;
  }
  const third = symbols[begin + 2] ?? 0;
  mark(starts, first, second, length === 3 ? THREE : LONG);
  mark(starts, second, third, length === 3 ? THREE_LAST : LONG_THEN);
  markGap(starts, second, length === 3 ? THREE_LAST : LONG_THEN);
  if (length === 3) return;
  mark(starts, third, symbols[begin + 3] ?? 0, LONG_LAST);
  markGap(starts, third, LONG_LAST);
}

function mark({ pairs, width }: Starts, first: number, second: number, places: number): void {
  const low = (1 << width) - 1;
  const pair = ((first & low) << width) | (second & low);
  pairs[pair] = (pairs[pair] ?? 0) | places;
}

function markAll(starts: Starts, first: number, places: number): void {
  for (let second = 0; second < 1 << starts.width; second++) mark(starts, first, second, places);
}

/** What may be skipped says nothing about the symbol that should stand there. */
function markGap(starts: Starts, first: number, places: number): void {
  for (const skipped of SKIPPED_SYMBOLS) mark(starts, first, skipped, places);
}

/** Of a pattern that begins with a Latin word that word is asked for, all of it. */
function markWord(
  words: Uint8Array,
  symbols: Uint16Array,
  begin: number,
  length: number,
  checks: number,
): void {
  let hash = 0;
  let at = 0;
  for (; at < length && isLetter(symbols[begin + at] ?? 0); at++)
    hash = withLetter(hash, symbols[begin + at] ?? 0);
  words[placeOf(hash, words)] = 1;
  // A form must end where its word does; a decoy or the name of a document may be the beginning of any longer word.
  if (at === length && checks & (DECOY | EXCEPTION | DOCUMENT)) words.fill(1);
}

function isLetter(symbol: number): boolean {
  return symbol >= FIRST_LETTER && symbol < FIRST_LETTER + LETTERS;
}

function withLetter(hash: number, symbol: number): number {
  return (Math.imul(hash, 31) + symbol) | 0;
}

function placeOf(hash: number, words: Uint8Array): number {
  return (hash ^ (hash >>> 15)) & (words.length - 1);
}

/**
 * The offset of the first place from `from` on, before `to`, where a pattern begins as far as four symbols or the first
 * Latin word tell; −1 where there is none. `starts` says which patterns matter. Places inside of Latin words, where no
 * form counts, are passed over.
 */
export function nextStart(
  { symbols, kinds, trie }: StartTables,
  { pairs, width, words }: Starts,
  text: string,
  from: number,
  to: number,
): number {
  let at = from;
  while (at < to) {
    if (isLetter(symbols[text.charCodeAt(at)] ?? 0)) {
      const end = passWord(symbols, words, text, at, to);
      if (end < 0 && !isLetterAt(symbols, kinds, text, at - 1)) return at;
      at = Math.abs(end);
      if (at >= to) return -1;
    }
    const found = nextPairs(symbols, pairs, width, text, at, to);
    if (found < 0) return endsOnce(trie, symbols[text.charCodeAt(to - 1)] ?? 0) ? to - 1 : -1;
    const symbol = symbols[text.charCodeAt(found)] ?? 0;
    if (kinds[symbol] !== LETTER_KIND) return found;
    at = found;
    if (isLetter(symbol)) continue;
    // A letter with a mark, as in “é”.
    if (!isLetterAt(symbols, kinds, text, found - 1)) return found;
    at++;
  }
  return -1;
}

/** The end of the Latin word at `from`, negative where a pattern may begin with it. */
function passWord(symbols: Uint16Array, words: Uint8Array, text: string, from: number, to: number): number {
  let hash = 0;
  for (let at = from; at < to; at++) {
    const symbol = symbols[text.charCodeAt(at)] ?? 0;
    if (!isLetter(symbol)) {
      // A soft hyphen may stand in the middle of a word.
      return words[placeOf(hash, words)] === 1 || symbol === INVISIBLE_SYMBOL ? -at : at;
    }
    hash = withLetter(hash, symbol);
  }
  return words[placeOf(hash, words)] === 1 ? -to : to;
}

/**
 * The first place where pairs show a beginning, or where a Latin letter stands. This is where the time goes: it has one
 * loop and no call, with a second loop inside of it the compiler's code takes twice as long.
 */
function nextPairs(
  symbols: Uint16Array,
  pairs: Uint8Array,
  width: number,
  text: string,
  from: number,
  to: number,
): number {
  const mask = pairs.length - 1;
  const low = (1 << width) - 1;
  let state = 0;
  let first = symbols[text.charCodeAt(from)] ?? 0;
  for (let at = from + 1; at < to; at++) {
    const symbol = symbols[text.charCodeAt(at)] ?? 0;
    const pair = ((first << width) | (symbol & low)) & mask;
    state = ((state << 1) | BEGINNING) & ((pairs[pair] ?? 0) | WAITING);
    first = symbol;
    if ((state & COMPLETE) !== 0) return at - 3;
    if ((symbol - FIRST_LETTER) >>> 0 < LETTERS) {
      // What is not known yet is looked at first, so that places come out in order.
      if (state === 0) return at;
      return at - ((state & BEGUN_TWO_BACK) !== 0 ? 2 : 1);
    }
  }
  for (let at = to; at < to + 2; at++) {
    state = (state << 1) & WAITING;
    if ((state & COMPLETE) !== 0) return at - 3;
  }
  return -1;
}

function isLetterAt(symbols: Uint16Array, kinds: Uint8Array, text: string, at: number): boolean {
  return at >= 0 && kinds[symbols[text.charCodeAt(at)] ?? 0] === LETTER_KIND;
}

/** Whether a symbol alone is a pattern. */
function endsOnce({ table, roots }: Trie, symbol: number): boolean {
  const node = roots[symbol] ?? 0;
  return node !== 0 && (table[(node << 1) + 1] ?? 0) > 0;
}
