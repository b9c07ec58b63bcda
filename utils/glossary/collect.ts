import type { Category } from '../terms/types.ts';
import { foldForm } from './clean.ts';
import { type RawEntry, readEntry } from './entry.ts';
import { GlossaryFileError, type RowNote, type RowProblem } from './report.ts';
import { LIMITS, lengthOf, type OwnTerm, TEXT_FIELDS, type TextField } from './schema.ts';
import type { Steps } from './steps.ts';

/** What a format's reader yields for a row: an entry, with what is to be known of it, or why there is none. */
export type RowReading =
  | { readonly entry: RawEntry; readonly notes?: readonly RowNote[] }
  | { readonly problems: readonly RowProblem[] };

/** The rows of a file, and between them, as numbers, how far it is read, from 0 to 1. */
export type RowReadings = Generator<RowReading | number>;

/** Between two texts that duplicates say of the same term; one line, so that every format can carry it. */
const JOINT = ' / ';

interface Collected {
  readonly rows: number;
  readonly terms: readonly OwnTerm[];
  readonly lines: readonly number[];
  readonly problems: readonly RowProblem[];
  readonly notes: readonly RowNote[];
}

/**
 * Collects the terms of a file. Rows with the same headword ({@link foldForm}) become one term, which a note says;
 * where together they would exceed a limit the later row is a problem and the earlier stays.
 * @throws GlossaryFileError for more terms or more text than a glossary may hold.
 */
export function* collectTerms(readings: RowReadings, fallback: Category): Steps<Collected> {
  const terms: { line: number; term: OwnTerm }[] = [];
  const byHeadword = new Map<string, number>();
  const ids = new Set<string>();
  const problems: RowProblem[] = [];
  const notes: RowNote[] = [];
  let rows = 0;
  for (const row of readings) {
    if (typeof row === 'number') {
      yield row;
      continue;
    }
    rows++;
    if ('problems' in row) {
      problems.push(...row.problems);
      continue;
    }
    const { entry } = row;
    const reading = readEntry(entry, fallback);
    if (!reading.ok) {
      problems.push(...reading.problems);
      continue;
    }
    const { term } = reading;
    const headword = term.forms[0] ?? '';
    const finding = { line: entry.line, term: headword };
    const key = foldForm(headword);
    const at = byHeadword.get(key);
    const earlier = at === undefined ? undefined : terms[at];
    if (at !== undefined && earlier) {
      const merged = mergeTerms(earlier.term, term);
      if (typeof merged === 'string') {
        const limit =
          merged === 'aliases' ? LIMITS.forms : merged === 'english' ? LIMITS.english : LIMITS.text;
        const reason = merged === 'aliases' ? 'tooMany' : 'tooLong';
        problems.push({ ...finding, field: merged, reason, value: String(limit) });
        continue;
      }
      terms[at] = { line: earlier.line, term: merged };
      notes.push({ ...finding, field: 'row', reason: 'merged', value: String(earlier.line) });
    } else {
      const id = freeId(term.id, ids);
      if (id !== term.id && entry.id.trim() !== '') {
        problems.push({ ...finding, field: 'id', reason: 'idTaken', value: term.id });
        continue;
      }
      ids.add(id);
      byHeadword.set(key, terms.length);
      terms.push({ line: entry.line, term: { ...term, id } });
    }
    notes.push(...(row.notes ?? []));
    if (terms.length > LIMITS.terms)
      throw new GlossaryFileError({ reason: 'tooManyTerms', value: String(LIMITS.terms) });
  }
  const all = terms.map(({ term }) => term);
  checkLength(all);
  return { rows, terms: all, lines: terms.map(({ line }) => line), problems, notes };
}

/** @throws GlossaryFileError where the texts together are longer than a glossary may be. */
export function checkLength(terms: readonly OwnTerm[]): void {
  const length = terms.reduce((sum, term) => sum + lengthOf(term), 0);
  if (length > LIMITS.characters)
    throw new GlossaryFileError({ reason: 'tooMuchText', value: String(LIMITS.characters) });
}

/** `wanted`, or with `~2`, `~3` … behind it where that is taken. */
export function freeId(wanted: string, taken: { has(id: string): boolean }): string {
  let id = wanted;
  for (let number = 2; taken.has(id); number++) id = `${wanted}~${number}`;
  return id;
}

/** Both terms as one, or the field in which they would exceed a limit. */
function mergeTerms(earlier: OwnTerm, later: OwnTerm): OwnTerm | 'aliases' | TextField {
  const forms = [...new Set([...earlier.forms, ...later.forms])];
  if (forms.length > LIMITS.forms) return 'aliases';
  const merged: OwnTerm = { ...earlier, forms };
  const texts: Partial<Record<TextField, string>> = {};
  for (const field of TEXT_FIELDS) {
    const text = mergeTexts(earlier[field], later[field]);
    if (text === undefined) continue;
    if (text.length > (field === 'english' ? LIMITS.english : LIMITS.text)) return field;
    texts[field] = text;
  }
  return { ...merged, ...texts };
}

function mergeTexts(earlier: string | undefined, later: string | undefined): string | undefined {
  if (earlier === undefined || later === undefined) return earlier ?? later;
  return earlier.includes(later) ? earlier : earlier + JOINT + later;
}
