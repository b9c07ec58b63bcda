/**
 * A hash trie over symbols. A node is a slot of one open-addressed table of pairs: the key (parent and symbol) and its
 * value. So a step is one probe in one place of memory. Node 0 is the root; as an answer it means “no child”. Where
 * only one pattern goes on there are no more nodes: its units are compared instead, which saves two nodes of three.
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
   * The patterns, by number less 1. The value of a node is the number of the pattern that ends there, or less than 0: of
   * the only pattern that goes on from there.
   */
  readonly keys: readonly string[];
}

/** Knuth's multiplicative hashing: 2³² divided by the golden ratio. */
const HASH = 0x9e3779b1 | 0;

/** Share of slots in use from which on probes become long. */
const FULL = 0.7;
/** Nodes that a pattern has of its own, more or less; those in Latin letters share long beginnings in pairs. */
const NODES = 1.3;
const LATIN_NODES = 7;

/**
 * Builds a trie of `keys`, strings of folded units whose symbols are in `numbers`; no two are the same. The pattern of
 * `keys[i]` has number `i + 1`. `symbolCount` is the length of tables by symbol.
 * @throws RangeError where parent and symbol do not fit into 32 bits: above some 700,000 nodes of 4,096 symbols.
 */
export function buildTrie(keys: readonly string[], numbers: Uint16Array, symbolCount: number): Trie {
  let expected = 0;
  for (const key of keys) expected += key.charCodeAt(0) < 0x250 ? LATIN_NODES : NODES;
  // A table too small is made anew.
  for (let power = Math.max(4, Math.ceil(Math.log2(expected / FULL))); ; power++) {
    const trie = fillTrie(keys, numbers, symbolCount, power);
    if (trie) return trie;
  }
}

function fillTrie(
  keys: readonly string[],
  numbers: Uint16Array,
  symbolCount: number,
  power: number,
): Trie | undefined {
  const symbolBits = 32 - Math.clz32(symbolCount - 1);
  if (symbolBits + power > 32)
    throw new RangeError(`${keys.length} forms are more than the recogniser can hold.`);
  const size = 1 << power;
  const last = 2 * size - 2;
  const shift = 32 - power;
  const limit = Math.floor(size * FULL);
  const table = new Int32Array(2 * size);
  const roots = new Int32Array(symbolCount);
  // Slot 0 is the root's: nothing may be put there.
  table[0] = -1;
  let used = 0;

  /** The child of a node, made where there is none; a table that is full gets no more. */
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

  for (let number = 1; number <= keys.length && used <= limit; number++) {
    const units = keys[number - 1] ?? '';
    let node = 0;
    for (let place = 0; place < units.length && used <= limit; place++) {
      const before = used;
      node = makeChild(node, numbers[units.charCodeAt(place)] ?? 0);
      const value = (node << 1) + 1;
      if (place + 1 === units.length) {
        moveDown(value, node, place + 1);
        table[value] = number;
      } else if (used > before) {
        table[value] = -number;
        break;
      } else moveDown(value, node, place + 1);
    }
  }
  return used <= limit ? { table, symbolBits, shift, roots, keys } : undefined;

  /** A pattern that was alone at a node, so many units deep, is alone no more and gets a node of its own. */
  function moveDown(value: number, node: number, depth: number): void {
    const number = -(table[value] ?? 0);
    if (number <= 0) return;
    const units = keys[number - 1] ?? '';
    const child = makeChild(node, numbers[units.charCodeAt(depth)] ?? 0);
    table[value] = 0;
    table[(child << 1) + 1] = depth + 1 === units.length ? number : -number;
  }
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
