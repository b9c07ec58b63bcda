import { evaluate } from '../../utils/knowledge/arithmetic.ts';
import type { FigureDerivation } from '../../utils/knowledge/figure-schema.ts';
import type { Locale } from '../../utils/locale.ts';

/** What the arithmetic of floating-point numbers may miss, as a share of the result: 25 − 22.44 is not quite 2.56. */
const ROUNDING = 1e-12;

/** A derivation as it is printed: `41.06 ÷ 0.2667 ≈ 153.96 ZB`; `=` only where the result is exact. */
export function writeDerivation(
  { expression, result, unit }: Pick<FigureDerivation, 'expression' | 'result' | 'unit'>,
  locale: Locale,
): string {
  const isExact = Math.abs(evaluate(expression) - result) < ROUNDING * Math.abs(result);
  const sign = isExact ? '=' : '≈';
  const written = new Intl.NumberFormat(locale, { maximumFractionDigits: 9 }).format(result);
  return `${writeExpression(expression)} ${sign} ${written}${unit === null ? '' : ` ${unit}`}`;
}

/** × and ÷ for the signs of the keyboard, raised digits for powers. */
function writeExpression(expression: string): string {
  return expression
    .replaceAll('*', '×')
    .replaceAll('/', '÷')
    .replaceAll(' - ', ' − ')
    .replace(/\^(\d+)/g, (_, power: string) =>
      Array.from(power, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.charAt(Number(digit))).join(''),
    );
}
