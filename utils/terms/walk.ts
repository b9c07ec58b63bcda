import { HYPHEN_SYMBOL, QUOTE_SYMBOL, SEPARATOR_SYMBOL, SPACE_SYMBOL } from './alphabet.ts';
import { LONGEST_GAP } from './neighbours.ts';
import type { Patterns } from './patterns.ts';
import { createPlaces, findPlaces, type Places } from './places.ts';
import type { Starts } from './starts.ts';
import { childOf, type Trie } from './trie.ts';

/** The patterns that begin at one place, shortest first. Reused: the next walk overwrites it. */
interface Hits {
  count: number;
  /** The checks of all of them together, roles included. */
  checks: number;
  /** The number of each. */
  readonly numbers: Int32Array;
  /** Offsets after the last character of each. */
  readonly ends: Int32Array;
  /** 1 for each that has quotation marks inside. */
  readonly quoted: Uint8Array;
}

export interface Walker {
  /** See {@link findPlaces}; fills {@link Walker.places}. */
  readonly findPlaces: (text: string, from: number, to: number, starts: Starts) => number;
  readonly places: Places;
  /** The patterns of any role that begin with the character at `start`; returns {@link Walker.hits}. */
  readonly walk: (text: string, start: number) => Hits;
  /** What the last walk has found. */
  readonly hits: Hits;
}

/**
 * What the loops read. They are functions of the module and take it as an argument: as closures over it, one for each
 * scanner, they ran three times as long.
 */
interface Machine {
  readonly symbols: Uint16Array;
  readonly kinds: Uint8Array;
  readonly trie: Trie;
  readonly hyphen: number;
  readonly apostrophe: number;
  readonly checks: Int32Array;
}

/**
 * Follows the trie from one place of a text. Width, case, script and what may be skipped are folded on the way, with
 * the same result as `Folding.fold`, so a text is read once and nothing is copied.
 */
export function createWalker({ alphabet, trie, checks, longest }: Patterns): Walker {
  const { symbols, kinds, hyphen, apostrophe } = alphabet;
  const machine: Machine = { symbols, kinds, trie, hyphen, apostrophe, checks };
  const places = createPlaces();
  const hits: Hits = {
    count: 0,
    checks: 0,
    numbers: new Int32Array(longest),
    ends: new Int32Array(longest),
    quoted: new Uint8Array(longest),
  };
  return {
    hits,
    walk: (text, start) => walk(machine, hits, text, start),
    findPlaces: (text, from, to, starts) => findPlaces(places, symbols, starts, text, from, to),
    places,
  };
}

function walk(machine: Machine, hits: Hits, text: string, start: number): Hits {
  const { symbols, kinds, trie, hyphen, apostrophe, checks } = machine;
  const { table, roots, symbolBits, shift, keys, longer } = trie;
  hits.count = 0;
  hits.checks = 0;
  const first = symbols[text.charCodeAt(start)] ?? 0;
  let node = roots[first] ?? 0;
  if (node === 0) return hits;
  let value = table[(node << 1) + 1] ?? 0;
  let latin = kinds[first] !== 0;
  let space = false;
  let hyphened = false;
  let quote = false;
  let quoted = 0;
  let gap = 0;
  // Where patterns go on without nodes: the next of them, the place of its next symbol among the keys, and its end there.
  let alone = 0;
  let place = 0;
  let end = 0;
  let depth = 1;
  const { length } = text;
  for (let at = start + 1; ; ) {
    if (value !== 0) {
      if (value > 0) add(hits, checks, value, at, quoted);
      alone = value > 0 ? (longer[value] ?? 0) : -value;
      if (alone !== 0) {
        place = (keys.starts[alone] ?? 0) + depth;
        end = keys.starts[alone + 1] ?? 0;
      }
    }
    if (at >= length) break;
    let symbol = symbols[text.charCodeAt(at)] ?? 0;
    if (symbol <= HYPHEN_SYMBOL) {
      if (symbol === 0) break;
      if (symbol !== HYPHEN_SYMBOL || (latin && !space && !hyphened)) {
        if (++gap > LONGEST_GAP) break;
        if (symbol === SPACE_SYMBOL) space = true;
        else if (symbol === QUOTE_SYMBOL) quote = true;
        else if (symbol === HYPHEN_SYMBOL) hyphened = true;
        value = 0;
        at++;
        continue;
      }
      symbol = hyphen;
      if (symbol === 0) break;
    }
    // What stands for the gap goes first, then the same character once more.
    let stands = false;
    if (gap > 0) {
      const joint = latin && kinds[symbol] !== 0;
      let between = 0;
      if (joint && (hyphened || space)) between = SEPARATOR_SYMBOL;
      else if (joint && quote) between = apostrophe;
      else if (hyphened) between = hyphen;
      else between = -1;
      if (between === 0) break;
      if (quote && !(joint && !hyphened && !space)) quoted = 1;
      space = hyphened = quote = false;
      gap = 0;
      stands = between > 0;
      if (stands) symbol = between;
    }
    latin = kinds[symbol] !== 0;
    if (!stands) at++;
    depth++;
    if (alone === 0) {
      node = childOf(table, shift, (node << symbolBits) | symbol);
      if (node === 0) break;
      value = table[(node << 1) + 1] ?? 0;
      continue;
    }
    if (keys.symbols[place++] !== symbol) break;
    value = 0;
    if (place < end) continue;
    add(hits, checks, alone, at, quoted);
    alone = longer[alone] ?? 0;
    if (alone === 0) break;
    place = (keys.starts[alone] ?? 0) + depth;
    end = keys.starts[alone + 1] ?? 0;
  }
  return hits;
}

function add(hits: Hits, checks: Int32Array, number: number, end: number, quoted: number): void {
  const { count } = hits;
  hits.numbers[count] = number;
  hits.ends[count] = end;
  hits.quoted[count] = quoted;
  hits.checks |= checks[number] ?? 0;
  hits.count = count + 1;
}
