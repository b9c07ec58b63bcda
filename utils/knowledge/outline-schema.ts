import * as z from 'zod/mini';
import { day, id, localised, nonEmpty } from './primitives.ts';

/**
 * How far our paraphrase of an item could be compared with the official wording: `seen` it was read,
 * `seen-mostly` most of it was read, `recall` only the title was (the reader is told “转述待核”).
 */
const BASES = ['seen', 'seen-mostly', 'recall'] as const;

const target = z.strictObject({
  id,
  year: z.int().check(z.gte(2000), z.lte(2100)),
  paraphrase: localised,
  figures: z.array(id),
});

/** Whose words an article quotes, when and where: the quotation itself is not ours to repeat. */
const quote = z.strictObject({ speaker: localised, date: day, occasion: localised, seen: z.boolean() });

const outlineItemSchema = z.strictObject({
  id,
  /** The item it stands under; `null` for a part of the document. Items are in reading order. */
  parent: z.nullable(id),
  /** As printed (“（八）”, “2”), or empty where the document does not number the item. */
  number: z.string(),
  /** `hans` is the official title, verbatim; `hant` the same in traditional characters. */
  title: localised,
  /** False where the document gives no title and ours stands in (the lead of an article). */
  official: z.boolean(),
  paraphrase: localised,
  measures: z.array(localised).check(z.minLength(1)),
  targets: z.optional(z.array(target)),
  quote: z.optional(quote),
  terms: z.array(id),
  figures: z.array(id),
  /** Items of the other document on the same matter. */
  links: z.array(id),
  basis: z.enum(BASES),
  sources: z.array(id).check(z.minLength(1)),
});

export const outlineSchema = z.strictObject({
  id,
  kind: z.enum(['policy-document', 'news-article']),
  title: localised,
  shortTitle: localised,
  publisher: localised,
  /** 国发〔2025〕11号; absent for an article. */
  documentNumber: z.optional(localised),
  indexNumber: z.optional(nonEmpty),
  /** Page of the newspaper. */
  page: z.optional(z.int()),
  dates: z.array(z.strictObject({ what: localised, date: day })).check(z.minLength(1)),
  /** The page with the official text; `null` where none could be found. */
  url: z.nullable(z.url()),
  copies: z.array(z.strictObject({ publisher: localised, url: z.url() })),
  summary: localised,
  /** What a reader must know about this copy of the outline. */
  notes: z.array(localised),
  sources: z.array(id).check(z.minLength(1)),
  items: z.array(outlineItemSchema).check(z.minLength(1)),
});

export type OutlineItem = z.infer<typeof outlineItemSchema>;
export type Outline = z.infer<typeof outlineSchema>;
