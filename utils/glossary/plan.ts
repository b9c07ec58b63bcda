import type { Lexicon } from '../terms/types.ts';
import { foldForm } from './clean.ts';
import { checkLength, freeId } from './collect.ts';
import { conflictSteps, ownLexiconSteps } from './merge.ts';
import { GlossaryFileError, type GlossaryReading, type RowNote } from './report.ts';
import { LIMITS, type OwnTerm } from './schema.ts';
import { part, runAtOnce, type Steps } from './steps.ts';

/** Whether an import is added to the glossary there is, or takes its place. */
export type ImportMode = 'add' | 'replace';

export interface ImportPlan {
  /** The whole glossary as it will be. */
  readonly terms: readonly OwnTerm[];
  readonly added: number;
  /** Terms of the present glossary that the import changes. */
  readonly changed: number;
  /** The notes of the file, and those that follow from the glossary and the built-in terms, by line. */
  readonly notes: readonly RowNote[];
}

/**
 * What an import would make of the present glossary; nothing is changed. A term that the glossary has already, by its
 * headword, takes the new content and keeps its id.
 * @throws GlossaryFileError where the result would be larger than a glossary may be.
 */
export function planImport(
  reading: GlossaryReading,
  current: readonly OwnTerm[],
  mode: ImportMode,
  builtIn: BuiltIn,
): ImportPlan {
  return runAtOnce(planSteps(reading, current, mode, builtIn));
}

interface BuiltIn {
  readonly lexicon: Lexicon;
  readonly scriptPairs: string;
}

/** {@link planImport} in steps. */
export function* planSteps(
  reading: GlossaryReading,
  current: readonly OwnTerm[],
  mode: ImportMode,
  builtIn: BuiltIn,
): Steps<ImportPlan> {
  const terms = new Map<string, OwnTerm>();
  const byHeadword = new Map<string, string>();
  const present = mode === 'add' ? current : [];
  for (const [index, term] of present.entries()) {
    terms.set(term.id, term);
    byHeadword.set(headwordOf(term), term.id);
    yield (PRESENT * (index + 1)) / present.length;
  }
  const notes: RowNote[] = [...reading.notes];
  const lines = new Map<string, { readonly line: number; readonly term: string }>();
  let added = 0;
  let changed = 0;
  for (const [index, term] of reading.terms.entries()) {
    const place = { line: reading.lines[index] ?? 1, term: term.forms[0] ?? '' };
    const existing = byHeadword.get(headwordOf(term));
    const id = existing ?? freeId(term.id, terms);
    const before = terms.get(id);
    const after = { ...term, id };
    lines.set(id, place);
    if (before === undefined) added++;
    else if (JSON.stringify(before) !== JSON.stringify(after)) {
      changed++;
      notes.push({ ...place, field: 'row', reason: 'replaces', value: '' });
    }
    terms.set(id, after);
    byHeadword.set(headwordOf(after), id);
    yield PRESENT + ((MERGED - PRESENT) * (index + 1)) / reading.terms.length;
  }
  const all = [...terms.values()];
  if (all.length > LIMITS.terms)
    throw new GlossaryFileError({ reason: 'tooManyTerms', value: String(LIMITS.terms) });
  checkLength(all);
  const compared = reading.terms.length === 0 ? [] : all;
  const own = yield* part(ownLexiconSteps(compared, builtIn.scriptPairs), MERGED, SPELT);
  for (const { own: id, form } of yield* part(conflictSteps(builtIn.lexicon, own), SPELT, 1)) {
    const place = lines.get(id);
    if (place) notes.push({ ...place, field: 'term', reason: 'builtIn', value: form });
  }
  notes.sort((a, b) => a.line - b.line);
  return { terms: all, added, changed, notes };
}

/** How far the plan is when the present terms are known, the new ones merged, their characters known. */
const PRESENT = 0.2;
const MERGED = 0.5;
const SPELT = 0.7;

function headwordOf(term: OwnTerm): string {
  return foldForm(term.forms[0] ?? '');
}
