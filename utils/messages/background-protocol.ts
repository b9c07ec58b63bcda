import * as z from 'zod/mini';
import { LOCALES } from '../locale.ts';
import { figureSchema } from './figure.ts';

const ids = z.array(z.string().check(z.maxLength(200))).check(z.maxLength(20_000));

/** Answered by the background. */
export const backgroundMessages = {
  /** The knowledge for the cards of a page: one message per page, before the first hover. */
  describe: z.object({ terms: ids, figures: ids }),
  /**
   * The readings of figures, in their order. The grammar that finds figures is in the page; the words that explain
   * them are as large again, and stay with the definitions.
   */
  explain: z.object({ figures: z.array(figureSchema).check(z.maxLength(20_000)), locale: z.enum(LOCALES) }),
  /** Runs the script of the card in the frame that asks. */
  loadCard: z.object({}),
  /** The counts of a page for the badge; `terms` counts different terms. */
  counted: z.object({ terms: z.number(), figures: z.number() }),
  /**
   * Opens the outline page at an item, beside the article of a tab: the one that asks, or `tab` where a surface of the
   * browser asks. `from` is the index of the occurrence that the reader comes from.
   */
  openOutline: z.object({
    item: z.optional(z.string().check(z.regex(/^[a-z0-9-]{1,80}$/))),
    tab: z.optional(z.int().check(z.gte(0))),
    from: z.optional(z.int().check(z.gte(0))),
  }),
  /** What the reader's glossary changes in the lexicon of a page. */
  ownTerms: z.object({}),
  /** Which terms of the reader's glossary have a form of a built-in term. */
  conflicts: z.object({}),
  /**
   * Reads a tab once, by the permission that the click on the extension has given for it. The background does it: the
   * popup may close at any moment.
   */
  readOnce: z.object({ tab: z.int().check(z.gte(0)) }),
  openOptions: z.object({ section: z.optional(z.string().check(z.regex(/^[a-z-]{1,40}$/))) }),
} as const;

export type BackgroundMessage = keyof typeof backgroundMessages;
export type BackgroundParams<N extends BackgroundMessage> = z.infer<(typeof backgroundMessages)[N]>;
