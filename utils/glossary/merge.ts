import type { Lexicon, LexiconEntry, TermId } from '../terms/types.ts';
import { foldForm, replaceScript } from './clean.ts';
import { EMPTY_PATCH, type LexiconPatch, writeTerm } from './patch.ts';
import type { OwnTerm } from './schema.ts';
import { runAtOnce, type Steps } from './steps.ts';

/** What the recogniser needs of a glossary; plain data, small enough for a page, as the built-in lexicon is. */
export interface OwnLexicon {
  /** Forms as the reader wrote them; {@link patchLexicon} folds them to one script. */
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
  return runAtOnce(ownLexiconSteps(terms, pairs));
}

/** {@link buildOwnLexicon} in steps. */
export function* ownLexiconSteps(terms: readonly OwnTerm[], pairs: string): Steps<OwnLexicon> {
  const scripts = scriptMap(pairs);
  const needed = new Set<string>();
  for (const [index, { forms }] of terms.entries()) {
    for (const form of forms) for (const character of form) needed.add(scripts.get(character) ?? character);
    yield (index + 1) / terms.length;
  }
  let used = '';
  for (const [traditional, simplified] of scripts)
    if (needed.has(simplified)) used += traditional + simplified;
  return { terms: terms.map(({ id, category, forms }) => ({ id, category, forms })), scriptPairs: used };
}

/**
 * What a glossary changes in the built-in lexicon. A form that both have belongs to the own term where `isFirst` says
 * so of it, else to the built-in one; of two own terms, to the first. A term that loses all its forms is left out.
 */
export function patchLexicon(
  builtIn: Lexicon,
  own: OwnLexicon,
  isFirst: (own: TermId) => boolean,
): LexiconPatch {
  return runAtOnce(patchSteps(builtIn, own, isFirst));
}

/** {@link patchLexicon} in steps. */
export function* patchSteps(
  builtIn: Lexicon,
  own: OwnLexicon,
  isFirst: (own: TermId) => boolean,
): Steps<LexiconPatch> {
  if (own.terms.length === 0) return EMPTY_PATCH;
  const added = addedPairs(builtIn, own);
  const scripts = scriptMap(builtIn.scriptPairs + added);
  const fold = (form: string) => foldForm(form, scripts);
  const builtInForms = new Set<string>();
  for (const { forms } of builtIn.terms) {
    for (const form of forms) builtInForms.add(fold(form));
    yield 0;
  }
  const taken = new Set<string>();
  const first = new Set<string>();
  const lines: string[] = [];
  for (const [index, term] of own.terms.entries()) {
    const comesFirst = isFirst(term.id);
    const forms = term.forms.filter((form) => {
      const folded = fold(form);
      if (taken.has(folded) || (!comesFirst && builtInForms.has(folded))) return false;
      taken.add(folded);
      if (comesFirst) first.add(folded);
      return true;
    });
    if (forms.length > 0)
      lines.push(writeTerm({ ...term, forms: forms.map((form) => replaceScript(form, scripts)) }));
    yield (index + 1) / own.terms.length;
  }
  // A string that the reader calls a term is one, even where the built-in lexicon says it is none.
  const strings = [
    ...builtIn.terms.flatMap(({ forms }) => forms),
    ...builtIn.decoys,
    ...builtIn.sameSentence,
    ...builtIn.units,
    ...builtIn.shortTitles.map(({ form }) => form),
  ];
  const dropped: string[] = [];
  for (const form of strings) {
    if (first.has(fold(form))) dropped.push(form);
    yield 1;
  }
  return { terms: lines.join(''), dropped, scriptPairs: added };
}

/** The forms of own terms that built-in terms have as well, in the order of the own terms. */
export function findConflicts(builtIn: Lexicon, own: OwnLexicon): readonly Conflict[] {
  return runAtOnce(conflictSteps(builtIn, own));
}

/** {@link findConflicts} in steps. */
export function* conflictSteps(builtIn: Lexicon, own: OwnLexicon): Steps<readonly Conflict[]> {
  const scripts = scriptMap(builtIn.scriptPairs + addedPairs(builtIn, own));
  const owners = new Map<string, TermId>();
  for (const { id, forms } of builtIn.terms) {
    for (const form of forms) owners.set(foldForm(form, scripts), id);
    yield 0;
  }
  const conflicts: Conflict[] = [];
  for (const [index, { id, forms }] of own.terms.entries()) {
    for (const form of forms) {
      const owner = owners.get(foldForm(form, scripts));
      if (owner !== undefined) conflicts.push({ own: id, form, builtIn: owner });
    }
    yield (index + 1) / own.terms.length;
  }
  return conflicts;
}

/** Those own pairs that change nothing in what the built-in lexicon is written with. */
function addedPairs(builtIn: Lexicon, own: OwnLexicon): string {
  const known = scriptMap(builtIn.scriptPairs);
  const written = charactersOf([
    ...builtIn.terms.flatMap(({ forms }) => forms),
    ...builtIn.decoys,
    ...builtIn.exceptions,
    ...builtIn.words,
    ...builtIn.signals,
    ...builtIn.sameSentence,
    ...builtIn.units,
    ...builtIn.shortTitles.flatMap(({ form, introducedBy }) => [form, ...introducedBy]),
  ]);
  let added = '';
  for (const [traditional, simplified] of scriptMap(own.scriptPairs)) {
    if (!known.has(traditional) && !written.has(traditional)) added += traditional + simplified;
  }
  return added;
}

function scriptMap(pairs: string): ReadonlyMap<string, string> {
  const characters = Array.from(pairs);
  const map = new Map<string, string>();
  for (let at = 0; at + 1 < characters.length; at += 2)
    map.set(characters[at] ?? '', characters[at + 1] ?? '');
  return map;
}

function charactersOf(texts: readonly string[]): ReadonlySet<string> {
  const characters = new Set<string>();
  for (const text of texts) for (const character of text) characters.add(character);
  return characters;
}
