import { evaluate } from '../../utils/knowledge/arithmetic.ts';
import type { FigureDerivation } from '../../utils/knowledge/figure-schema.ts';
import type { Locale } from '../../utils/locale.ts';

/** A derivation as it is printed: `41.06 ÷ 0.2667 ≈ 153.96 ZB`; `=` only where the result is exact. */
export function writeDerivation(
  { expression, result, unit }: Pick<FigureDerivation, 'expression' | 'result' | 'unit'>,
  locale: Locale,
): string {
  const sign = evaluate(expression) === result ? '=' : '≈';
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
