import * as z from 'zod/mini';
import { PREFERENCES } from './preference.ts';
import { LIMITS, type OwnTerm, ownTermSchema } from './schema.ts';
import type { Steps } from './steps.ts';

/** Version of the record; a record of a newer extension is left alone. */
const RECORD_VERSION = 3;
/**
 * A record as it is stored. Its terms are one text: the browser copies what is stored at one go, and takes a tenth of a
 * second for 20,000 objects, but hardly any time for a text, which can be read and written line by line.
 */
const recordSchema = z.object({
  version: z.literal(RECORD_VERSION),
  /** Counts the changes: whoever computed a change from an older revision must look again. */
  revision: z.number(),
  /** How many terms there are. Since version 3. */
  count: z.number().check(z.maximum(LIMITS.terms)),
  /** The terms, each as JSON with a line end behind it. Nobody has looked at them yet. Since version 3. */
  lines: z.string(),
  /** Changes of single terms since the last import or undo. */
  edits: z.number(),
  /** What the reader has chosen for single own terms, by their ids, beside the setting for all. Since version 2. */
  preferences: z.record(z.string(), z.enum(PREFERENCES)),
});
/** The same as earlier versions stored it. `test/unit/glossary/stored` has an example of every version. */
const recordV2Schema = z.object({
  ...z.omit(recordSchema, { count: true, lines: true }).shape,
  version: z.literal(2),
  terms: z.array(z.unknown()).check(z.maxLength(LIMITS.terms)),
});
const recordV1Schema = z.object({
  ...z.omit(recordV2Schema, { preferences: true }).shape,
  version: z.literal(1),
});
export type GlossaryRecord = z.infer<typeof recordSchema>;

/** The record of a glossary without terms, before anything is stored. */
export const EMPTY_RECORD: GlossaryRecord = {
  version: RECORD_VERSION,
  revision: 0,
  count: 0,
  lines: '',
  edits: 0,
  preferences: {},
};

/** A stored record of this or an earlier version, its terms unseen; undefined where it is none of them. */
export function readRecord(stored: unknown): GlossaryRecord | undefined {
  const record = z.safeParse(recordSchema, stored);
  if (record.success) return record.data;
  const second = z.safeParse(recordV2Schema, stored);
  if (second.success) return fromVersion2(second.data);
  const first = z.safeParse(recordV1Schema, stored);
  return first.success ? fromVersion2({ ...first.data, version: 2, preferences: {} }) : undefined;
}

function fromVersion2({ terms, ...rest }: z.infer<typeof recordV2Schema>): GlossaryRecord {
  const lines = terms.map((term) => `${JSON.stringify(term)}\n`).join('');
  return { ...rest, version: RECORD_VERSION, count: terms.length, lines };
}

/** The terms of a record in steps; undefined where one of them is none. */
export function* termSteps({ count, lines }: GlossaryRecord): Steps<readonly OwnTerm[] | undefined> {
  const terms: OwnTerm[] = [];
  for (let start = 0; start < lines.length; ) {
    const end = lines.indexOf('\n', start);
    const term = z.safeParse(ownTermSchema, parseLine(lines.slice(start, end)));
    if (end < 0 || !term.success) return undefined;
    terms.push(term.data);
    start = end + 1;
    yield start / lines.length;
  }
  return terms.length === count ? terms : undefined;
}

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/**
 * The terms as a record has them, in steps.
 * @throws ZodError for a term that could not be read back.
 */
export function* writeSteps(terms: readonly OwnTerm[]): Steps<Pick<GlossaryRecord, 'count' | 'lines'>> {
  let lines = '';
  for (const [index, term] of terms.entries()) {
    lines += `${JSON.stringify(ownTermSchema.parse(term))}\n`;
    yield (index + 1) / terms.length;
  }
  return { count: terms.length, lines };
}

/** Whether a newer extension has stored the record. */
export function isNewerRecord(stored: unknown): boolean {
  const version = typeof stored === 'object' && stored !== null ? Reflect.get(stored, 'version') : undefined;
  return typeof version === 'number' && version > RECORD_VERSION;
}
