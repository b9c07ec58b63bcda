/** An exact decimal: `mantissa × 10^exponent`. A double would lie about 41.06 × 10²¹. */
export interface Decimal {
  readonly mantissa: bigint;
  readonly exponent: number;
}

export const ONE: Decimal = { mantissa: 1n, exponent: 0 };

/** Digits that a double holds and prints back as written. */
const SAFE_DIGITS = 15;
const SAFE_WHOLE = 10 ** SAFE_DIGITS;

export function decimal(mantissa: bigint | number, exponent = 0): Decimal {
  return { mantissa: BigInt(mantissa), exponent };
}

/** Reads `12.50`; the text must be ASCII digits with at most one point and an optional sign. */
export function decimalFrom(text: string): Decimal {
  const point = text.indexOf('.');
  if (point < 0) return decimal(BigInt(text));
  return decimal(BigInt(text.slice(0, point) + text.slice(point + 1)), point + 1 - text.length);
}

export function add(a: Decimal, b: Decimal): Decimal {
  if (a.exponent === b.exponent) return { mantissa: a.mantissa + b.mantissa, exponent: a.exponent };
  const exponent = Math.min(a.exponent, b.exponent);
  return { mantissa: aligned(a, exponent) + aligned(b, exponent), exponent };
}

export function multiply(a: Decimal, b: Decimal): Decimal {
  return { mantissa: a.mantissa * b.mantissa, exponent: a.exponent + b.exponent };
}

export function shift(a: Decimal, places: number): Decimal {
  return { mantissa: a.mantissa, exponent: a.exponent + places };
}

export function negate(a: Decimal): Decimal {
  return { mantissa: -a.mantissa, exponent: a.exponent };
}

export function compare(a: Decimal, b: Decimal): number {
  const difference = add(a, negate(b)).mantissa;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The quotient rounded half up to `digits` significant digits or one more; the divisor must not be zero. */
export function divide(a: Decimal, b: Decimal, digits = SAFE_DIGITS - 1): Decimal {
  const over = a.mantissa < 0n === b.mantissa < 0n ? magnitudeOf(a.mantissa) : -magnitudeOf(a.mantissa);
  const under = magnitudeOf(b.mantissa);
  const places = Math.max(0, digits + String(under).length - String(magnitudeOf(over)).length);
  const scaled = over * 10n ** BigInt(places);
  const half = (scaled < 0n ? -under : under) / 2n;
  return { mantissa: (scaled + half) / under, exponent: a.exponent - b.exponent - places };
}

function magnitudeOf(mantissa: bigint): bigint {
  return mantissa < 0n ? -mantissa : mantissa;
}

/** The decimal in plain digits, without an exponent and without trailing zeros. */
export function decimalText(value: Decimal): string {
  const negative = value.mantissa < 0n;
  let digits = String(negative ? -value.mantissa : value.mantissa);
  if (value.exponent >= 0) digits += '0'.repeat(value.exponent);
  else {
    digits = digits.padStart(1 - value.exponent, '0');
    const point = digits.length + value.exponent;
    let end = digits.length;
    while (end > point && digits.charCodeAt(end - 1) === 48) end--;
    digits = end > point ? `${digits.slice(0, point)}.${digits.slice(point, end)}` : digits.slice(0, point);
  }
  return negative && value.mantissa !== 0n ? `-${digits}` : digits;
}

/** A number where a double prints exactly what is meant, the exact decimal string elsewhere. */
export function decimalValue(value: Decimal): number | string {
  let { mantissa, exponent } = value;
  if (exponent >= 0 && exponent <= SAFE_DIGITS) {
    const whole = Number(mantissa) * 10 ** exponent;
    if (whole < SAFE_WHOLE && whole > -SAFE_WHOLE) return whole;
  }
  while (mantissa !== 0n && mantissa % 10n === 0n) {
    mantissa /= 10n;
    exponent++;
  }
  if (String(mantissa).replace('-', '').length <= SAFE_DIGITS && exponent < 300 && exponent > -300) {
    return mantissa === 0n ? 0 : Number(`${mantissa}e${exponent}`);
  }
  return decimalText({ mantissa, exponent });
}

function aligned(value: Decimal, exponent: number): bigint {
  return value.mantissa * 10n ** BigInt(value.exponent - exponent);
}
