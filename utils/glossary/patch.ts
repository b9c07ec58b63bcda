import { CATEGORIES, type Lexicon, type LexiconEntry } from '../terms/types.ts';

/**
 * What a glossary changes in the built-in lexicon; plain data. The background works it out ({@link patchLexicon} in
 * merge.ts), a page only applies it: no folding of thousands of forms on the main thread of a page.
 */
export interface LexiconPatch {
  /**
   * The own terms with the forms that are theirs, in the script that the page is folded to: a line each
   * ({@link writeTerm}). One string crosses to a page in a fraction of the time that 20,000 objects take, and only the
   * terms that a page needs are ever read ({@link termAt}).
   */
  readonly terms: string;
  /** Forms, decoys, units and short titles of the built-in lexicon, as it writes them, that are own forms now. */
  readonly dropped: readonly string[];
  /** Pairs beside the built-in ones: `traditional simplified` in one string. */
  readonly scriptPairs: string;
}

/** A patch that changes nothing: the reader has no glossary. */
export const EMPTY_PATCH: LexiconPatch = { terms: '', dropped: [], scriptPairs: '' };

/** A term as a line: number of the category, id, forms; tabs between. Neither ids nor forms have tabs or line ends. */
export function writeTerm({ id, category, forms }: LexiconEntry): string {
  return `${CATEGORIES.indexOf(category)}\t${id}\t${forms.join('\t')}\n`;
}

/** The term whose line begins at an offset. */
export function termAt(terms: string, offset: number): LexiconEntry {
  const [number = '', id = '', ...forms] = terms.slice(offset, terms.indexOf('\n', offset)).split('\t');
  const category = CATEGORIES[Number(number)];
  if (!category) throw new Error(`There is no category ${number}.`);
  return { id, category, forms };
}

/** The lexicon with a patch applied, of whose terms only `own` take part; a built-in term without forms is left out. */
export function applyPatch(builtIn: Lexicon, patch: LexiconPatch, own: readonly LexiconEntry[]): Lexicon {
  if (own.length === 0) return builtIn;
  const dropped = new Set(patch.dropped);
  const stays = (form: string) => !dropped.has(form);
  return {
    ...builtIn,
    terms: [...builtIn.terms.flatMap((term) => keepForms(term, stays)), ...own],
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
