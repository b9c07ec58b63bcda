import { evaluate, roundTo } from '../../utils/knowledge/arithmetic.ts';
import type { Finding, Knowledge } from '../../utils/knowledge/assemble.ts';
import type { KnownFigure } from '../../utils/knowledge/figure-schema.ts';
import type { Rule } from './rule.ts';

/** Every derived value is what its arithmetic gives, and a series repeats the value of the figure it names. */
export const arithmeticHolds: Rule = {
  name: 'arithmetic-holds',
  check({ knowledge }) {
    return [...knowledge.figures.values()].flatMap((figure) => [
      ...derivations(figure),
      ...seriesValues(figure, knowledge),
      ...doubtsSaid(figure),
    ]);
  },
};

function derivations(figure: KnownFigure): readonly Finding[] {
  return figure.derived.flatMap(({ expression, result, decimals }, index) => {
    const path = `${figure.id}.derived[${index}]`;
    try {
      const value = roundTo(evaluate(expression), decimals);
      return value === result ? [] : [{ path, reason: `${expression} is ${value}, not ${result}` }];
    } catch (error) {
      return [{ path, reason: error instanceof Error ? error.message : String(error) }];
    }
  });
}

function seriesValues(figure: KnownFigure, knowledge: Knowledge): readonly Finding[] {
  return (figure.series?.points ?? []).flatMap((point) => {
    if (point.figure === undefined) return [];
    const value = knowledge.figures.get(point.figure)?.value;
    if (value === undefined || value === point.value) return [];
    return [{ path: `${figure.id}.series`, reason: `${point.figure} is ${value}, not ${point.value}` }];
  });
}

/** A figure without a source that could be found says so to the reader. */
function doubtsSaid(figure: KnownFigure): readonly Finding[] {
  if (figure.verification !== 'not-found' || figure.caveats.length > 0) return [];
  return [{ path: `${figure.id}.caveats`, reason: 'no source was found and no caveat says so' }];
}
