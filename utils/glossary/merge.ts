import type { Lexicon, LexiconEntry, TermId } from '../terms/types.ts';
import { foldForm } from './clean.ts';
import type { OwnTerm } from './schema.ts';

/** What the recogniser needs of a glossary; plain data, small enough for a page, as the built-in lexicon is. */
export interface OwnLexicon {
  readonly terms: readonly LexiconEntry[];
  /** Traditional → simplified characters that occur in the forms, as pairs in one string: `雲云據据…`. */
  readonly scriptPairs: string;
}

/** A form of an own term that a built-in term has as well. */
export interface Conflict {
  readonly own: TermId;
  readonly form: string;
  readonly builtIn: TermId;
}

/**
 * The lexicon of a glossary: forms in simplified characters, as the recogniser folds the page, and the pairs that
 * fold it. `pairs` are all pairs there are (`virtual:script-pairs`).
 */
export function buildOwnLexicon(terms: readonly OwnTerm[], pairs: string): OwnLexicon {
  const scripts = scriptMap(pairs);
  const entries = terms.map(({ id, category, forms }) => ({
    id,
    category,
    forms: [...new Set(forms.map((form) => replaceCharacters(form, scripts)))],
  }));
  const needed = charactersOf(entries);
  let used = '';
  for (const [traditional, simplified] of scripts) {
    if (needed.has(simplified) && !needed.has(traditional)) used += traditional + simplified;
  }
  return { terms: entries, scriptPairs: used };
}

/**
 * The built-in lexicon and a glossary as one. A form that both have belongs to the own term where `ownFirst`, else to
 * the built-in one; of two own terms, to the first. A term that loses all its forms is left out.
 */
export function mergeLexicon(builtIn: Lexicon, own: OwnLexicon, ownFirst: boolean): Lexicon {
  if (own.terms.length === 0) return builtIn;
  const scriptPairs = mergePairs(builtIn, own);
  const scripts = scriptMap(scriptPairs);
  const fold = (form: string) => foldForm(form, scripts);
  const taken = new Set(ownFirst ? [] : builtIn.terms.flatMap((term) => term.forms.map(fold)));
  const ownTerms = own.terms.flatMap((term): LexiconEntry[] => {
    const forms = term.forms.filter((form) => !taken.has(fold(form)));
    for (const form of forms) taken.add(fold(form));
    return forms.length === 0
      ? []
      : [{ ...term, forms: forms.map((form) => replaceCharacters(form, scripts)) }];
  });
  if (!ownFirst) return { ...builtIn, terms: [...builtIn.terms, ...ownTerms], scriptPairs };
  const free = (form: string) => !taken.has(fold(form));
  const builtInTerms = builtIn.terms.flatMap((term): LexiconEntry[] => {
    if (term.forms.every(free)) return [term];
    const forms = term.forms.filter(free);
    const contextForms = (term.contextForms ?? []).filter(free);
    const { contextForms: _, ...rest } = term;
    if (forms.length === 0) return [];
    return [{ ...rest, forms, ...(contextForms.length > 0 ? { contextForms } : {}) }];
  });
  return {
    terms: [...builtInTerms, ...ownTerms],
    decoys: builtIn.decoys.filter(free),
    signals: builtIn.signals,
    shortTitles: builtIn.shortTitles.filter(({ form }) => free(form)),
    scriptPairs,
  };
}

/** The forms of own terms that built-in terms have as well, in the order of the own terms. */
export function findConflicts(builtIn: Lexicon, own: OwnLexicon): readonly Conflict[] {
  const scripts = scriptMap(mergePairs(builtIn, own));
  const owners = new Map<string, TermId>();
  for (const { id, forms } of builtIn.terms)
    for (const form of forms) owners.set(foldForm(form, scripts), id);
  return own.terms.flatMap(({ id, forms }) =>
    forms.flatMap((form) => {
      const owner = owners.get(foldForm(form, scripts));
      return owner === undefined ? [] : [{ own: id, form, builtIn: owner }];
    }),
  );
}

/** The built-in pairs, and those own ones that change nothing in the built-in forms. */
function mergePairs(builtIn: Lexicon, own: OwnLexicon): string {
  const known = scriptMap(builtIn.scriptPairs);
  const written = charactersOf(builtIn.terms);
  let merged = builtIn.scriptPairs;
  for (const [traditional, simplified] of scriptMap(own.scriptPairs)) {
    if (!known.has(traditional) && !written.has(traditional)) merged += traditional + simplified;
  }
  return merged;
}

function scriptMap(pairs: string): ReadonlyMap<string, string> {
  const characters = Array.from(pairs);
  const map = new Map<string, string>();
  for (let at = 0; at + 1 < characters.length; at += 2)
    map.set(characters[at] ?? '', characters[at + 1] ?? '');
  return map;
}

function replaceCharacters(text: string, scripts: ReadonlyMap<string, string>): string {
  return Array.from(text, (character) => scripts.get(character) ?? character).join('');
}

function charactersOf(terms: readonly LexiconEntry[]): ReadonlySet<string> {
  const characters = new Set<string>();
  for (const { forms } of terms)
    for (const form of forms) for (const character of form) characters.add(character);
  return characters;
}
