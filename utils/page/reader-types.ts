import type { Annotation } from '../annotation.ts';
import type { HighlightKind } from '../terms/types.ts';
import type { Annotate } from './annotating.ts';
import type { Point } from './pointer.ts';
import type { SiteProfile } from './sites.ts';
import type { Look } from './surface.ts';

/** What is marked and how. */
export interface ReaderSettings extends Look {
  readonly kindsOff: readonly HighlightKind[];
  readonly hiddenTerms: readonly string[];
}

/** A mark as others see it. */
export interface PageAnnotation {
  /** Stays the same until the text of its block changes, or a neighbour's in a way that matters. */
  readonly id: number;
  readonly kind: HighlightKind;
  readonly annotation: Annotation;
  /** Annotations inside of this one. */
  readonly inner: readonly Annotation[];
}

/** A mark that was pointed at, clicked, tapped or moved to. */
export interface Hit extends PageAnnotation {
  readonly range: StaticRange;
  /** Where it is now, a rectangle per line; empty when it is gone. */
  rects(): readonly DOMRect[];
  /** The element around the text, for positioning. */
  readonly context: Element;
  readonly point: Point | undefined;
}

export interface ReaderOptions extends Annotate {
  kindOf(annotation: Annotation): HighlightKind;
  readonly settings: ReaderSettings;
  /** Without it the site is recognised. */
  readonly profile?: SiteProfile;
  /**
   * The style sheet of the marks, for frames of the same origin inside of the article, which are read with it. Without
   * it frames are left alone.
   */
  readonly frameStyle?: string;
  /**
   * Whether the extension that has made the reader is still there. After an update nobody stops the old reader: it
   * finds out by itself, within a second, and takes everything back.
   */
  readonly isAlive?: () => boolean;
  /** Hears moves of the pointer that a script has made, as tests and benchmarks do; a page's are not the reader's. */
  readonly hearsForged?: boolean;
  /** Hears of an error in the reader's own work. It goes on; what it was at may stay without marks. */
  onFailure(error: unknown): void;
  /** Hears how long each stretch of work was, in milliseconds; for benchmarks. */
  onSlice?(duration: number): void;
  /** The list has changed; in reading order. Called at most five times a second. */
  onAnnotations?(list: readonly PageAnnotation[]): void;
  /** The pointer has come to rest, or nearly, on another mark, or has left the marks. */
  onPoint?(hit: Hit | null): void;
  /** A mark was clicked or tapped, or its link pressed long. */
  onActivate?(hit: Hit, by: 'pointer' | 'touch'): void;
}

export interface Reader {
  start(): void;
  /** Takes everything back: highlights, listeners, observers. For good: a new reader starts anew. */
  stop(): void;
  update(settings: ReaderSettings): void;
  /** All marks that are switched on and shown, in reading order, whatever the density. */
  annotations(): readonly PageAnnotation[];
  /** How many marks the kinds that are switched off would have. */
  countsOff(): ReadonlyMap<HighlightKind, number>;
  /** Scrolls to a mark and emphasises it for a moment. Undefined where it is gone. */
  reveal(id: number): Hit | undefined;
  /** Moves on to the next or previous mark from the last one moved to, else from the reading position. */
  next(): Hit | undefined;
  previous(): Hit | undefined;
  /** Id of the mark moved to last, else of the one at the reading position; null where there is none. */
  current(): number | null;
  /** Where a mark is on screen, a rectangle per line; empty when it is gone. */
  rectsOf(id: number): readonly DOMRect[];
  /** The mark at a point of the viewport. */
  hitTest(point: Point): Hit | undefined;
  /** Emphasises the mark whose card is open, or none. */
  setOpen(id: number | null): void;
  /** Resolves when everything known so far is read and painted. */
  settled(): Promise<void>;
}
