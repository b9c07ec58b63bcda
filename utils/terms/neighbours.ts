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

/** Up to `count` folded units before `position`, in reading order. */
export function unitsBefore(text: string, position: number, count: number, table: Uint16Array): string {
  let units = '';
  for (let at = previous(text, position); at >= 0 && units.length < count; at = previous(text, at)) {
    units = String.fromCharCode(table[text.charCodeAt(at)] ?? 0) + units;
  }
  return units;
}

/** Up to `count` folded units from `position` on. */
export function unitsAfter(text: string, position: number, count: number, table: Uint16Array): string {
  let units = '';
  for (let at = next(text, position); at >= 0 && units.length < count; at = next(text, at + 1)) {
    units += String.fromCharCode(table[text.charCodeAt(at)] ?? 0);
  }
  return units;
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
