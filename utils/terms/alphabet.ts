import { ALPHANUMERIC, CLASSES, HYPHEN, QUOTE, SPACE } from '../text/characters.ts';
import { APOSTROPHE, SEPARATOR } from '../text/folding.ts';

/**
 * The characters that the patterns are written with, numbered: small numbers make small tables, and folding, class
 * and membership become one look-up. 0 is a character of no pattern. The numbers of what may stand inside of a term
 * without being a part of it are 1 modulo 32, no other is 0 or 1 modulo 32: so bit `symbol % 32` of a mask says
 * whether a walk can go on with a character.
 */
const INVISIBLE_SYMBOL = 1;
export const SPACE_SYMBOL = 33;
export const QUOTE_SYMBOL = 65;
export const HYPHEN_SYMBOL = 97;
export const SEPARATOR_SYMBOL = 129;

export interface Alphabet {
  /** The symbol of every code unit as it is written, 65,536 entries. */
  readonly symbols: Uint16Array;
  /** Number of symbols, and the length of tables by symbol. */
  readonly size: number;
  /** 1 for the symbols of Latin letters and digits. */
  readonly alphanumeric: Uint8Array;
  /** The symbol of a hyphen that does not join two Latin words; 0 where no pattern has one. */
  readonly hyphen: number;
  /** The symbol of an apostrophe between two letters; 0 where no pattern has one. */
  readonly apostrophe: number;
  /** The key of folded units. */
  readonly keyOf: (units: Uint16Array) => Uint16Array;
}

/** The alphabet of folded patterns; `table` is the folding they were folded with. */
export function buildAlphabet(patterns: readonly Uint16Array[], table: Uint16Array): Alphabet {
  const numbers = new Uint16Array(65_536);
  let size = 2;
  for (const units of patterns) {
    for (const unit of units) {
      if (numbers[unit] !== 0 || unit === SEPARATOR) continue;
      while (size % 32 < 2) size++;
      numbers[unit] = size++;
    }
  }
  size = Math.max(size, SEPARATOR_SYMBOL + 1);
  const alphanumeric = new Uint8Array(size);
  const symbols = new Uint16Array(65_536);
  for (let code = 0; code < symbols.length; code++) {
    const bits = CLASSES[code] ?? 0;
    const symbol = specialSymbol(bits) || (numbers[table[code] ?? code] ?? 0);
    symbols[code] = symbol;
    if (symbol !== 0 && bits & ALPHANUMERIC) alphanumeric[symbol] = 1;
  }
  const keyOf = (units: Uint16Array): Uint16Array =>
    units.map((unit) => (unit === SEPARATOR ? SEPARATOR_SYMBOL : (numbers[unit] ?? 0)));
  return {
    symbols,
    size,
    alphanumeric,
    hyphen: numbers[0x2d] ?? 0,
    apostrophe: numbers[APOSTROPHE] ?? 0,
    keyOf,
  };
}

function specialSymbol(bits: number): number {
  if (bits & QUOTE) return QUOTE_SYMBOL;
  if (bits & SPACE) return SPACE_SYMBOL;
  if (bits & HYPHEN) return HYPHEN_SYMBOL;
  return bits & 8 ? INVISIBLE_SYMBOL : 0;
}
