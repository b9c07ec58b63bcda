import { CLASSES, INVISIBLE, SPACE } from '../text/characters.ts';

/** A gap longer than this separates; it also bounds the work on pages that are nothing but white space. */
export const LONGEST_GAP = 128;

/**
 * The folded unit before `position`, white space left out as inside of a Chinese term; 0 at the beginning of the text
 * and after a long gap.
 */
export function unitBefore(text: string, position: number, table: Uint16Array): number {
  const at = previous(text, position);
  return at < 0 ? 0 : (table[text.charCodeAt(at)] ?? 0);
}

/** The folded unit at or after `position`, white space left out; 0 at the end of the text and before a long gap. */
export function unitAfter(text: string, position: number, table: Uint16Array): number {
  const at = next(text, position);
  return at < 0 ? 0 : (table[text.charCodeAt(at)] ?? 0);
}

/** A few folded units beside a place of a text, in reading order. Reused: reading overwrites it. */
export interface Near {
  readonly units: Uint16Array;
  size: number;
  readonly readBefore: (text: string, position: number, table: Uint16Array) => void;
  readonly readAfter: (text: string, position: number, table: Uint16Array) => void;
  /** Whether `word` from `from` to `to` stands at `at`. */
  readonly has: (word: string, from: number, to: number, at: number) => boolean;
}

/** Room for `count` units. */
export function createNear(count: number): Near {
  const units = new Uint16Array(count);
  const near: Near = {
    units,
    size: 0,
    readBefore(text, position, table) {
      let size = 0;
      for (let at = previous(text, position); at >= 0 && size < count; at = previous(text, at)) {
        units[count - ++size] = table[text.charCodeAt(at)] ?? 0;
      }
      // The units were written from the end; they belong at the beginning.
      for (let at = 0; at < size; at++) units[at] = units[count - size + at] ?? 0;
      near.size = size;
    },
    readAfter(text, position, table) {
      let size = 0;
      for (let at = next(text, position); at >= 0 && size < count; at = next(text, at + 1)) {
        units[size++] = table[text.charCodeAt(at)] ?? 0;
      }
      near.size = size;
    },
    has(word, from, to, at) {
      if (at < 0 || at + to - from > near.size) return false;
      for (let place = from; place < to; place++) {
        if (units[at + place - from] !== word.charCodeAt(place)) return false;
      }
      return true;
    },
  };
  return near;
}

/** Offset of the last character before `position` that is not white space; −1 where there is none. */
export function previous(text: string, position: number): number {
  const limit = Math.max(0, position - LONGEST_GAP);
  for (let at = position - 1; at >= limit; at--) if (!isBlank(text.charCodeAt(at))) return at;
  return -1;
}

/** Offset of the first character from `position` on that is not white space; −1 where there is none. */
export function next(text: string, position: number): number {
  const limit = Math.min(text.length, position + LONGEST_GAP);
  for (let at = position; at < limit; at++) if (!isBlank(text.charCodeAt(at))) return at;
  return -1;
}

function isBlank(code: number): boolean {
  return ((CLASSES[code] ?? 0) & (SPACE | INVISIBLE)) !== 0;
}
