import type { Lexicon } from '../../utils/terms/types.ts';

/** Terms alone, without anything that keeps them back. */
export const NO_RULES: Omit<Lexicon, 'terms' | 'scriptPairs'> = {
  decoys: [],
  exceptions: [],
  words: [],
  signals: [],
  sameSentence: [],
  units: [],
  shortTitles: [],
};

/** A lexicon of bare forms, each its own term. */
export function lexiconOf(forms: readonly string[], parts: Partial<Lexicon> = {}): Lexicon {
  return {
    terms: forms.map((form) => ({ id: form, category: 'technology', forms: [form] })),
    ...NO_RULES,
    scriptPairs: '',
    ...parts,
  };
}
