import { ALPHANUMERIC, BASE_FOLDING, CLASSES, HYPHEN, QUOTE, SKIPPABLE, SPACE } from './characters.ts';

/** The unit that stands for white space and hyphens between two Latin words or numbers. */
export const SEPARATOR = 0x20;

/** A text as the recogniser reads it. */
export interface FoldedText {
  /** Folded code units: width, case, script and compatibility levelled, skippable characters left out. */
  readonly units: Uint16Array;
  /**
   * Where each unit came from: unit `i` was written at code unit `offsets[i]` of the text. Strictly increasing; one
   * more entry than units, the last is the length of the text.
   */
  readonly offsets: Uint32Array;
}

export interface Folding {
  /** What each code unit folds to, 65,536 entries. */
  readonly table: Uint16Array;
  readonly fold: (text: string) => FoldedText;
}

/**
 * Folding for a glossary. `scriptPairs` lists what of the traditional script is levelled, as pairs in one string
 * (`雲云據据`): only characters that the glossary's forms are written with.
 *
 * Inside Chinese, white space, line breaks, invisible characters and quotation marks do not count. Between two Latin
 * words or numbers a run of white space or a hyphen is one {@link SEPARATOR}: “open-source” is “open source”, and
 * “6 g” is not “6g”. A hyphen anywhere else stays, because it separates.
 */
export function createFolding(scriptPairs: string): Folding {
  const table = BASE_FOLDING.slice();
  for (let at = 0; at + 1 < scriptPairs.length; at += 2) {
    table[scriptPairs.charCodeAt(at)] = scriptPairs.charCodeAt(at + 1);
  }
  // A compatibility ideograph of a traditional character needs both steps.
  for (let code = 0; code < table.length; code++) {
    const plain = BASE_FOLDING[code] ?? code;
    if (plain !== code) table[code] = table[plain] ?? plain;
  }
  return { table, fold: (text) => fold(text, table) };
}

/** An apostrophe between two letters belongs to the word; a quotation mark beside a Chinese character does not. */
export const APOSTROPHE = 0x27;
const HYPHEN_UNIT = 0x2d;

function fold(text: string, table: Uint16Array): FoldedText {
  const units = new Uint16Array(text.length);
  const offsets = new Uint32Array(text.length + 1);
  let size = 0;
  let wasAlphanumeric = false;
  // Offset of the white space, hyphen or quotation mark that has not been decided on yet.
  let space = -1;
  let hyphen = -1;
  let quote = -1;
  const push = (unit: number, offset: number): void => {
    units[size] = unit;
    offsets[size++] = offset;
  };
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const bits = CLASSES[code] ?? 0;
    if (bits & SKIPPABLE) {
      if (bits & SPACE && space < 0) space = at;
      else if (bits & QUOTE && quote < 0) quote = at;
      continue;
    }
    if (bits & HYPHEN && wasAlphanumeric && space < 0 && hyphen < 0) {
      hyphen = at;
      continue;
    }
    const alphanumeric = (bits & ALPHANUMERIC) !== 0;
    if (wasAlphanumeric && alphanumeric) {
      if (hyphen >= 0 || space >= 0) push(SEPARATOR, hyphen >= 0 ? hyphen : space);
      else if (quote >= 0) push(APOSTROPHE, quote);
    } else if (hyphen >= 0) push(HYPHEN_UNIT, hyphen);
    space = hyphen = quote = -1;
    push(table[code] ?? code, at);
    wasAlphanumeric = alphanumeric;
  }
  if (hyphen >= 0) push(HYPHEN_UNIT, hyphen);
  offsets[size] = text.length;
  return { units: units.slice(0, size), offsets: offsets.slice(0, size + 1) };
}
