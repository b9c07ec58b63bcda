import { isBlank } from './neighbours.ts';

/**
 * What one edge of a form has been found to be in the same surroundings before: pages repeat their phrases. A small table
 * in which the next form of the same place takes over; nothing grows with the text.
 */
export interface EdgeMemory {
  /** Units beside the edge that the answer depends on. */
  readonly reach: number;
  /** By place: the number of the form, 0 for none … */
  readonly numbers: Int32Array;
  /** … the text beside it, `reach` units each … */
  readonly units: Uint16Array;
  /** … and the word that runs over the edge, undefined where there is none. */
  readonly words: (string | undefined)[];
}

/** A power of two. */
const PLACES = 64;

export function createEdgeMemory(reach: number): EdgeMemory {
  return {
    reach,
    numbers: new Int32Array(PLACES),
    units: new Uint16Array(PLACES * reach),
    words: new Array<string | undefined>(PLACES).fill(undefined),
  };
}

/** Whether `wordOf` knows the answer for a form beside which the text from `from` on stands. */
export function isRemembered(
  { reach, numbers, units }: EdgeMemory,
  number: number,
  text: string,
  from: number,
): boolean {
  const place = number & (PLACES - 1);
  if (numbers[place] !== number || from < 0 || from + reach > text.length) return false;
  const first = place * reach;
  for (let at = 0; at < reach; at++) if (units[first + at] !== text.charCodeAt(from + at)) return false;
  return true;
}

/** The answer that {@link isRemembered} has found. */
export function wordOf({ words }: EdgeMemory, number: number): string | undefined {
  return words[number & (PLACES - 1)];
}

/** Where white space stands beside the edge, or the text ends, more or less text counts, so nothing is remembered. */
export function remember(
  { reach, numbers, units, words }: EdgeMemory,
  number: number,
  text: string,
  from: number,
  word: string | undefined,
): void {
  if (from < 0 || from + reach > text.length) return;
  for (let at = from; at < from + reach; at++) if (isBlank(text.charCodeAt(at))) return;
  const place = number & (PLACES - 1);
  numbers[place] = number;
  words[place] = word;
  for (let at = 0; at < reach; at++) units[place * reach + at] = text.charCodeAt(from + at);
}
