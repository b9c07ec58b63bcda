import * as z from 'zod/mini';
import { CATEGORIES } from '../terms/types.ts';
import { day, id, localised, nonEmpty } from './primitives.ts';

/** Data of assets/knowledge as it is written in JSON; every text a reader sees is in three languages. */
export const sourceSchema = z.strictObject({
  key: id,
  title: nonEmpty,
  publisher: nonEmpty,
  date: z.nullable(day),
  url: z.nullable(z.url()),
  /** Whether the page itself was read when the fact was taken from it. */
  seen: z.boolean(),
  note: z.optional(nonEmpty),
});

export const termSchema = z.strictObject({
  id,
  category: z.enum(CATEGORIES),
  title: z.strictObject({ hans: nonEmpty, hant: nonEmpty, en: nonEmpty }),
  /** Words that only Taiwan uses for it (人工智慧), where they differ from `title.hant`. */
  taiwan: z.optional(z.array(nonEmpty)),
  pinyin: nonEmpty,
  /** Whether `title.en` is an official rendering, and by whom (source key). */
  english: z.strictObject({ official: z.boolean(), source: z.optional(id), others: z.array(nonEmpty) }),
  definition: localised,
  importance: localised,
  /** First appearance known to us: document or occasion, and its date. */
  first: z.optional(z.strictObject({ document: localised, date: day, source: z.optional(id) })),
  /** Canonical surface forms. Spelling variants are generated, never listed. */
  forms: z.strictObject({ hans: z.array(nonEmpty), hant: z.array(nonEmpty), en: z.array(nonEmpty) }),
  /** Those of the forms that are general words: they count only near an AI signal. */
  contextForms: z.optional(z.array(nonEmpty)),
  /** Strings that contain a form and mean something else; each is also a test. */
  traps: z.array(nonEmpty),
  /** Strings in which the term really occurs although a careless decoy would hide it; each is also a test. */
  mustMatch: z.array(nonEmpty),
  related: z.array(id),
  outline: z.array(id),
  sources: z.array(id).check(z.minLength(1)),
});

export type Source = z.infer<typeof sourceSchema>;
export type Term = z.infer<typeof termSchema> & {
  /** Set on the terms of the reader's own glossary (own-terms.ts), with the reader's note; no file has it. */
  readonly own?: { readonly note: string };
};
