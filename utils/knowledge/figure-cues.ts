import type { Knowledge } from './assemble.ts';
import { type FigureCue, foldCue } from './figure-match.ts';
import { toTraditional } from './script.ts';

/** The cues of all known figures in both scripts, for {@link matchKnownFigure}; built once, not in the page. */
export function buildFigureCues(knowledge: Pick<Knowledge, 'figures'>): readonly FigureCue[] {
  return [...knowledge.figures.values()].map(({ id, match }) => ({
    figure: id,
    exact: bothScripts(match.exact),
    cases: match.cues.map(({ value, units, cues, not }) => ({
      value,
      units,
      cues: bothScripts(cues),
      not: bothScripts(not ?? []),
    })),
  }));
}

function bothScripts(words: readonly string[]): readonly string[] {
  return [...new Set(words.flatMap((word) => [foldCue(word), foldCue(toTraditional(word))]))];
}
