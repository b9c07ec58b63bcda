import { CLASSES, DIGIT, HYPHEN, LETTER, MARKS, QUOTE, SPACE } from '../text/characters.ts';
import { APOSTROPHE, type Folding, foldedUnit, SEPARATOR } from '../text/folding.ts';
import type { Keys } from './trie.ts';

// Symbol 0 is a character of no pattern. The special symbols are small: what may stand inside of a term without being a
// part of it comes first, so that a walk knows with one comparison whether it can go on with a character.
export const INVISIBLE_SYMBOL = 1;
export const SPACE_SYMBOL = 2;
export const QUOTE_SYMBOL = 3;
export const HYPHEN_SYMBOL = 4;
/** Stands between Latin words in a key; texts have white space or a hyphen there. */
export const SEPARATOR_SYMBOL = 5;
/** The letters a to z, whether a pattern has them or not. */
const FIRST_LETTER = 6;
const LETTERS = 26;
const FIRST_OTHER: number = FIRST_LETTER + LETTERS;
export const LETTER_S: number = FIRST_LETTER + 's'.charCodeAt(0) - 'a'.charCodeAt(0);

/** Whether a symbol is that of a letter from a to z. */
export function isLetter(symbol: number): boolean {
  return symbol >= FIRST_LETTER && symbol < FIRST_OTHER;
}

/** Whether a symbol is one of those above: a letter, or what may be skipped. */
export function isSpecial(symbol: number): boolean {
  return (symbol - 1) >>> 0 < FIRST_OTHER - 1;
}

/** Whether a symbol may stand inside of a term without being a part of it. */
export function isSkipped(symbol: number): boolean {
  return (symbol - 1) >>> 0 < HYPHEN_SYMBOL;
}

/** The symbols that are the same for every glossary. */
const SPECIAL_SYMBOLS: Uint16Array = specialSymbols();

function specialSymbols(): Uint16Array {
  const symbols = new Uint16Array(65_536);
  for (const [code, bits] of MARKS) {
    if (bits & QUOTE) symbols[code] = QUOTE_SYMBOL;
    else if (bits & SPACE) symbols[code] = SPACE_SYMBOL;
    else symbols[code] = bits & HYPHEN ? HYPHEN_SYMBOL : INVISIBLE_SYMBOL;
  }
  return symbols;
}

/**
 * The characters that patterns are written with, numbered: small numbers make small tables, and folding, class and
 * membership become one look-up. 0 is a character of no pattern.
 */
export interface Alphabet {
  /** The symbol of every code unit as it is written, 65,536 entries. */
  readonly symbols: Uint16Array;
  /** The length of tables by symbol. */
  readonly size: number;
  /** 1 for the symbols of digits, 2 for those of Latin letters, 0 for all others. */
  readonly kinds: Uint8Array;
  /** The symbol of a hyphen that does not join two Latin words; 0 where no pattern has one. */
  readonly hyphen: number;
  /** The symbol of an apostrophe between two letters; 0 where no pattern has one. */
  readonly apostrophe: number;
  /** The symbols of folded units, 65,536 entries: what keys are made of. */
  readonly numbers: Uint16Array;
}

/** The alphabet of folded patterns by number, and these patterns in it. They were folded with `table`. */
export function buildAlphabet(
  patterns: readonly string[],
  { table, changed }: Pick<Folding, 'table' | 'changed'>,
): { readonly alphabet: Alphabet; readonly keys: Keys } {
  const numbers = new Uint16Array(65_536);
  const symbols = SPECIAL_SYMBOLS.slice();
  numbers[SEPARATOR] = SEPARATOR_SYMBOL;
  for (let letter = 0; letter < LETTERS; letter++)
    symbols[0x61 + letter] = numbers[0x61 + letter] = FIRST_LETTER + letter;
  const starts = startsOfKeys(patterns);
  const keys = new Uint16Array(starts[patterns.length] ?? 0);
  let size = FIRST_OTHER;
  for (let number = 1; number < patterns.length; number++)
    size = writeKey(patterns[number] ?? '', numbers, symbols, size, keys, starts[number] ?? 0);
  // A code unit that folds to itself has its symbol by now.
  for (const code of changed)
    if (SPECIAL_SYMBOLS[code] === 0) symbols[code] = numbers[foldedUnit(table, code)] ?? 0;
  const kinds = new Uint8Array(size);
  for (let code = 0; code < 0x250; code++) {
    const bits = (CLASSES[code] ?? 0) & (LETTER | DIGIT);
    if (bits !== 0 && numbers[code] !== 0) kinds[numbers[code] ?? 0] = bits & DIGIT ? 1 : 2;
  }
  return {
    alphabet: {
      symbols,
      size,
      kinds,
      hyphen: numbers[0x2d] ?? 0,
      apostrophe: numbers[APOSTROPHE] ?? 0,
      numbers,
    },
    keys: { symbols: keys, starts },
  };
}

/**
 * Writes the symbols of a pattern into `keys` and gives new units the numbers from `size` on; returns the next number. A
 * function of its own, as what is called thousands of times is compiled long before a loop in a long function is.
 */
function writeKey(
  units: string,
  numbers: Uint16Array,
  symbols: Uint16Array,
  size: number,
  keys: Uint16Array,
  start: number,
): number {
  let next = size;
  for (let at = 0; at < units.length; at++) {
    const unit = units.charCodeAt(at);
    let number = numbers[unit] ?? 0;
    if (number === 0) {
      if (symbols[unit] === 0) symbols[unit] = next;
      number = numbers[unit] = next++;
    }
    keys[start + at] = number;
  }
  return next;
}

/** See {@link Keys.starts}. */
function startsOfKeys(patterns: readonly string[]): Int32Array {
  const starts = new Int32Array(patterns.length + 1);
  let end = 0;
  for (let number = 0; number < patterns.length; number++) {
    end += patterns[number]?.length ?? 0;
    starts[number + 1] = end;
  }
  return starts;
}
