import type { Locale } from '../locale.ts';
import { add, type Decimal, decimal, decimalFrom, decimalText, shift } from './decimal.ts';

/** Words for powers of ten, largest first. */
const SCALES: Readonly<Record<Locale, readonly (readonly [exponent: number, word: string])[]>> = {
  'zh-CN': [
    [12, '万亿'],
    [8, '亿'],
    [4, '万'],
  ],
  'zh-TW': [
    [12, '兆'],
    [8, '億'],
    [4, '萬'],
  ],
  en: [
    [12, ' trillion'],
    [9, ' billion'],
    [6, ' million'],
  ],
};

/** From here on a number is written with a power of ten: no language has a word that a reader pictures. */
const POWER_FROM = 16;
/** More digits than these behind a scale word are harder to read than the plain digits. */
const SCALED_DIGITS = 7;
const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** The decimal that a value of a figure stands for, exact. */
export function decimalOf(value: number | string): Decimal {
  const text = String(value);
  const power = text.indexOf('e');
  if (power < 0) return decimalFrom(text);
  return shift(decimalFrom(text.slice(0, power)), Number(text.slice(power + 1)));
}

/** Exponent of the first digit: 3 for 4106. 0 for zero. */
export function magnitude(value: Decimal): number {
  const digits = String(value.mantissa < 0n ? -value.mantissa : value.mantissa);
  return value.mantissa === 0n ? 0 : digits.length - 1 + value.exponent;
}

/** Rounded half up to `digits` significant digits. */
export function roundTo(value: Decimal, digits: number): Decimal {
  const unit = magnitude(value) - digits + 1;
  const places = unit - value.exponent;
  if (places <= 0) return value;
  const step = 10n ** BigInt(places);
  const half = value.mantissa < 0n ? -step / 2n : step / 2n;
  return { mantissa: (value.mantissa + half) / step, exponent: unit };
}

/** All digits, grouped by three from five digits on: 1,200,000,000,000, but 1500. */
export function writePlain(value: Decimal): string {
  const [whole = '', fraction] = decimalText(value).replace('-', '−').split('.');
  const grouped = whole.length > 4 ? whole.replace(/\d(?=(?:\d{3})+$)/gu, '$&,') : whole;
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** 4.106 × 10²². */
export function writePower(value: Decimal): string {
  const exponent = magnitude(value);
  return `${writePlain(shift(value, -exponent))} × ${powerOfTen(exponent)}`;
}

function powerOfTen(exponent: number): string {
  return `10${String(exponent)
    .replace('-', '⁻')
    .replace(/\d/gu, (digit) => SUPERSCRIPTS.charAt(Number(digit)))}`;
}

/** With the scale word of the language where that is shorter (1.2万亿, 1.2 trillion), else in plain digits; exact. */
export function writeScaled(value: Decimal, locale: Locale): string {
  const size = magnitude(value);
  if (size >= POWER_FROM) return writePower(value);
  for (const [exponent, word] of SCALES[locale]) {
    if (size < exponent) continue;
    const scaled = shift(value, -exponent);
    return significantDigits(scaled) <= SCALED_DIGITS ? `${writePlain(scaled)}${word}` : writePlain(value);
  }
  return writePlain(value);
}

/** Rounded for picturing a size: three significant digits, four before the point. */
export function writeRounded(value: Decimal, locale: Locale): string {
  return writeScaled(roundTo(value, 3), locale);
}

export function isWhole(value: Decimal): boolean {
  return value.exponent >= 0 || value.mantissa % 10n ** BigInt(-value.exponent) === 0n;
}

/** |value| ≥ 10^exponent. */
export function reaches(value: Decimal, exponent: number): boolean {
  return value.mantissa !== 0n && magnitude(value) >= exponent;
}

/** 1 + value/100, exact: what grew by 40.95 % is 1.4095 times as large. */
export function grownBy(percent: Decimal): Decimal {
  return add(decimal(1), shift(percent, -2));
}

function significantDigits(value: Decimal): number {
  return decimalText(value).replace(/[-.]/gu, '').replace(/^0+/u, '').length;
}
