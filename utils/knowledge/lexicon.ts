import { spellingsOf } from '../terms/spellings.ts';
import type { Lexicon, LexiconEntry } from '../terms/types.ts';
import type { Knowledge } from './assemble.ts';
import type { Term } from './schema.ts';
import { scriptPairsFor, simplifyCharacters } from './script.ts';

/**
 * Everything the recogniser needs of the knowledge base: forms, decoys, signals, short titles, script pairs;
 * no definitions. All Chinese is folded to simplified characters, as the recogniser folds the page.
 */
export function buildLexicon(knowledge: Knowledge): Lexicon {
  const terms = [...knowledge.terms.values()].map(entryOf);
  const decoys = unique(knowledge.decoys.decoys);
  const exceptions = unique(knowledge.decoys.exceptions);
  const words = unique(knowledge.decoys.words);
  const signals = unique(knowledge.decoys.signals);
  const sameSentence = unique(knowledge.decoys.sameSentence);
  const units = unique(knowledge.decoys.units);
  const shortTitles = knowledge.decoys.shortTitles.map(({ form, term, introducedBy }) => ({
    form: simplifyCharacters(form),
    term,
    introducedBy: unique(introducedBy),
  }));
  const needed = new Set<string>();
  const strings = [
    ...terms.flatMap((term) => term.forms),
    ...decoys,
    ...exceptions,
    ...words,
    ...signals,
    ...shortTitles.flatMap((title) => [title.form, ...title.introducedBy]),
  ];
  for (const text of strings) for (const character of text) needed.add(character);
  return {
    terms,
    decoys,
    exceptions,
    words,
    signals,
    sameSentence,
    units,
    shortTitles,
    scriptPairs: scriptPairsFor(needed),
  };
}

function entryOf(term: Term): LexiconEntry {
  const generated = new Set(unique(term.forms.hans).flatMap(spellingsOf));
  const hant = unique([...term.forms.hant, ...(term.taiwan ?? [])]).filter((form) => !generated.has(form));
  const forms = unique([...term.forms.hans, ...hant, ...term.forms.en]);
  const general = unique(term.contextForms ?? []);
  const entry = { id: term.id, category: term.category, forms };
  return general.length > 0 ? { ...entry, contextForms: general } : entry;
}

/** In order, simplified, each once: 數據 and 数据 are one form. */
function unique(forms: readonly string[]): readonly string[] {
  return [...new Set(forms.map(simplifyCharacters))];
}
