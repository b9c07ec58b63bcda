import type { Knowledge } from '../../utils/knowledge/assemble.ts';
import { plainPinyin } from '../../utils/knowledge/pinyin.ts';
import type { Term } from '../../utils/knowledge/schema.ts';
import type { Locale } from '../../utils/locale.ts';
import type { Category } from '../../utils/terms/types.ts';

/** The terms of a category as a dictionary orders them: by pinyin, in English by the English title. */
export function sortedTerms(knowledge: Knowledge, category: Category, locale: Locale): readonly Term[] {
  const collator = new Intl.Collator('en', { sensitivity: 'base', numeric: true });
  const keyOf = (term: Term): string => (locale === 'en' ? term.title.en : plainPinyin(term.pinyin));
  return [...knowledge.terms.values()]
    .filter((term) => term.category === category)
    .map((term) => ({ term, key: keyOf(term) }))
    .sort((a, b) => collator.compare(a.key, b.key))
    .map(({ term }) => term);
}
