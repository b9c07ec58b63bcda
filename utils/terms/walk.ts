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

/** For each symbol, which symbols may follow it in patterns of a role: bit `symbol % 32`. */
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

/**
 * Follows the trie from one place of a text. Width, case, script and what may be skipped are folded on the way, with
 * the same result as `Folding.fold`, so a text is read once and nothing is copied.
 */
export function createWalker({ alphabet, trie, patterns }: Patterns): Walker {
  const { symbols, kinds, hyphen, apostrophe, numbers } = alphabet;
  const { table, symbolBits, shift, roots } = trie;
  const last = table.length - 2;
  const hits: Hits = { count: 0, patterns: [], ends: [], quoted: [], special: false };

  function add(number: number, end: number, quoted: boolean): void {
    const pattern = patterns[number];
    if (!pattern) return;
    hits.patterns[hits.count] = pattern;
    hits.ends[hits.count] = end;
    hits.quoted[hits.count++] = quoted;
    if (pattern.special) hits.special = true;
  }

  /** The child of a node for a symbol, as `step` in trie.ts; written out here because the loops live on it. */
  function child(node: number, symbol: number): number {
    const key = (node << symbolBits) | symbol;
    let slot = (Math.imul(key, HASH) >>> shift) << 1;
    let found = table[slot];
    while (found !== key && found !== 0) {
      slot = (slot + 2) & last;
      found = table[slot];
    }
    return found === 0 ? 0 : slot >> 1;
  }

  function nextStart(text: string, from: number, to: number, masks: Masks, everywhere = false): number {
    let mask = 0;
    let first = 0;
    for (let at = from; at < to; at++) {
      const symbol = symbols[text.charCodeAt(at)] ?? 0;
      if ((mask >>> symbol) & 1) {
        // What may be skipped says nothing about the second character, and one character may be enough.
        if ((symbol & 31) === 1 || mask === -1) return at - 1;
        const node = child(roots[first] ?? 0, symbol);
        // Most beginnings end with the third character: better seen here than by a walk.
        if (node !== 0 && goesOn(text, at + 1, to, node) && (everywhere || !isInsideWord(text, at, symbol)))
          return at - 1;
      }
      first = symbol;
      mask = masks[symbol] ?? 0;
    }
    return mask === -1 ? to - 1 : -1;
  }

  /** Whether a pattern ends at a node or may go on with the character at `at`. */
  function goesOn(text: string, at: number, to: number, node: number): boolean {
    if (table[(node << 1) + 1] !== 0) return true;
    if (at >= to) return false;
    const symbol = symbols[text.charCodeAt(at)] ?? 0;
    return (symbol & 31) === 1 || (symbol !== 0 && child(node, symbol) !== 0);
  }

  /** Whether the character before `at` goes on with a Latin word: no form begins there. */
  function isInsideWord(text: string, at: number, symbol: number): boolean {
    if (kinds[symbol] !== LETTER_KIND || at < 2) return false;
    return (
      kinds[symbols[text.charCodeAt(at - 1)] ?? 0] === LETTER_KIND &&
      kinds[symbols[text.charCodeAt(at - 2)] ?? 0] === LETTER_KIND
    );
  }

  function walk(text: string, start: number): Hits {
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
    if (ending !== 0) add(ending, start + 1, false);
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
        if (joint && (hyphened || space)) node = child(node, SEPARATOR_SYMBOL);
        else if (joint && quote) node = apostrophe === 0 ? 0 : child(node, apostrophe);
        else if (hyphened) node = hyphen === 0 ? 0 : child(node, hyphen);
        if (node === 0) break;
        if (quote && !(joint && !hyphened && !space)) quoted = true;
        space = hyphened = quote = false;
        gap = 0;
      }
      node = child(node, symbol);
      if (node === 0) break;
      latin = kinds[symbol] !== 0;
      const number = table[(node << 1) + 1] ?? 0;
      if (number !== 0) add(number, at + 1, quoted);
    }
    return hits;
  }

  function masksFor(role: Role): Masks {
    const masks = new Int32Array(alphabet.size);
    for (const pattern of patterns) {
      if (!pattern || !role(pattern)) continue;
      const { units } = pattern;
      const first = numbers[units.charCodeAt(0)] ?? 0;
      // Bit 1 stands for all that may be skipped, after any character.
      const second = units.length === 1 ? -1 : (1 << (numbers[units.charCodeAt(1)] ?? 0)) | 2;
      masks[first] = (masks[first] ?? 0) | second;
    }
    return masks;
  }

  return { masksFor, nextStart, walk, hits };
}
