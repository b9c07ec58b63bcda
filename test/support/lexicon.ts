import { type Lexicon, NO_RULES } from '../../utils/terms/types.ts';

/** A lexicon of bare forms, each its own term. */
export function lexiconOf(forms: readonly string[], parts: Partial<Lexicon> = {}): Lexicon {
  return {
    terms: forms.map((form) => ({ id: form, category: 'technology', forms: [form] })),
    ...NO_RULES,
    scriptPairs: '',
    ...parts,
  };
}
