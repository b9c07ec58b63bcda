import type { Decimal } from './decimal.ts';
import type { Found } from './found.ts';
import type { Numeral } from './numeral.ts';

/** A numeral with what makes it a quantity: sign, fraction, percentage, unit, half. One object grows while it is read. */
export interface Part {
  start: number;
  /** Where the numeral begins: behind a currency sign, with its minus. */
  numStart: number;
  numEnd: number;
  end: number;
  low: Decimal;
  high: Decimal | undefined;
  type: Found['type'];
  unit: string | null;
  numeral: Numeral;
  /** The unit makes no figure of a lone Chinese digit. */
  weak: boolean;
  approx: Found['approx'];
}

/** A part whose numeral ends at `numEnd`, without an upper value. */
export function makePart(
  start: number,
  numEnd: number,
  end: number,
  low: Decimal,
  type: Found['type'],
  unit: string | null,
  numeral: Numeral,
): Part {
  const { approx } = numeral;
  return {
    start,
    numStart: start,
    numEnd,
    end,
    low,
    high: undefined,
    type,
    unit,
    numeral,
    weak: false,
    approx,
  };
}

/** Makes a part a quantity of this unit that ends at `end`. Returns it. */
export function become(part: Part, end: number, type: Part['type'], unit: string): Part {
  part.end = end;
  part.type = type;
  part.unit = unit;
  return part;
}
