import type { Lexicon, LexiconEntry } from '../terms/types.ts';

/**
 * What a glossary changes in the built-in lexicon; plain data. The background works it out ({@link patchLexicon} in
 * merge.ts), a page only applies it: no folding of thousands of forms on the main thread of a page.
 */
export interface LexiconPatch {
  /** The own terms with the forms that are theirs, in the script that the page is folded to. */
  readonly terms: readonly LexiconEntry[];
  /** Forms, decoys, units and short titles of the built-in lexicon, as it writes them, that are own forms now. */
  readonly dropped: readonly string[];
  /** Pairs beside the built-in ones: `traditional simplified` in one string. */
  readonly scriptPairs: string;
}

/** A patch that changes nothing: the reader has no glossary. */
export const EMPTY_PATCH: LexiconPatch = { terms: [], dropped: [], scriptPairs: '' };

/** The lexicon with a patch applied; a built-in term that loses all its forms is left out. */
export function applyPatch(builtIn: Lexicon, patch: LexiconPatch): Lexicon {
  if (patch.terms.length === 0) return builtIn;
  const dropped = new Set(patch.dropped);
  const stays = (form: string) => !dropped.has(form);
  return {
    ...builtIn,
    terms: [...builtIn.terms.flatMap((term) => keepForms(term, stays)), ...patch.terms],
    decoys: builtIn.decoys.filter(stays),
    // What limits a built-in form does not limit an own one.
    sameSentence: builtIn.sameSentence.filter(stays),
    units: builtIn.units.filter(stays),
    shortTitles: builtIn.shortTitles.filter(({ form }) => stays(form)),
    scriptPairs: builtIn.scriptPairs + patch.scriptPairs,
  };
}

function keepForms(term: LexiconEntry, stays: (form: string) => boolean): readonly LexiconEntry[] {
  const forms = term.forms.filter(stays);
  if (forms.length === term.forms.length) return [term];
  if (forms.length === 0) return [];
  const { contextForms = [], ...rest } = term;
  const general = contextForms.filter(stays);
  return [{ ...rest, forms, ...(general.length > 0 ? { contextForms: general } : {}) }];
}
