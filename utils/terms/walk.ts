import { HYPHEN_SYMBOL, QUOTE_SYMBOL, SEPARATOR_SYMBOL, SPACE_SYMBOL } from './alphabet.ts';
import { LONGEST_GAP } from './neighbours.ts';
import type { Pattern, Patterns } from './patterns.ts';

/** The patterns that begin at one place, shortest first. Reused: the next walk overwrites it. */
export interface Hits {
  count: number;
  readonly numbers: number[];
  /** Offsets after the last character of each. */
  readonly ends: number[];
  /** Whether each has quotation marks inside. */
  readonly quoted: boolean[];
}

/** Which patterns a run over a text is for. */
export type Role = (pattern: Pattern) => boolean;

export interface Walker {
  /** The patterns of any role that begin with the character at `start`; returns {@link Walker.hits}. */
  readonly walk: (text: string, start: number) => Hits;
  /** What the last walk has found. */
  readonly hits: Hits;
  /** For each symbol, which symbols may follow it in patterns of the role: bit `symbol % 32`. */
  readonly masksFor: (role: Role) => Int32Array;
}

/**
 * Follows the trie from one place of a text. Width, case, script and what may be skipped are folded on the way, with
 * the same result as `Folding.fold`, so a text is read once and nothing is copied.
 */
export function createWalker({ alphabet, trie, patterns }: Patterns): Walker {
  const { symbols, alphanumeric, hyphen, apostrophe, numbers } = alphabet;
  const { roots, endings, step } = trie;
  const hits: Hits = { count: 0, numbers: [], ends: [], quoted: [] };

  function add(number: number, end: number, quoted: boolean): void {
    hits.numbers[hits.count] = number;
    hits.ends[hits.count] = end;
    hits.quoted[hits.count++] = quoted;
  }

  function walk(text: string, start: number): Hits {
    hits.count = 0;
    const first = symbols[text.charCodeAt(start)] ?? 0;
    let node = roots[first] ?? 0;
    if (node === 0) return hits;
    let latin = alphanumeric[first] === 1;
    let space = false;
    let hyphened = false;
    let quote = false;
    let quoted = false;
    let gap = 0;
    const ending = endings[node] ?? 0;
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
        const joint = alphanumeric[symbol] === 1 && latin;
        if (joint && (hyphened || space)) node = step(node, SEPARATOR_SYMBOL);
        else if (joint && quote) node = apostrophe === 0 ? 0 : step(node, apostrophe);
        else if (hyphened) node = hyphen === 0 ? 0 : step(node, hyphen);
        if (node === 0) break;
        if (quote && !(joint && !hyphened && !space)) quoted = true;
        space = hyphened = quote = false;
        gap = 0;
      }
      node = step(node, symbol);
      if (node === 0) break;
      latin = alphanumeric[symbol] === 1;
      const number = endings[node] ?? 0;
      if (number !== 0) add(number, at + 1, quoted);
    }
    return hits;
  }

  function masksFor(role: Role): Int32Array {
    const masks = new Int32Array(alphabet.size);
    for (const pattern of patterns) {
      if (!pattern || !role(pattern)) continue;
      const { units } = pattern;
      const first = numbers[units.charCodeAt(0)] ?? 0;
      // Bit 1 stands for all that may be skipped, after any character.
      const second = units.length === 1 ? -1 : (1 << ((numbers[units.charCodeAt(1)] ?? 0) & 31)) | 2;
      masks[first] = (masks[first] ?? 0) | second;
    }
    return masks;
  }

  return { walk, hits, masksFor };
}
