import { scanFigures } from '../../utils/figures/scan.ts';
import type { Knowledge } from '../../utils/knowledge/assemble.ts';
import { buildFigureCues } from '../../utils/knowledge/figure-cues.ts';
import { matchKnownFigure } from '../../utils/knowledge/figure-match.ts';
import { buildLexicon } from '../../utils/knowledge/lexicon.ts';
import { createTermScanner } from '../../utils/terms/scanner.ts';
import type { CheckInput } from './rule.ts';

/** Begins a sentence about AI, as general words need it. */
const NEAR_AI = '谈到人工智能，';

/** The real recognisers, as the rules use them. */
export function engine(knowledge: Knowledge): Pick<CheckInput, 'findTerms' | 'findFigures'> {
  const scanner = createTermScanner(buildLexicon(knowledge));
  const cues = buildFigureCues(knowledge);
  return {
    findTerms: (text, nearAi) => {
      const begin = nearAi ? NEAR_AI : '';
      const matches = scanner.scan(begin + text);
      return matches.flatMap(({ start, term }) => (start < begin.length ? [] : [term]));
    },
    findFigures: (text) => scanFigures(text).flatMap((figure) => matchKnownFigure(cues, figure, text) ?? []),
  };
}
