import { applyPatch, type LexiconPatch, termAt } from '../../utils/glossary/patch.ts';
import type { Lexicon } from '../../utils/terms/types.ts';

/** The lexicon with all terms of a patch. */
export function mergedLexicon(builtIn: Lexicon, patch: LexiconPatch): Lexicon {
  const offsets = [...patch.terms.matchAll(/^./gmu)].map(({ index }) => index);
  return applyPatch(
    builtIn,
    patch,
    offsets.map((offset) => termAt(patch.terms, offset)),
  );
}
