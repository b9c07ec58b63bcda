import type { Pattern } from './patterns.ts';
import { childOf, type Trie } from './trie.ts';

/** Which patterns a run over a text is for. */
export type Role = (pattern: Pattern) => boolean;

/**
 * The two characters that patterns of a role begin with, as a set of bits by hash. Most characters begin some form and
 * few pairs do, so this is what a text is asked first, and 19 of 20 places of ordinary news need no second question.
 */
export interface Starts {
  /** Bit `hash & 31` of entry `hash >>> 5` is 1 where a pair may be one; the number of bits is a power of 2. */
  readonly bits: Int32Array;
  /** The number of bits, less 1. */
  readonly mask: number;
}

/** What the loop reads; the same for every role. */
export interface StartTables {
  /** The symbol of every code unit. */
  readonly symbols: Uint16Array;
  /** 2 for the symbols of Latin letters. */
  readonly kinds: Uint8Array;
  readonly trie: Trie;
}

/** The hash of a pair of symbols is `first * SPREAD + second`. */
const SPREAD = 0x9e3b;
/** Bits for each pair; at 32 three pairs of a hundred that begin nothing are taken for one that does. */
const BITS_A_PAIR = 32;
const FEWEST_BITS = 2 ** 12;
/** 128 KB: a larger set would be slower to read than what it spares. */
const MOST_BITS = 2 ** 20;
const LETTER_KIND = 2;

/** The pairs of the patterns of a role. `numbers` are the symbols of folded units, below `symbolCount`. */
export function startsOf(
  patterns: Iterable<Pattern | undefined>,
  numbers: Uint16Array,
  symbolCount: number,
  role: Role,
): Starts {
  const pairs: number[] = [];
  const firsts = new Set<number>();
  for (const pattern of patterns) {
    if (!pattern || !role(pattern)) continue;
    const { units } = pattern;
    const first = numbers[units.charCodeAt(0)] ?? 0;
    if (units.length > 1) pairs.push(Math.imul(first, SPREAD) + (numbers[units.charCodeAt(1)] ?? 0));
    // One character is enough, whatever follows.
    else for (let second = 0; second < symbolCount; second++) pairs.push(Math.imul(first, SPREAD) + second);
    firsts.add(first);
  }
  // What may be skipped says nothing about the second character.
  for (const first of firsts) {
    for (let second = 1; second < 129; second += 32) pairs.push(Math.imul(first, SPREAD) + second);
  }
  let size = FEWEST_BITS;
  while (size < pairs.length * BITS_A_PAIR && size < MOST_BITS) size *= 2;
  const bits = new Int32Array(size >>> 5);
  const mask = size - 1;
  for (const pair of pairs) {
    const hash = pair & mask;
    bits[hash >>> 5] = (bits[hash >>> 5] ?? 0) | (1 << hash);
  }
  return { bits, mask };
}

/**
 * The offset of the first place from `from` on, before `to`, where a pattern begins as far as three characters tell; −1
 * where there is none. `starts` says which patterns matter; others may be met as well. Places inside of Latin words,
 * where no form counts, are passed over, unless `everywhere`.
 */
export function nextStart(
  { symbols, kinds, trie }: StartTables,
  { bits, mask }: Starts,
  text: string,
  from: number,
  to: number,
  everywhere: boolean,
): number {
  if (from >= to) return -1;
  let first = symbols[text.charCodeAt(from)] ?? 0;
  let base = Math.imul(first, SPREAD);
  for (let at = from + 1; at < to; at++) {
    let symbol = symbols[text.charCodeAt(at)] ?? 0;
    const hash = (base + symbol) & mask;
    if (((bits[hash >>> 5] ?? 0) >>> hash) & 1) {
      if (!everywhere && kinds[first] === LETTER_KIND && isLetterAt(symbols, kinds, text, at - 2)) {
        while (kinds[symbol] === LETTER_KIND && ++at < to) symbol = symbols[text.charCodeAt(at)] ?? 0;
      } else if (beginsPattern(symbols, trie, text, at, to, first, symbol)) return at - 1;
    }
    first = symbol;
    base = Math.imul(symbol, SPREAD);
  }
  return endsOnce(trie, first) ? to - 1 : -1;
}

function isLetterAt(symbols: Uint16Array, kinds: Uint8Array, text: string, at: number): boolean {
  return at >= 0 && kinds[symbols[text.charCodeAt(at)] ?? 0] === LETTER_KIND;
}

/** Whether a symbol alone is a pattern. */
function endsOnce({ table, roots }: Trie, symbol: number): boolean {
  const node = roots[symbol] ?? 0;
  return node !== 0 && table[(node << 1) + 1] !== 0;
}

/** Whether a pattern begins with two symbols, the second of which stands at `at`, as far as the next one tells. */
function beginsPattern(
  symbols: Uint16Array,
  trie: Trie,
  text: string,
  at: number,
  to: number,
  first: number,
  second: number,
): boolean {
  const { table, roots, symbolBits, shift } = trie;
  const root = roots[first] ?? 0;
  if (root === 0) return false;
  // What may be skipped says nothing.
  if ((second & 31) === 1 || table[(root << 1) + 1] !== 0) return true;
  const node = childOf(table, shift, (root << symbolBits) | second);
  if (node === 0) return false;
  if (table[(node << 1) + 1] !== 0) return true;
  // Most beginnings end with the third character: better seen here than by a walk.
  if (at + 1 >= to) return false;
  const third = symbols[text.charCodeAt(at + 1)] ?? 0;
  return (third & 31) === 1 || (third !== 0 && childOf(table, shift, (node << symbolBits) | third) !== 0);
}
