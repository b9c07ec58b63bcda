/**
 * A hash trie over symbols: a node is a slot of one open-addressed table, so a step is one probe and there is no
 * second array to follow. Node 0 is the root, which has its own table of children; 0 as an answer means “no child”.
 */
export interface Trie {
  /** The child of the root for each symbol. */
  readonly roots: Int32Array;
  readonly step: (node: number, symbol: number) => number;
  /** Number of the pattern that ends at a node; 0 is none. */
  readonly endings: Int32Array;
  /** Memory of the tables in bytes. */
  readonly bytes: number;
}

/** Share of slots in use from which on probes become long. */
const FULL = 0.7;

/**
 * Builds a trie of `keys`, strings of folded units whose symbols are in `numbers`. The pattern of `keys[i]` has number
 * `i + 1`. `symbolCount` is the length of tables by symbol.
 */
export function buildTrie(keys: readonly string[], numbers: Uint16Array, symbolCount: number): Trie {
  let units = 0;
  for (const key of keys) units += key.length;
  // Half of the units are beginnings that another key has already, more or less; a table too small is made anew.
  for (let power = Math.max(4, Math.ceil(Math.log2(units / 2 / FULL))); ; power++) {
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
  const size = 1 << power;
  const last = size - 1;
  const shift = 32 - power;
  const limit = Math.floor(size * FULL);
  const parents = new Int32Array(size);
  const symbols = new Uint16Array(size);
  const endings = new Int32Array(size);
  const roots = new Int32Array(symbolCount);
  let used = 0;

  function slotOf(node: number, symbol: number): number {
    let slot = (Math.imul(node, 0x9e3779b1) + Math.imul(symbol, 0x85ebca6b)) >>> shift;
    while (slot === 0 || (symbols[slot] !== 0 && (symbols[slot] !== symbol || parents[slot] !== node))) {
      slot = (slot + 1) & last;
    }
    return slot;
  }

  function step(node: number, symbol: number): number {
    const slot = slotOf(node, symbol);
    return symbols[slot] === 0 ? 0 : slot;
  }

  for (let index = 0; index < keys.length; index++) {
    const key = keys[index] ?? '';
    let node = 0;
    for (let at = 0; at < key.length; at++) {
      const symbol = numbers[key.charCodeAt(at)] ?? 0;
      const slot = slotOf(node, symbol);
      if (symbols[slot] === 0) {
        if (++used > limit) return undefined;
        symbols[slot] = symbol;
        parents[slot] = node;
        if (node === 0) roots[symbol] = slot;
      }
      node = slot;
    }
    endings[node] = index + 1;
  }
  return {
    roots,
    step,
    endings,
    bytes: parents.byteLength + symbols.byteLength + endings.byteLength + roots.byteLength,
  };
}
