import { add, type Decimal, decimal, ONE, shift } from './decimal.ts';

/** A part of a numeral. `more` is 多, 余 or 几 inside it, `zero` the 零 of 一千零一. */
export type Token =
  | { readonly kind: 'digit'; readonly value: Decimal; readonly high?: Decimal; readonly han: boolean }
  | { readonly kind: 'small' | 'big'; readonly exponent: number }
  | { readonly kind: 'zero' | 'more' };

interface Part {
  readonly value: Decimal;
  readonly exponent: number;
}

/** The value of the parts: 三万四千五 is 34500. `high` takes the upper of two neighbouring digits (七八十). */
export function evaluate(tokens: readonly Token[], high: boolean): Decimal {
  const [first] = tokens;
  if (tokens.length === 1 && first?.kind === 'digit') return (high ? first.high : undefined) ?? first.value;
  let parts: Part[] = [];
  let section: Decimal | undefined;
  let current: Decimal | undefined;
  let previous: Token | undefined;
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (token === undefined) break;
    if (token.kind === 'digit') {
      current = high ? (token.high ?? token.value) : token.value;
      // 三万五 is 35000: a last digit stands for the next lower power.
      if (
        index === tokens.length - 1 &&
        token.han &&
        previous &&
        'exponent' in previous &&
        previous.exponent >= 2
      )
        current = shift(current, previous.exponent - 1);
    } else if (token.kind === 'small') {
      const part = shift(current ?? ONE, token.exponent);
      section = section ? add(section, part) : part;
      current = undefined;
    } else if (token.kind === 'big') {
      const { exponent } = token;
      let value = section && current ? add(section, current) : (section ?? current);
      for (const part of parts)
        if (part.exponent < exponent) value = value ? add(value, part.value) : part.value;
      parts = parts.filter((part) => part.exponent > exponent);
      parts.push({ value: shift(value ?? ONE, exponent), exponent });
      section = undefined;
      current = undefined;
    }
    previous = token;
  }
  let total = section && current ? add(section, current) : (section ?? current);
  for (const part of parts) total = total ? add(total, part.value) : part.value;
  return total ?? decimal(0);
}
