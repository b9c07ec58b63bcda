import {
  ALPHANUMERIC,
  BASE_FOLDING,
  CLASSES,
  COMPATIBILITY_RANGES,
  FOLDED_CODES,
  HYPHEN,
  IDEOGRAPH,
  LETTER,
  QUOTE,
  SKIPPABLE,
  SPACE,
} from './characters.ts';

/** The unit that stands for white space and hyphens between two Latin words or numbers. */
export const SEPARATOR = 0x20;
/** An apostrophe between two letters belongs to the word; a quotation mark beside a Chinese character does not. */
export const APOSTROPHE = 0x27;
const HYPHEN_UNIT = 0x2d;

/** A text as the recogniser reads it. */
interface FoldedText {
  /** Folded code units: width, case, script and compatibility levelled, skippable characters left out. */
  readonly units: string;
  /**
   * Where each unit came from: unit `i` was written at code unit `offsets[i]` of the text. Strictly increasing; one
   * more entry than units, the last is the length of the text.
   */
  readonly offsets: readonly number[];
}

export interface Folding {
  /** What each code unit folds to, 65,536 entries; 0 for what stays as it is: see {@link foldedUnit}. */
  readonly table: Uint16Array;
  /** The code units that `table` changes, some more than once. */
  readonly changed: readonly number[];
  readonly fold: (text: string) => FoldedText;
  /** The units of {@link FoldedText} alone; a form that is plain already is returned as it is. */
  readonly unitsOf: (text: string) => string;
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
  const changed = [...FOLDED_CODES];
  for (let at = 0; at + 1 < scriptPairs.length; at += 2) {
    table[scriptPairs.charCodeAt(at)] = scriptPairs.charCodeAt(at + 1);
    changed.push(scriptPairs.charCodeAt(at));
  }
  // A compatibility ideograph of a traditional character needs both steps.
  for (const [first, last] of COMPATIBILITY_RANGES) {
    for (let code = first; code <= last; code++) {
      const plain = BASE_FOLDING[code];
      if (plain) table[code] = foldedUnit(table, plain);
    }
  }
  return {
    table,
    changed,
    fold(text) {
      const offsets: number[] = [];
      const units = foldUnits(text, table, offsets);
      offsets.push(text.length);
      return { units, offsets };
    },
    unitsOf: (text) => plainUnits(text, table) ?? foldUnits(text, table, undefined),
  };
}

/** What a code unit folds to by the table of a {@link Folding}. */
export function foldedUnit(table: Uint16Array, code: number): number {
  return table[code] || code;
}

/**
 * The units of a form that has little to fold, as most have: ideographs as they are, Latin words with single spaces
 * between; undefined for any other.
 */
function plainUnits(text: string, table: Uint16Array): string | undefined {
  let hasCapitals = false;
  let wasAlphanumeric = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const bits = CLASSES[code] ?? 0;
    if (bits === IDEOGRAPH || (bits & ALPHANUMERIC && code < 0x80)) {
      if (bits === LETTER && table[code] !== 0) hasCapitals = true;
      else if (table[code] !== 0) return undefined;
      wasAlphanumeric = bits !== IDEOGRAPH;
    } else {
      const isSingle = code === SEPARATOR && wasAlphanumeric && at + 1 < text.length;
      if (!isSingle || ((CLASSES[text.charCodeAt(at + 1)] ?? 0) & ALPHANUMERIC) === 0) return undefined;
    }
  }
  return hasCapitals ? text.toLowerCase() : text;
}

/** The folded units; what they came from is added to `offsets`. */
function foldUnits(text: string, table: Uint16Array, offsets: number[] | undefined): string {
  // Joined once at the end: a string grown by characters is flattened when it becomes a key.
  const units: number[] = [];
  let wasAlphanumeric = false;
  // Offset of the white space, hyphen or quotation mark that has not been decided on yet.
  let space = -1;
  let hyphen = -1;
  let quote = -1;
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
      if (hyphen >= 0 || space >= 0) {
        units.push(SEPARATOR);
        offsets?.push(hyphen >= 0 ? hyphen : space);
      } else if (quote >= 0) {
        units.push(APOSTROPHE);
        offsets?.push(quote);
      }
    } else if (hyphen >= 0) {
      units.push(HYPHEN_UNIT);
      offsets?.push(hyphen);
    }
    space = hyphen = quote = -1;
    units.push(foldedUnit(table, code));
    offsets?.push(at);
    wasAlphanumeric = alphanumeric;
  }
  if (hyphen >= 0) {
    units.push(HYPHEN_UNIT);
    offsets?.push(hyphen);
  }
  return joinUnits(units);
}

/** Arguments of one call are limited, so a long text is joined in pieces. */
const JOINED = 4_096;

function joinUnits(units: readonly number[]): string {
  if (units.length <= JOINED) return String.fromCharCode(...units);
  let text = '';
  for (let at = 0; at < units.length; at += JOINED)
    text += String.fromCharCode(...units.slice(at, at + JOINED));
  return text;
}
