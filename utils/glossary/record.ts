import * as z from 'zod/mini';
import { PREFERENCES } from './preference.ts';
import { LIMITS, type OwnTerm, ownTermSchema } from './schema.ts';
import { runAtOnce, type Steps } from './steps.ts';

/** Version of the record; a record of a newer extension is left alone. */
const RECORD_VERSION = 2;
/** A record whose terms nobody has looked at yet: 20,000 of them take long enough to be looked at one by one. */
const headSchema = z.object({
  version: z.literal(RECORD_VERSION),
  /** Counts the changes: whoever computed a change from an older revision must look again. */
  revision: z.number(),
  terms: z.array(z.unknown()).check(z.maxLength(LIMITS.terms)),
  /** Changes of single terms since the last import or undo. */
  edits: z.number(),
  /** What the reader has chosen for single own terms, by their ids, beside the setting for all. Since version 2. */
  preferences: z.record(z.string(), z.enum(PREFERENCES)),
});
/** The same as version 1 stored it. `test/unit/glossary/stored` has an example of every version. */
const headV1Schema = z.object({
  ...z.omit(headSchema, { preferences: true }).shape,
  version: z.literal(1),
});
type RecordHead = z.infer<typeof headSchema>;
export type GlossaryRecord = Omit<RecordHead, 'terms'> & { readonly terms: readonly OwnTerm[] };

/** The record of a glossary without terms, before anything is stored. */
export const EMPTY_RECORD: GlossaryRecord = {
  version: RECORD_VERSION,
  revision: 0,
  terms: [],
  edits: 0,
  preferences: {},
};

/** A stored record of this or an earlier version; undefined where it is none of them. */
export function readRecord(stored: unknown): GlossaryRecord | undefined {
  return runAtOnce(recordSteps(stored));
}

/** {@link readRecord} in steps. */
export function* recordSteps(stored: unknown): Steps<GlossaryRecord | undefined> {
  const head = readHead(stored);
  if (!head) return undefined;
  const terms: OwnTerm[] = [];
  for (const value of head.terms) {
    const term = z.safeParse(ownTermSchema, value);
    if (!term.success) return undefined;
    terms.push(term.data);
    yield terms.length / head.terms.length;
  }
  return { ...head, terms };
}

/** A stored record without a look at its terms. */
export function readHead(stored: unknown): RecordHead | undefined {
  const head = z.safeParse(headSchema, stored);
  if (head.success) return head.data;
  const old = z.safeParse(headV1Schema, stored);
  return old.success ? { ...old.data, version: RECORD_VERSION, preferences: {} } : undefined;
}

/** Changes of single terms that a stored record counts; none where it is no record. */
export function editsOf(raw: unknown): number {
  return readHead(raw)?.edits ?? 0;
}

/**
 * The terms as they are stored.
 * @throws ZodError for a term that could not be read back.
 */
export function* checkSteps(terms: readonly OwnTerm[]): Steps<OwnTerm[]> {
  const checked: OwnTerm[] = [];
  for (const term of terms) {
    checked.push(ownTermSchema.parse(term));
    yield checked.length / terms.length;
  }
  return checked;
}

/** Whether a newer extension has stored the record. */
export function isNewerRecord(stored: unknown): boolean {
  const version = typeof stored === 'object' && stored !== null ? Reflect.get(stored, 'version') : undefined;
  return typeof version === 'number' && version > RECORD_VERSION;
}
