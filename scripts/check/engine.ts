import { scanFigures } from '../../utils/figures/scan.ts';
import type { Knowledge } from '../../utils/knowledge/assemble.ts';
import { buildFigureCues } from '../../utils/knowledge/figure-cues.ts';
import { matchKnownFigure } from '../../utils/knowledge/figure-match.ts';
import { buildLexicon } from '../../utils/knowledge/lexicon.ts';
import { createTermScanner } from '../../utils/terms/scanner.ts';
import type { CheckInput } from './rule.ts';

/** A sentence whose neighbourhood is about AI, as general words need it. */
const AI_SENTENCE = '本文讨论人工智能的发展。';

/** The real recognisers, as the rules use them. */
export function engine(knowledge: Knowledge): Pick<CheckInput, 'findTerms' | 'findFigures'> {
  const scanner = createTermScanner(buildLexicon(knowledge));
  const cues = buildFigureCues(knowledge);
  return {
    findTerms: (text, nearAi) =>
      scanner.scan(text, nearAi ? { before: AI_SENTENCE } : {}).map(({ term }) => term),
    findFigures: (text) => scanFigures(text).flatMap((figure) => matchKnownFigure(cues, figure, text) ?? []),
  };
}
