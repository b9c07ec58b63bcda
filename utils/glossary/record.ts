import * as z from 'zod/mini';
import { PREFERENCES } from './preference.ts';
import { LIMITS, type OwnTerm, ownTermSchema } from './schema.ts';
import type { Steps } from './steps.ts';

/** Version of the record; a record of a newer extension is left alone. */
const RECORD_VERSION = 3;
/**
 * A record as it is stored. Its terms stand beside it in parts: the browser copies each value at one go, and for 20,000
 * terms at once a page would stand still for a tenth of a second. They are texts, for nothing is copied faster.
 */
const recordSchema = z.object({
  version: z.literal(RECORD_VERSION),
  /** Counts the changes: whoever computed a change from an older revision must look again. */
  revision: z.number(),
  /** How many terms there are. Since version 3. */
  count: z.number().check(z.maximum(LIMITS.terms)),
  /** The keys of the parts with the terms, each a line of JSON with a line end behind it. Since version 3. */
  parts: z.array(z.string()),
  /** Changes of single terms since the last import or undo. */
  edits: z.number(),
  /** What the reader has chosen for single own terms, by their ids, beside the setting for all. Since version 2. */
  preferences: z.record(z.string(), z.enum(PREFERENCES)),
});
/** The same as earlier versions stored it. `test/unit/glossary/stored` has an example of every version. */
const recordV2Schema = z.object({
  ...z.omit(recordSchema, { count: true, parts: true }).shape,
  version: z.literal(2),
  terms: z.array(z.unknown()).check(z.maxLength(LIMITS.terms)),
});
const recordV1Schema = z.object({
  ...z.omit(recordV2Schema, { preferences: true }).shape,
  version: z.literal(1),
});
type CurrentRecord = z.infer<typeof recordSchema>;
export type GlossaryRecord = CurrentRecord | z.infer<typeof recordV2Schema>;

/** A glossary's terms as they are stored: texts, in order. */
export interface TermParts {
  readonly count: number;
  readonly texts: readonly string[];
}

/** The record of a glossary without terms, before anything is stored. */
export const EMPTY_RECORD: CurrentRecord = {
  version: RECORD_VERSION,
  revision: 0,
  count: 0,
  parts: [],
  edits: 0,
  preferences: {},
};

/** A stored record of this or an earlier version, its terms unseen; undefined where it is none of them. */
export function readRecord(stored: unknown): GlossaryRecord | undefined {
  const record = z.safeParse(recordSchema, stored);
  if (record.success) return record.data;
  const second = z.safeParse(recordV2Schema, stored);
  if (second.success) return second.data;
  const first = z.safeParse(recordV1Schema, stored);
  return first.success ? { ...first.data, version: 2, preferences: {} } : undefined;
}

/** The keys of the parts that a record has beside it. */
export function partsOf(record: GlossaryRecord | undefined): readonly string[] {
  return record && 'parts' in record ? record.parts : [];
}

/** How many terms a record has. */
export function countOf(record: GlossaryRecord): number {
  return 'count' in record ? record.count : record.terms.length;
}

/**
 * The terms of a record in steps; undefined where one of them is none.
 * @param texts the parts of the record, as they are stored.
 */
export function* termSteps(
  record: GlossaryRecord,
  texts: readonly unknown[],
): Steps<readonly OwnTerm[] | undefined> {
  const terms: OwnTerm[] = [];
  const count = countOf(record);
  for (const value of 'terms' in record ? record.terms : readLines(texts)) {
    const term = z.safeParse(ownTermSchema, value);
    if (!term.success) return undefined;
    terms.push(term.data);
    yield Math.min(1, terms.length / count);
  }
  return terms.length === count ? terms : undefined;
}

/** What the lines of texts say; undefined for a line, or a text, that says nothing. */
function* readLines(texts: readonly unknown[]): Generator<unknown> {
  for (const text of texts) {
    if (typeof text !== 'string') yield undefined;
    else
      for (let start = 0; start < text.length; ) {
        const end = text.indexOf('\n', start);
        if (end < 0) return yield undefined;
        yield parseLine(text.slice(start, end));
        start = end + 1;
      }
  }
}

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** Length of a part, in UTF-16 code units, above which another one begins: a few milliseconds of copying. */
const PART_LENGTH = 200_000;

/**
 * The terms as they are stored, in steps.
 * @throws ZodError for a term that could not be read back.
 */
export function* writeSteps(terms: readonly OwnTerm[]): Steps<TermParts> {
  const texts: string[] = [];
  let lines: string[] = [];
  let length = 0;
  for (const [index, term] of terms.entries()) {
    const line = `${JSON.stringify(ownTermSchema.parse(term))}\n`;
    lines.push(line);
    length += line.length;
    if (length > PART_LENGTH || index === terms.length - 1) {
      texts.push(lines.join(''));
      lines = [];
      length = 0;
    }
    yield (index + 1) / terms.length;
  }
  return { count: terms.length, texts };
}

/** Whether a newer extension has stored the record. */
export function isNewerRecord(stored: unknown): boolean {
  const version = typeof stored === 'object' && stored !== null ? Reflect.get(stored, 'version') : undefined;
  return typeof version === 'number' && version > RECORD_VERSION;
}
