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

/** How many slots there are for each node at least: probes stay short. */
const SLOTS_PER_NODE = 1.5;

/**
 * Builds a trie of `keys`, each a sequence of symbols below `symbolCount`. The pattern of `keys[i]` has number
 * `i + 1`; of two equal keys the first keeps the place.
 */
export function buildTrie(keys: readonly Uint16Array[], symbolCount: number): Trie {
  let units = 1;
  for (const key of keys) units += key.length;
  const power = Math.ceil(Math.log2(units * SLOTS_PER_NODE));
  const size = 1 << Math.max(power, 4);
  const last = size - 1;
  const shift = 32 - Math.log2(size);
  const parents = new Int32Array(size);
  const symbols = new Uint16Array(size);
  const endings = new Int32Array(size);
  const roots = new Int32Array(symbolCount);

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

  for (const [index, key] of keys.entries()) {
    let node = 0;
    for (const symbol of key) {
      const slot = slotOf(node, symbol);
      if (symbols[slot] === 0) {
        symbols[slot] = symbol;
        parents[slot] = node;
        if (node === 0) roots[symbol] = slot;
      }
      node = slot;
    }
    if (node !== 0 && endings[node] === 0) endings[node] = index + 1;
  }
  return {
    roots,
    step,
    endings,
    bytes: parents.byteLength + symbols.byteLength + endings.byteLength + roots.byteLength,
  };
}
