import { CLASSES, INVISIBLE, SPACE } from '../text/characters.ts';
import { foldedUnit } from '../text/folding.ts';

/** A gap longer than this separates; it also bounds the work on pages that are nothing but white space. */
export const LONGEST_GAP = 128;

/**
 * The folded unit before `position`, white space left out as inside of a Chinese term; 0 at the beginning of the text
 * and after a long gap.
 */
export function unitBefore(text: string, position: number, table: Uint16Array): number {
  const at = previous(text, position);
  return at < 0 ? 0 : foldedUnit(table, text.charCodeAt(at));
}

/** The folded unit at or after `position`, white space left out; 0 at the end of the text and before a long gap. */
export function unitAfter(text: string, position: number, table: Uint16Array): number {
  const at = next(text, position);
  return at < 0 ? 0 : foldedUnit(table, text.charCodeAt(at));
}

/** The folded units on one side of a place of a text, read as far as someone asks. Reused for one place after the other. */
export interface Near {
  readonly readBefore: (text: string, position: number) => void;
  readonly readAfter: (text: string, position: number) => void;
  /** The unit at a distance from the place, 0 for the nearest; 0 beyond the reach, the text or a long gap. */
  readonly unit: (distance: number) => number;
}

/** Reads no farther than `reach` units. */
export function createNear(reach: number, table: Uint16Array): Near {
  const units = new Uint16Array(reach);
  let count = 0;
  let text = '';
  let position = 0;
  let forward = true;
  const begin = (newText: string, at: number, isForward: boolean): void => {
    text = newText;
    position = at;
    forward = isForward;
    count = 0;
  };
  return {
    readBefore: (newText, at) => begin(newText, at, false),
    readAfter: (newText, at) => begin(newText, at, true),
    unit(distance) {
      if (distance >= reach) return 0;
      while (count <= distance && position >= 0) {
        const at = forward ? next(text, position) : previous(text, position);
        if (at < 0) position = -1;
        else {
          units[count++] = foldedUnit(table, text.charCodeAt(at));
          position = forward ? at + 1 : at;
        }
      }
      return distance < count ? (units[distance] ?? 0) : 0;
    },
  };
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

/** What is left out on the way: white space and what is invisible. */
export function isBlank(code: number): boolean {
  return ((CLASSES[code] ?? 0) & (SPACE | INVISIBLE)) !== 0;
}
