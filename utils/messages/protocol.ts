import * as z from 'zod/mini';
import { HIGHLIGHT_KINDS } from '../settings/schema.ts';
import type { HighlightKind } from '../terms/types.ts';

/**
 * Every message between the entries: who answers it, its parameters (validated where they arrive) and its result.
 * A message that is not here is dropped.
 */
const kind = z.enum(HIGHLIGHT_KINDS as readonly [HighlightKind, ...HighlightKind[]]);
const ids = z.array(z.string().check(z.maxLength(200))).check(z.maxLength(20_000));
const nothing = z.object({});

/** One annotation of the page as the popup and the side panel list it. */
const listedAnnotation = z.object({
  /** Position in reading order; the id that `reveal` takes. */
  index: z.number(),
  kind,
  /** The id of the term; of the known figure, where it is one; otherwise null. */
  subject: z.nullable(z.string()),
  /** The text as the page has it. */
  text: z.string(),
});

/** What a page tells the popup about itself. */
const pageReportSchema = z.object({
  title: z.string(),
  url: z.string(),
  date: z.nullable(z.string()),
  /** Whether highlights are painted now; false where the reader has switched them off. */
  active: z.boolean(),
  annotations: z.array(listedAnnotation),
  /** Index of the annotation at the reading position, or null. */
  current: z.nullable(z.number()),
});
export type PageReport = z.infer<typeof pageReportSchema>;

/** Answered by the background. */
export const backgroundMessages = {
  /** The knowledge for the cards of a page: one message per page, before the first hover. */
  describe: z.object({ terms: ids, figures: ids }),
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
  ownTerms: nothing,
  openOptions: z.object({ section: z.optional(z.string().check(z.regex(/^[a-z-]{1,40}$/))) }),
} as const;

/** Answered by the content script of a tab. */
export const tabMessages = {
  report: nothing,
  /** Scrolls to an annotation and marks it for a moment. */
  reveal: z.object({ index: z.number() }),
  step: z.object({ direction: z.enum(['next', 'previous']) }),
  /** Opens the card for the selected text. */
  explainSelection: nothing,
} as const;

/** Sent by a tab to whoever listens: the page's annotations or the reading position have changed. */
export const noticeMessages = {
  pageChanged: z.object({ current: z.nullable(z.number()), total: z.number() }),
} as const;

export type BackgroundMessage = keyof typeof backgroundMessages;
export type TabMessage = keyof typeof tabMessages;
export type BackgroundParams<N extends BackgroundMessage> = z.infer<(typeof backgroundMessages)[N]>;
export type TabParams<N extends TabMessage> = z.infer<(typeof tabMessages)[N]>;
export type NoticeParams<N extends keyof typeof noticeMessages> = z.infer<(typeof noticeMessages)[N]>;
