import type { Step } from './steps.ts';

/** The keys of a trie as symbols, one after the other. */
export interface Keys {
  readonly symbols: Uint16Array;
  /** Where the key of each pattern begins in `symbols`, by number; the entry after it is its end. Number 0 is none. */
  readonly starts: Int32Array;
}

/**
 * A hash trie over symbols. A node is a slot of one open-addressed table of pairs: the key (parent and symbol) and its
 * value. So a step is one probe in one place of memory. Node 0 is the root; as an answer it means “no child”. Where
 * only one pattern goes on there are no more nodes: its symbols are compared instead. Nor are there where each of a few
 * patterns is the beginning of the next, as “model” is of “models”. Both together save four nodes of five.
 */
export interface Trie {
  /** Pairs of key and value, two entries a slot; key 0 is an empty slot. */
  readonly table: Int32Array;
  /** A key is `(parent << symbolBits) | symbol`. */
  readonly symbolBits: number;
  /** The hash of a key is `imul(key, HASH) >>> shift`. */
  readonly shift: number;
  /** The child of the root for each symbol. */
  readonly roots: Int32Array;
  /**
   * The patterns, by number. The value of a node is the number of the pattern that ends there, or less than 0: of the
   * shortest of those that go on from there.
   */
  readonly keys: Keys;
  /** For a pattern that goes on without nodes: the next longer one that goes on from its end in the same way, or 0. */
  readonly longer: Int32Array;
}

/** Knuth's multiplicative hashing: 2³² divided by the golden ratio. */
const HASH = 0x9e3779b1 | 0;

/** Share of slots in use from which on probes become long. */
const FULL = 0.7;
/** Nodes that a pattern has of its own, more or less. */
const NODES = 1.3;
/** So many patterns are put into a trie in one step. */
const PATTERNS_PER_STEP = 256;

/**
 * Builds a trie of `keys` step by step; no two are the same, none is empty. `symbolCount` is the length of tables by symbol.
 * @throws RangeError where parent and symbol do not fit into 32 bits: above some 700,000 nodes of 4,096 symbols.
 */
export function* trieSteps(keys: Keys, symbolCount: number): Generator<Step, Trie> {
  const expected = keys.starts.length * NODES;
  // A table too small is made anew.
  for (let power = Math.max(4, Math.ceil(Math.log2(expected / FULL))); ; power++) {
    const trie = yield* fillTrie(keys, symbolCount, power);
    if (trie) return trie;
  }
}

function* fillTrie(keys: Keys, symbolCount: number, power: number): Generator<Step, Trie | undefined> {
  const { symbols, starts } = keys;
  const count = starts.length - 2;
  const symbolBits = 32 - Math.clz32(symbolCount - 1);
  if (symbolBits + power > 32) throw new RangeError(`${count} forms are more than the recogniser can hold.`);
  const size = 1 << power;
  const last = 2 * size - 2;
  const shift = 32 - power;
  const limit = Math.floor(size * FULL);
  const table = new Int32Array(2 * size);
  const roots = new Int32Array(symbolCount);
  const longer = new Int32Array(count + 1);
  // Slot 0 is the root's: nothing may be put there.
  table[0] = -1;
  let used = 0;

  /** The child of a node, made where there is none. */
  function makeChild(node: number, symbol: number): number {
    const key = (node << symbolBits) | symbol;
    let at = (Math.imul(key, HASH) >>> shift) << 1;
    while (table[at] !== key && table[at] !== 0) at = (at + 2) & last;
    if (table[at] === 0) {
      used++;
      table[at] = key;
      if (node === 0) roots[symbol] = at >> 1;
    }
    return at >> 1;
  }

  /** Has a pattern go on from where `before` ends, or where that is 0 from a node. */
  function goOn(before: number, value: number, number: number): void {
    if (before > 0) longer[before] = number;
    else table[value] = -number;
  }

  /**
   * Puts a pattern among those that go on without nodes from so many symbols deep, `other` first; whether it could, as
   * each of them is the beginning of the next.
   */
  function join(value: number, other: number, number: number, depth: number): boolean {
    const first = starts[number] ?? 0;
    const length = (starts[number + 1] ?? 0) - first;
    let before = Math.max(0, table[value] ?? 0);
    let next = other;
    let same = depth;
    for (;;) {
      const begin = starts[next] ?? 0;
      const end = (starts[next + 1] ?? 0) - begin;
      const least = Math.min(length, end);
      while (same < least && symbols[begin + same] === symbols[first + same]) same++;
      if (same < least) return false;
      if (length < end) {
        longer[number] = next;
        goOn(before, value, number);
        return true;
      }
      before = next;
      next = longer[next] ?? 0;
      if (next === 0) {
        longer[before] = number;
        return true;
      }
    }
  }

  /** What goes on without nodes from a node, so many symbols deep, gets a node of its own. */
  function moveDown(value: number, node: number, number: number, depth: number): void {
    goOn(Math.max(0, table[value] ?? 0), value, 0);
    const begin = starts[number] ?? 0;
    const child = makeChild(node, symbols[begin + depth] ?? 0);
    table[(child << 1) + 1] = begin + depth + 1 === starts[number + 1] ? number : -number;
  }

  function insert(number: number): void {
    const begin = starts[number] ?? 0;
    const length = (starts[number + 1] ?? 0) - begin;
    let node = 0;
    // A table that is full gets no more.
    for (let depth = 1; used <= limit; depth++) {
      const before = used;
      node = makeChild(node, symbols[begin + depth - 1] ?? 0);
      const value = (node << 1) + 1;
      const here = table[value] ?? 0;
      if (depth === length) {
        if (here < 0) longer[number] = -here;
        table[value] = number;
        return;
      }
      if (used > before) {
        table[value] = -number;
        return;
      }
      const other = here < 0 ? -here : (longer[here] ?? 0);
      if (other === 0) continue;
      if (join(value, other, number, depth)) return;
      moveDown(value, node, other, depth);
    }
  }

  for (let number = 1; number <= count && used <= limit; number++) {
    insert(number);
    if (number % PATTERNS_PER_STEP === 0) yield 'small';
  }
  return used <= limit ? { table, symbolBits, shift, roots, keys, longer } : undefined;
}

/** The child of a node for a symbol, 0 where there is none; `key` is made of both, `table` and `shift` are the trie's. */
export function childOf(table: Int32Array, shift: number, key: number): number {
  const last = table.length - 2;
  let slot = (Math.imul(key, HASH) >>> shift) << 1;
  let found = table[slot];
  while (found !== key && found !== 0) {
    slot = (slot + 2) & last;
    found = table[slot];
  }
  return found === 0 ? 0 : slot >> 1;
}
