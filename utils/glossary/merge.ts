import type { Lexicon, LexiconEntry, TermId } from '../terms/types.ts';
import { foldForm } from './clean.ts';
import type { OwnTerm } from './schema.ts';

/** What the recogniser needs of a glossary; plain data, small enough for a page, as the built-in lexicon is. */
export interface OwnLexicon {
  /** Forms as the reader wrote them; {@link mergeLexicon} folds them to one script. */
  readonly terms: readonly LexiconEntry[];
  /** Traditional → simplified characters that the forms may need, as pairs in one string: `雲云據据…`. */
  readonly scriptPairs: string;
}

/** A form of an own term that a built-in term has as well. */
export interface Conflict {
  readonly own: TermId;
  readonly form: string;
  readonly builtIn: TermId;
}

/**
 * The lexicon of a glossary with the script pairs that concern its characters. `pairs` are all pairs there are
 * (`virtual:script-pairs`).
 */
export function buildOwnLexicon(terms: readonly OwnTerm[], pairs: string): OwnLexicon {
  const scripts = scriptMap(pairs);
  const needed = new Set<string>();
  for (const character of charactersOf(terms.flatMap(({ forms }) => forms)))
    needed.add(scripts.get(character) ?? character);
  let used = '';
  for (const [traditional, simplified] of scripts)
    if (needed.has(simplified)) used += traditional + simplified;
  return { terms: terms.map(({ id, category, forms }) => ({ id, category, forms })), scriptPairs: used };
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
    const forms = term.forms.filter((form) => {
      const folded = fold(form);
      if (taken.has(folded)) return false;
      taken.add(folded);
      return true;
    });
    return forms.length === 0 ? [] : [{ ...term, forms: forms.map((form) => replaceAll(form, scripts)) }];
  });
  if (!ownFirst) return { ...builtIn, terms: [...builtIn.terms, ...ownTerms], scriptPairs };
  const free = (form: string) => !taken.has(fold(form));
  return {
    terms: [...builtIn.terms.flatMap((term) => withoutForms(term, free)), ...ownTerms],
    // A string that the reader calls a term is one, even where the built-in lexicon says it is none.
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

function withoutForms(term: LexiconEntry, free: (form: string) => boolean): readonly LexiconEntry[] {
  const forms = term.forms.filter(free);
  if (forms.length === term.forms.length) return [term];
  if (forms.length === 0) return [];
  const { contextForms = [], ...rest } = term;
  const general = contextForms.filter(free);
  return [{ ...rest, forms, ...(general.length > 0 ? { contextForms: general } : {}) }];
}

/** The built-in pairs, and those own ones that change nothing in what the built-in lexicon is written with. */
function mergePairs(builtIn: Lexicon, own: OwnLexicon): string {
  const known = scriptMap(builtIn.scriptPairs);
  const written = charactersOf([
    ...builtIn.terms.flatMap(({ forms }) => forms),
    ...builtIn.decoys,
    ...builtIn.signals,
    ...builtIn.shortTitles.flatMap(({ form, introducedBy }) => [form, ...introducedBy]),
  ]);
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

function replaceAll(text: string, scripts: ReadonlyMap<string, string>): string {
  return Array.from(text, (character) => scripts.get(character) ?? character).join('');
}

function charactersOf(texts: readonly string[]): ReadonlySet<string> {
  const characters = new Set<string>();
  for (const text of texts) for (const character of text) characters.add(character);
  return characters;
}
