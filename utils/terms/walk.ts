import { HYPHEN_SYMBOL, QUOTE_SYMBOL, SEPARATOR_SYMBOL, SPACE_SYMBOL } from './alphabet.ts';
import { LONGEST_GAP } from './neighbours.ts';
import type { Pattern, Patterns } from './patterns.ts';
import { HASH } from './trie.ts';

/** The patterns that begin at one place, shortest first. Reused: the next walk overwrites it. */
interface Hits {
  count: number;
  readonly patterns: Pattern[];
  /** Offsets after the last character of each. */
  readonly ends: number[];
  /** Whether each has quotation marks inside. */
  readonly quoted: boolean[];
  /** Whether one of them is more than a term: a decoy, an exception, a signal, a document. */
  special: boolean;
}

/** Which patterns a run over a text is for. */
type Role = (pattern: Pattern) => boolean;

/**
 * For each symbol two masks of the symbols that may follow it in patterns of a role: bit `symbol % 32` of the first and
 * bit `symbol / 32 % 32` of the second. A character that passes both is nearly always the right one.
 */
export type Masks = Int32Array;

export interface Walker {
  readonly masksFor: (role: Role) => Masks;
  /**
   * The offset of the first place from `from` on, before `to`, where two characters begin a pattern; −1 where there is
   * none. `masks` says which patterns matter; others may be met as well. Places inside of Latin words, where no form
   * counts, are passed over, unless `everywhere`.
   */
  readonly nextStart: (text: string, from: number, to: number, masks: Masks, everywhere?: boolean) => number;
  /** The patterns of any role that begin with the character at `start`; returns {@link Walker.hits}. */
  readonly walk: (text: string, start: number) => Hits;
  /** What the last walk has found. */
  readonly hits: Hits;
}

const LETTER_KIND = 2;
/** The bits that the special symbols have in the second mask: they are the first of the alphabet. */
const SKIPPED = 0b11111;

/**
 * What the loops read. They are functions of the module and take it as an argument: as closures over it, one for each
 * scanner, they ran three times as long.
 */
interface Machine {
  readonly symbols: Uint16Array;
  readonly kinds: Uint8Array;
  readonly table: Int32Array;
  readonly roots: Int32Array;
  readonly symbolBits: number;
  readonly shift: number;
  readonly hyphen: number;
  readonly apostrophe: number;
  readonly patterns: readonly (Pattern | undefined)[];
}

/**
 * Follows the trie from one place of a text. Width, case, script and what may be skipped are folded on the way, with
 * the same result as `Folding.fold`, so a text is read once and nothing is copied.
 */
export function createWalker({ alphabet, trie, patterns }: Patterns): Walker {
  const { symbols, kinds, hyphen, apostrophe, numbers, size } = alphabet;
  const { table, symbolBits, shift, roots } = trie;
  const machine: Machine = { symbols, kinds, table, roots, symbolBits, shift, hyphen, apostrophe, patterns };
  const hits: Hits = { count: 0, patterns: [], ends: [], quoted: [], special: false };
  return {
    hits,
    walk: (text, start) => walk(machine, hits, text, start),
    nextStart: (text, from, to, masks, everywhere = false) =>
      nextStart(machine, text, from, to, masks, everywhere),
    masksFor: (role) => masksFor(patterns, numbers, size, role),
  };
}

/** The child of a node for a symbol, 0 where there is none. */
function child(table: Int32Array, shift: number, key: number): number {
  const last = table.length - 2;
  let slot = (Math.imul(key, HASH) >>> shift) << 1;
  let found = table[slot];
  while (found !== key && found !== 0) {
    slot = (slot + 2) & last;
    found = table[slot];
  }
  return found === 0 ? 0 : slot >> 1;
}

function nextStart(
  { symbols, kinds, table, roots, symbolBits, shift }: Machine,
  text: string,
  from: number,
  to: number,
  masks: Masks,
  everywhere: boolean,
): number {
  let low = 0;
  let high = 0;
  let first = 0;
  for (let at = from; at < to; at++) {
    const symbol = symbols[text.charCodeAt(at)] ?? 0;
    if ((low >>> symbol) & (high >>> (symbol >> 5)) & 1) {
      // What may be skipped says nothing about the second character, and one character may be enough.
      if ((symbol & 31) === 1 || low === -1) return at - 1;
      const node = child(table, shift, ((roots[first] ?? 0) << symbolBits) | symbol);
      if (node !== 0) {
        // Most beginnings end with the third character: better seen here than by a walk.
        let goesOn = table[(node << 1) + 1] !== 0;
        if (!goesOn && at + 1 < to) {
          const third = symbols[text.charCodeAt(at + 1)] ?? 0;
          goesOn =
            (third & 31) === 1 || (third !== 0 && child(table, shift, (node << symbolBits) | third) !== 0);
        }
        if (
          goesOn &&
          (everywhere || kinds[symbol] !== LETTER_KIND || !isInsideWord(symbols, kinds, text, at))
        )
          return at - 1;
      }
    }
    first = symbol;
    low = masks[symbol << 1] ?? 0;
    high = masks[(symbol << 1) + 1] ?? 0;
  }
  return low === -1 ? to - 1 : -1;
}

/** Whether the two characters before `at` are letters: then no form begins with the second. */
function isInsideWord(symbols: Uint16Array, kinds: Uint8Array, text: string, at: number): boolean {
  if (at < 2) return false;
  const kindAt = (place: number): number => kinds[symbols[text.charCodeAt(place)] ?? 0] ?? 0;
  return kindAt(at - 1) === LETTER_KIND && kindAt(at - 2) === LETTER_KIND;
}

function walk(machine: Machine, hits: Hits, text: string, start: number): Hits {
  const { symbols, kinds, table, roots, symbolBits, shift, hyphen, apostrophe, patterns } = machine;
  hits.count = 0;
  hits.special = false;
  const first = symbols[text.charCodeAt(start)] ?? 0;
  let node = roots[first] ?? 0;
  if (node === 0) return hits;
  let latin = kinds[first] !== 0;
  let space = false;
  let hyphened = false;
  let quote = false;
  let quoted = false;
  let gap = 0;
  const ending = table[(node << 1) + 1] ?? 0;
  if (ending !== 0) add(hits, patterns[ending], start + 1, false);
  const { length } = text;
  for (let at = start + 1; at < length; at++) {
    let symbol = symbols[text.charCodeAt(at)] ?? 0;
    if (symbol === 0) break;
    if ((symbol & 31) === 1) {
      if (symbol !== HYPHEN_SYMBOL || (latin && !space && !hyphened)) {
        if (++gap > LONGEST_GAP) break;
        if (symbol === SPACE_SYMBOL) space = true;
        else if (symbol === QUOTE_SYMBOL) quote = true;
        else if (symbol === HYPHEN_SYMBOL) hyphened = true;
        continue;
      }
      symbol = hyphen;
      if (symbol === 0) break;
    }
    if (gap > 0) {
      const joint = latin && kinds[symbol] !== 0;
      let between = 0;
      if (joint && (hyphened || space)) between = SEPARATOR_SYMBOL;
      else if (joint && quote) between = apostrophe;
      else if (hyphened) between = hyphen;
      else between = -1;
      if (between === 0) break;
      if (between > 0) {
        node = child(table, shift, (node << symbolBits) | between);
        if (node === 0) break;
      }
      if (quote && !(joint && !hyphened && !space)) quoted = true;
      space = hyphened = quote = false;
      gap = 0;
    }
    node = child(table, shift, (node << symbolBits) | symbol);
    if (node === 0) break;
    latin = kinds[symbol] !== 0;
    const number = table[(node << 1) + 1] ?? 0;
    if (number !== 0) add(hits, patterns[number], at + 1, quoted);
  }
  return hits;
}

function add(hits: Hits, pattern: Pattern | undefined, end: number, quoted: boolean): void {
  if (!pattern) return;
  hits.patterns[hits.count] = pattern;
  hits.ends[hits.count] = end;
  hits.quoted[hits.count++] = quoted;
  if (pattern.special) hits.special = true;
}

function masksFor(
  patterns: readonly (Pattern | undefined)[],
  numbers: Uint16Array,
  size: number,
  role: Role,
): Masks {
  const masks = new Int32Array(2 * size);
  for (const pattern of patterns) {
    if (!pattern || !role(pattern)) continue;
    const { units } = pattern;
    const first = numbers[units.charCodeAt(0)] ?? 0;
    const second = numbers[units.charCodeAt(1)] ?? 0;
    const single = units.length === 1;
    // Bit 1 of the first and the low bits of the second stand for all that may be skipped, after any character.
    masks[first << 1] = (masks[first << 1] ?? 0) | (single ? -1 : (1 << second) | 2);
    masks[(first << 1) + 1] = (masks[(first << 1) + 1] ?? 0) | (single ? -1 : (1 << (second >> 5)) | SKIPPED);
  }
  return masks;
}
