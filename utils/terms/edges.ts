import { createNear, unitAfter, unitBefore } from './neighbours.ts';
import type { Patterns } from './patterns.ts';

/** A word cut in two by the edge of a form: `word` has its first `split` units on the near side of the cut. */
interface Cut {
  readonly word: string;
  readonly split: number;
}

export interface Edges {
  /** Whether a word may have two folded units side by side, so that an edge between them may cut it. Rarely wrong. */
  readonly mayCut: (left: number, right: number) => boolean;
  /**
   * The word that shows that a form is not there: it runs over the form's first or last edge, what it leaves of the form is words
   * too, and no word beside the form speaks for it. Undefined where the form stands.
   */
  readonly crossingBefore: (text: string, start: number, pattern: number) => string | undefined;
  readonly crossingAfter: (text: string, end: number, pattern: number) => string | undefined;
}

/** How far beyond the edge of a form words are looked for, in units. */
export const REACH = 6;

/**
 * The boundaries of Chinese forms. 智能体系 reads 智能 + 体系, so it has no 智能体; 智能体系统 reads 智能体 + 系统, because
 * 系统 begins where the form ends. 扩大模型 reads 扩大 + 模型; in 增加大模型 the word 增加 ends where 大模型 begins, which
 * speaks for it against 加大. In 人工智能力争 the word 能力 counts for nothing: it would leave 人工智, which is no word.
 *
 * `words` are ordinary words, folded; forms are words as well when the rest is read.
 */
export function createEdges(
  words: readonly string[],
  { units: unitsOf, isForm, folding: { table } }: Patterns,
): Edges {
  const known = new Set(words);
  const neighbours = new Uint8Array(1 << NEIGHBOUR_BITS);
  /** Every cut of every word, by the pair of units around it. */
  const cuts = new Map<number, Cut[]>();
  for (const word of known) {
    for (let split = 1; split < word.length; split++) {
      const left = word.charCodeAt(split - 1);
      const right = word.charCodeAt(split);
      push(cuts, keyOf(left, right), { word, split });
      neighbours[neighbourPlace(left, right)] = 1;
    }
  }
  const readable = new Map<string, boolean>();
  const near = createNear(REACH, table);

  /** Whether a piece of a form can be read as words; a single character can. */
  function isReadable(piece: string): boolean {
    if (piece.length <= 1) return true;
    const seen = readable.get(piece);
    if (seen !== undefined) return seen;
    const reached = new Array<boolean>(piece.length + 1).fill(false);
    reached[0] = true;
    for (let to = 2; to <= piece.length; to++) {
      for (let from = 0; from <= to - 2; from++) {
        if (!reached[from]) continue;
        const part = piece.slice(from, to);
        if (known.has(part) || (part.length < piece.length && isForm(part))) reached[to] = true;
      }
    }
    const answer = reached[piece.length] === true || known.has(piece) || isForm(piece);
    readable.set(piece, answer);
    return answer;
  }

  /** Cuts of the words that may run over an edge of a form and leave something readable, by pattern and outer unit. */
  const fittingAfter = new Map<number, Map<number, readonly Cut[]>>();
  const fittingBefore = new Map<number, Map<number, readonly Cut[]>>();

  function cutsAfter(pattern: number, outside: number): readonly Cut[] {
    const form = unitsOf[pattern] ?? '';
    return remembered(fittingAfter, pattern, outside, () =>
      (cuts.get(keyOf(form.charCodeAt(form.length - 1), outside)) ?? []).filter(
        ({ word, split }) =>
          split <= form.length &&
          form.endsWith(word.slice(0, split)) &&
          isReadable(form.slice(0, form.length - split)),
      ),
    );
  }

  function cutsBefore(pattern: number, outside: number): readonly Cut[] {
    const form = unitsOf[pattern] ?? '';
    return remembered(fittingBefore, pattern, outside, () =>
      (cuts.get(keyOf(outside, form.charCodeAt(0))) ?? []).filter(
        ({ word, split }) =>
          form.startsWith(word.slice(split)) && isReadable(form.slice(word.length - split)),
      ),
    );
  }

  /** The length of the longest word that begins so far after the edge; 0 where there is none. */
  function longestFrom(distance: number): number {
    let best = 0;
    const first = near.unit(distance);
    const second = near.unit(distance + 1);
    if (second === 0) return best;
    for (const { word, split } of cuts.get(keyOf(first, second)) ?? [])
      if (split === 1 && word.length > best && standsAfter(word, 0, distance)) best = word.length;
    return best;
  }

  /** The length of the longest word that ends so far before the edge; 0 where there is none. */
  function longestTo(distance: number): number {
    let best = 0;
    const last = near.unit(distance);
    const before = near.unit(distance + 1);
    if (before === 0) return best;
    for (const { word, split } of cuts.get(keyOf(before, last)) ?? [])
      if (split === word.length - 1 && word.length > best && standsBefore(word, word.length, distance))
        best = word.length;
    return best;
  }

  /** Whether the units of a word from `from` on stand so far after the edge. */
  function standsAfter(word: string, from: number, distance: number): boolean {
    for (let at = from; at < word.length; at++)
      if (near.unit(distance + at - from) !== word.charCodeAt(at)) return false;
    return true;
  }

  /** Whether the units of a word before `to` stand so far before the edge. */
  function standsBefore(word: string, to: number, distance: number): boolean {
    for (let at = to - 1; at >= 0; at--)
      if (near.unit(distance + to - 1 - at) !== word.charCodeAt(at)) return false;
    return true;
  }

  // A rival, a word that begins or ends right at the edge, speaks for the form where the reading with it is at least as
  // good as the one with the crossing word.
  function crossingAfter(text: string, end: number, pattern: number): string | undefined {
    const fitting = cutsAfter(pattern, unitAfter(text, end, table));
    if (fitting.length === 0) return undefined;
    near.readAfter(text, end);
    for (const { word, split } of fitting) {
      if (!standsAfter(word, split, 0)) continue;
      if (!isOutdone(longestFrom, word.length - split)) return word;
    }
    return undefined;
  }

  function crossingBefore(text: string, start: number, pattern: number): string | undefined {
    const fitting = cutsBefore(pattern, unitBefore(text, start, table));
    if (fitting.length === 0) return undefined;
    near.readBefore(text, start);
    for (const { word, split } of fitting) {
      if (!standsBefore(word, split, 0)) continue;
      if (!isOutdone(longestTo, split)) return word;
    }
    return undefined;
  }

  return {
    mayCut: (left, right) => neighbours[neighbourPlace(left, right)] === 1,
    crossingBefore,
    crossingAfter,
  };
}

/** So many bits that of a thousand pairs of units few share an entry. */
const NEIGHBOUR_BITS = 14;

/**
 * Whether a word that begins or ends right at the edge reads as well as one that takes `taken` units from beyond it:
 * another follows on it, or none on the other, or it reaches as far as both. `longest` tells of the longest word so far
 * from the edge.
 */
function isOutdone(longest: (distance: number) => number, taken: number): boolean {
  const rival = longest(0);
  const next = longest(taken);
  return rival > 0 && (next === 0 || taken + next <= rival || longest(rival) > 0);
}

function neighbourPlace(left: number, right: number): number {
  return Math.imul(keyOf(left, right), 0x9e3779b1) >>> (32 - NEIGHBOUR_BITS);
}

function push<T>(map: Map<number, T[]>, key: number, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/**
 * Two neighbouring units as one number of thirty bits, which needs no room of its own. Two pairs may share one, so whoever
 * looks compares in full.
 */
function keyOf(first: number, second: number): number {
  return ((first & 0x7fff) << 15) | (second & 0x7fff);
}

function remembered<T>(
  memory: Map<number, Map<number, T>>,
  pattern: number,
  unit: number,
  compute: () => T,
): T {
  let byUnit = memory.get(pattern);
  if (!byUnit) {
    byUnit = new Map();
    memory.set(pattern, byUnit);
  }
  let value = byUnit.get(unit);
  if (value === undefined) {
    value = compute();
    byUnit.set(unit, value);
  }
  return value;
}
