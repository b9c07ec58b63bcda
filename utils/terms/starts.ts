import { type Alphabet, isLetter, LETTER_S, SEPARATOR_SYMBOL } from './alphabet.ts';
import { DECOY, DOCUMENT, EXCEPTION, type Patterns, patternsOf, STARTS_LATIN } from './patterns.ts';
import type { Keys } from './trie.ts';

/**
 * What patterns of a role begin with, as two sets by hash: pairs of neighbouring symbols by their place in a pattern, and
 * whole Latin words. A place that passes may still begin nothing; one that does not pass begins nothing.
 */
export interface Starts {
  /**
   * For each pair of symbols the places that it has in patterns: the bits below. What may be skipped stands in no pair. Of
   * each symbol the last `width` bits count, so some pairs share an entry.
   */
  readonly pairs: Uint8Array;
  readonly width: number;
  /** A bit for the hash of each Latin word that a pattern begins with. The length is a power of 2. */
  readonly words: Uint8Array;
}

// Patterns are told apart by their length, so that the second pair of one is not taken for that of another.
/** First, second and third pair of a pattern of four symbols or more … */
export const LONG = 1;
export const LONG_THEN = 2;
export const LONG_LAST = 4;
/** … both pairs of one of three … */
export const THREE = 8;
export const THREE_LAST = 16;
/** … and the only pair of one of two, or one symbol and whatever follows. */
export const TWO = 64;

/** Entries for each pattern, so that few are taken for others. */
const ROOM = 12;
/** Bits for each Latin pattern; a few begin with the same word. */
const WORD_ROOM = 8;
const LEAST_WIDTH = 5;
/** 256 KB: a larger set would be slower to read than what it spares. */
const MOST_WIDTH = 9;

/** The beginnings of the patterns that have one of the bits of `roles`, such as `TERM`. */
export function startsOf(patterns: Patterns, roles: number): Starts {
  const { checks, trie, alphabet } = patterns;
  const chosen = patternsOf(patterns, roles);
  const latin = chosen.filter((number) => (checks[number] ?? 0) & STARTS_LATIN);
  let width = LEAST_WIDTH;
  while (width < MOST_WIDTH && 4 ** width < chosen.length * ROOM) width++;
  const starts: Starts = {
    pairs: new Uint8Array(4 ** width),
    width,
    words: new Uint8Array(2 ** Math.ceil(Math.log2((latin.length * WORD_ROOM) / 8 + 1))),
  };
  const told = [0, 0, 0, 0];
  for (const number of chosen) markKey(starts, told, trie.keys, alphabet, number, checks[number] ?? 0);
  return starts;
}

/** Marks what a pattern begins with; `told` is room for its first symbols. */
function markKey(
  starts: Starts,
  told: number[],
  { symbols, starts: places }: Keys,
  alphabet: Alphabet,
  number: number,
  checks: number,
): void {
  const begin = places[number] ?? 0;
  const length = (places[number + 1] ?? 0) - begin;
  const first = symbols[begin] ?? 0;
  if (isLetter(first)) {
    markWord(starts.words, symbols, begin, length, checks);
    return;
  }
  switch (firstSymbols(told, symbols, begin, begin + length, alphabet)) {
    case 1:
      // One symbol is enough, whatever follows.
      for (let any = 0; any < 1 << starts.width; any++) mark(starts, first, any, TWO);
      return;
    case 2:
      mark(starts, first, told[1] ?? 0, TWO);
      return;
    case 3:
      mark(starts, first, told[1] ?? 0, THREE);
      mark(starts, told[1] ?? 0, told[2] ?? 0, THREE_LAST);
      return;
    default:
      mark(starts, first, told[1] ?? 0, LONG);
      mark(starts, told[1] ?? 0, told[2] ?? 0, LONG_THEN);
      mark(starts, told[2] ?? 0, told[3] ?? 0, LONG_LAST);
  }
}

/** The first symbols of a key without those that nobody looks for in a text, as many as four; returns how many. */
function firstSymbols(
  told: number[],
  symbols: Uint16Array,
  begin: number,
  end: number,
  { hyphen, apostrophe }: Pick<Alphabet, 'hyphen' | 'apostrophe'>,
): number {
  let count = 0;
  for (let at = begin; at < end && count < 4; at++) {
    const symbol = symbols[at] ?? 0;
    if (symbol !== SEPARATOR_SYMBOL && symbol !== hyphen && symbol !== apostrophe) told[count++] = symbol;
  }
  return count;
}

function mark({ pairs, width }: Starts, first: number, second: number, places: number): void {
  const pair = pairOf(first, second, width);
  pairs[pair] = (pairs[pair] ?? 0) | places;
}

/** The entry of two symbols in {@link Starts.pairs}. */
export function pairOf(first: number, second: number, width: number): number {
  const low = (1 << width) - 1;
  return ((first & low) << width) | (second & low);
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
  markHash(words, hash);
  if (at < length) return;
  // A form must end where its word does, a decoy there or with its plural. The others may be the beginning of any word.
  if (checks & DECOY) markHash(words, withLetter(hash, LETTER_S));
  if (checks & (EXCEPTION | DOCUMENT)) words.fill(255);
}

/** The hash of a Latin word with one letter more; that of no letter is 0. */
export function withLetter(hash: number, symbol: number): number {
  return (Math.imul(hash, 31) + symbol) | 0;
}

function markHash(words: Uint8Array, hash: number): void {
  const bit = bitOf(hash, words);
  words[bit >>> 3] = (words[bit >>> 3] ?? 0) | (1 << (bit & 7));
}

/** Whether a pattern may begin with the Latin word of that hash. */
export function hasWord(words: Uint8Array, hash: number): boolean {
  const bit = bitOf(hash, words);
  return (((words[bit >>> 3] ?? 0) >>> (bit & 7)) & 1) === 1;
}

function bitOf(hash: number, words: Uint8Array): number {
  return (hash ^ (hash >>> 15)) & (8 * words.length - 1);
}
