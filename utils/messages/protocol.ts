import { isListOf, isNullOr, isNumber, isOneOf, isString, type Shape, type Shaped } from '../guards.ts';
import type { HighlightKind } from '../terms/types.ts';

/**
 * Every message between the entries: who answers it, its parameters (validated where they arrive) and its result
 * (results.ts). A message that is neither here nor in background-protocol.ts is dropped; those of the background
 * stand apart so that pages do not carry their schemas.
 */
const nothing = {};

/** One annotation of the page as the popup and the side panel list it. */
interface ListedAnnotation {
  /** Id of the mark, which `reveal` takes; stays the same until the text of its block changes. */
  readonly index: number;
  readonly kind: HighlightKind;
  /** The id of the term; of the known figure, where it is one; otherwise null. */
  readonly subject: string | null;
  /** The text as the page has it. */
  readonly text: string;
}

/** What a page tells the popup about itself. */
export interface PageReport {
  readonly title: string;
  readonly url: string;
  readonly date: string | null;
  /** Whether highlights are painted now; false where the reader has switched them off. */
  readonly active: boolean;
  /** In reading order. */
  readonly annotations: readonly ListedAnnotation[];
  /** How many occurrences the kinds have that are switched off; they are not among `annotations`. */
  readonly off: readonly (readonly [HighlightKind, number])[];
  /** Index of the annotation at the reading position, or null. */
  readonly current: number | null;
}

/** Answered by the content script of a tab. */
export const tabMessages = {
  report: nothing,
  /** Scrolls to an annotation and marks it for a moment. */
  reveal: { index: isNumber },
  step: { direction: isOneOf(['next', 'previous']) },
  /** Opens the card for the selected text. */
  explainSelection: nothing,
  /** Permissions were taken back: a page of one of these hosts that no remaining one covers stops being read. */
  leave: { revoked: isListOf(isString), remaining: isListOf(isString) },
} as const satisfies Readonly<Record<string, Shape>>;

/** Sent by a tab to whoever listens: the page's annotations or the reading position have changed. */
export const noticeMessages = {
  pageChanged: { current: isNullOr(isNumber), total: isNumber },
} as const satisfies Readonly<Record<string, Shape>>;

export type TabMessage = keyof typeof tabMessages;
export type TabParams<N extends TabMessage> = Shaped<(typeof tabMessages)[N]>;
export type NoticeParams<N extends keyof typeof noticeMessages> = Shaped<(typeof noticeMessages)[N]>;
