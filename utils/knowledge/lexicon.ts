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
  const { sameSentence: together, units: counted } = knowledge.decoys;
  const apart = new Set(unique([...together, ...counted]));
  const terms = [...knowledge.terms.values()].map((term) => entryOf(term, apart));
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

function entryOf(term: Term, apart: ReadonlySet<string>): LexiconEntry {
  const { hans, hant, en } = term.forms;
  const general = new Set(unique(term.contextForms ?? []));
  const forms = withoutGenerated(unique([...hans, ...hant, ...(term.taiwan ?? []), ...en]), general, apart);
  const entry = { id: term.id, category: term.category, forms };
  const contextForms = forms.filter((form) => general.has(form));
  return contextForms.length > 0 ? { ...entry, contextForms } : entry;
}

/** The recogniser makes plurals and Taiwan's words itself: what it makes need not ship, unless a rule names it (`apart`). */
function withoutGenerated(
  forms: readonly string[],
  general: ReadonlySet<string>,
  apart: ReadonlySet<string>,
): readonly string[] {
  const kept: string[] = [];
  const made = new Map<string, boolean>();
  for (const form of forms) {
    if (made.get(form) === general.has(form) && !apart.has(form)) continue;
    kept.push(form);
    for (const spelled of spellingsOf(form)) made.set(spelled, general.has(form));
  }
  return kept;
}

/** In order, simplified, each once: 數據 and 数据 are one form. */
function unique(forms: readonly string[]): readonly string[] {
  return [...new Set(forms.map(simplifyCharacters))];
}
