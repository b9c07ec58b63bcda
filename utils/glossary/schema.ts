import * as z from 'zod/mini';
import { CATEGORIES } from '../terms/types.ts';

/**
 * A reader's own glossary, as it is stored and as it is exported. `assets/schema/glossary-v1.schema.json` says the
 * same as JSON Schema for other programs; a test holds the two together.
 */
export const GLOSSARY_FORMAT = 'aiplus-glossary';
export const GLOSSARY_VERSION = 1;

/**
 * What a glossary may hold. The sum of all texts keeps every export below {@link LIMITS.bytes}, so that what the
 * extension wrote it can read again.
 */
export const LIMITS = {
  terms: 20_000,
  /** Surface forms of one term, the headword included. */
  forms: 20,
  /** Length of one surface form, in UTF-16 code units. */
  form: 60,
  /** A form of one character, in the basic plane or not, would be found inside of other words everywhere. */
  shortestForm: 2,
  /** Length of an English name, in UTF-16 code units. */
  english: 200,
  /** Length of a definition or a note, in UTF-16 code units. */
  text: 2_000,
  /** All texts of a glossary together, in UTF-16 code units. */
  characters: 8_000_000,
  /** Size of a file, in bytes. */
  bytes: 32 * 1024 * 1024,
} as const;

const id = z.string().check(z.maxLength(90), z.regex(/^own:[^\s|;；]+$/));
/** Lists of forms are separated by `;`, `；` or `|` in tables: a form has none of them. */
const form = z
  .string()
  .check(z.minLength(LIMITS.shortestForm), z.maxLength(LIMITS.form), z.regex(/^[^\n\t|;；]+$/));
const text = z.string().check(z.minLength(1), z.maxLength(LIMITS.text));

/** One term of the reader. It says at least one of: a definition, an English definition, an English name. */
export const ownTermSchema = z.strictObject({
  id,
  /** The headword first, then its other surface forms. */
  forms: z.array(form).check(z.minLength(1), z.maxLength(LIMITS.forms)),
  category: z.enum(CATEGORIES),
  definition: z.optional(text),
  definitionEn: z.optional(text),
  english: z.optional(z.string().check(z.minLength(1), z.maxLength(LIMITS.english))),
  note: z.optional(text),
});

export const glossarySchema = z.strictObject({
  $schema: z.optional(z.string()),
  format: z.literal(GLOSSARY_FORMAT),
  version: z.literal(GLOSSARY_VERSION),
  terms: z.array(ownTermSchema).check(z.maxLength(LIMITS.terms)),
});

export type OwnTerm = Readonly<z.infer<typeof ownTermSchema>>;

/** The texts of a term beside its forms, in the order of the columns. */
export const TEXT_FIELDS = ['definition', 'definitionEn', 'english', 'note'] as const;
export type TextField = (typeof TEXT_FIELDS)[number];

/** Length of everything a term says, in UTF-16 code units. */
export function lengthOf(term: OwnTerm): number {
  const texts = [...term.forms, ...TEXT_FIELDS.map((field) => term[field] ?? '')];
  return texts.reduce((sum, { length }) => sum + length, 0);
}
