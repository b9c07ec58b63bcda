import type { Annotation } from '../annotation.ts';
import type { HighlightKind } from '../terms/types.ts';
import type { Annotate } from './annotating.ts';
import { hasLayout } from './collect.ts';
import { indexAtReadingLine, scrollToMark } from './cursor.ts';
import { createEngine } from './engine.ts';
import { createFrames, FRAME_PROFILE, hitOutwards } from './frames.ts';
import { countUnpainted, type Mark, rectsOfMark } from './marks.ts';
import { createPointer, type Point } from './pointer.ts';
import type { SiteProfile } from './sites.ts';
import { createSurface, type Look } from './surface.ts';
import { PULSE } from './timing.ts';

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
  /** Hears moves of the pointer that a script has made, as tests and benchmarks do; a page's are not the reader's. */
  readonly hearsForged?: boolean;
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

/** Least time between two reports of the list, in milliseconds. */
const REPORT_INTERVAL = 200;
/** How often the registry is looked after while nothing else happens, in milliseconds. */
const CARE_INTERVAL = 1_000;
/** On a page with very many marks, how long scrolling may be ahead of the painting, in milliseconds. */
const WINDOW_INTERVAL = 50;
/** Tells an earlier instance of the extension in the same page to take its marks back. */
const TAKE_OVER = 'aiplus-reader-takes-over';

/**
 * Creates the reader of a document. Nothing happens before {@link Reader.start}.
 * @throws Error where the browser cannot paint highlights.
 */
export function createReader(document: Document, options: ReaderOptions): Reader {
  const view = document.defaultView as (Window & typeof globalThis) | null;
  if (!view || !hasLayout(document)) throw new Error('This browser cannot paint highlights.');
  let { settings } = options;
  let marks: readonly Mark[] | undefined;
  let cursor: number | undefined;
  let reportTimer: ReturnType<typeof setTimeout> | undefined;
  let pulseTimer: ReturnType<typeof setTimeout> | undefined;
  let windowTimer: ReturnType<typeof setTimeout> | undefined;
  let careTimer: ReturnType<typeof setInterval> | undefined;
  let abort = new AbortController();
  const surface = createSurface(document, view);
  const frames = createFrames(options.frameStyle ?? '', readFrame);

  const engine = createEngine(document, view, {
    annotate: options.annotate,
    ...(options.survey ? { survey: options.survey } : {}),
    profile: options.profile,
    surface,
    kindOf(annotation) {
      const kind = wantedKind(annotation);
      return kind === undefined || settings.kindsOff.includes(kind) ? undefined : kind;
    },
    onSettled() {
      marks = undefined;
      surface.heal();
      pointer.refresh();
      refreshFrames();
      report();
    },
    onRewritten: listen,
  });

  const pointer = createPointer(document, view, {
    entryOf: engine.entryOf,
    shadowRoots: engine.shadowRoots,
    mayHoldMarks: engine.mayHoldMarks,
    isMeant: (move) => move.isTrusted || options.hearsForged === true,
    onPoint: (mark, point) => options.onPoint?.(mark ? hitOf(mark, point) : null),
    onActivate: (mark, point, by) => options.onActivate?.(hitOf(mark, point), by),
  });

  /** The kind of an annotation, unless the reader has hidden its term. */
  function wantedKind(annotation: Annotation): HighlightKind | undefined {
    if (annotation.kind === 'term' && settings.hiddenTerms.includes(annotation.term)) return undefined;
    return options.kindOf(annotation);
  }

  function countsOff(): ReadonlyMap<HighlightKind, number> {
    const counts = new Map<HighlightKind, number>();
    if (settings.kindsOff.length === 0) return counts;
    for (const entry of engine.entries()) countUnpainted(entry, wantedKind, settings.kindsOff, counts);
    for (const inner of frames.readers()) {
      for (const [kind, count] of inner.countsOff()) counts.set(kind, (counts.get(kind) ?? 0) + count);
    }
    return counts;
  }

  function hitOf(mark: Mark, point?: Point): Hit {
    const [range] = mark.ranges;
    const context = range?.startContainer.parentElement ?? document.documentElement;
    if (!range) throw new Error('A mark has at least one range.');
    return { ...describe(mark), range, context, point, rects: () => rectsOfMark(mark) };
  }

  function readFrame(framed: Document, element: HTMLIFrameElement): Reader {
    const inner = createReader(framed, {
      ...options,
      settings,
      profile: FRAME_PROFILE,
      onAnnotations: report,
      onPoint: (hit) => options.onPoint?.(hit && hitOutwards(element, hit)),
      onActivate: (hit, by) => options.onActivate?.(hitOutwards(element, hit), by),
    });
    inner.start();
    return inner;
  }

  function refreshFrames(): void {
    if (options.frameStyle !== undefined) frames.refresh(engine.frames());
  }

  /** All annotations in reading order, those of a frame where the frame is. */
  function list(): PageAnnotation[] {
    const own = allMarks();
    if (frames.readers().length === 0) return own.map(describe);
    return frames.weave(
      own.flatMap((mark) => {
        const node = mark.ranges[0]?.startContainer;
        return node ? [{ node, annotation: describe(mark) }] : [];
      }),
    );
  }

  function rectsOf(id: number): readonly DOMRect[] {
    const mark = find(id);
    return mark ? rectsOfMark(mark) : frames.rectsOf(id);
  }

  function nearReadingLine(all: readonly PageAnnotation[]): number {
    return view ? indexAtReadingLine(all.length, (index) => rectsOf(all[index]?.id ?? 0), view) : -1;
  }

  function allMarks(): readonly Mark[] {
    marks ??= engine.entries().flatMap((entry) => entry.marks.filter((mark) => mark.shown));
    return marks;
  }

  function find(id: number): Mark | undefined {
    return allMarks().find((mark) => mark.id === id);
  }

  function report(): void {
    if (!options.onAnnotations || reportTimer !== undefined) return;
    reportTimer = setTimeout(() => {
      reportTimer = undefined;
      options.onAnnotations?.(list());
    }, REPORT_INTERVAL);
  }

  function listen(): void {
    abort.abort();
    abort = new AbortController();
    const { signal } = abort;
    pointer.listen();
    view?.addEventListener('scroll', onScroll, { passive: true, capture: true, signal });
    view?.addEventListener('pageshow', surface.heal, { signal });
    view?.addEventListener('beforeprint', () => onPrint(true), { signal });
    view?.addEventListener('afterprint', () => onPrint(false), { signal });
    document.addEventListener('visibilitychange', surface.heal, { signal });
    view?.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', engine.recolour, { signal });
    document.addEventListener(TAKE_OVER, stop, { signal });
    // A frame that has got another document: its element does not change.
    document.addEventListener('load', refreshFrames, { capture: true, signal });
  }

  function onScroll(): void {
    cursor = undefined;
    pointer.refresh();
    if (!surface.isWindowed() || windowTimer !== undefined) return;
    windowTimer = setTimeout(() => {
      windowTimer = undefined;
      engine.repaint();
    }, WINDOW_INTERVAL);
  }

  function onPrint(printing: boolean): void {
    surface.setPrinting(printing);
    engine.repaint();
  }

  function step(direction: 1 | -1): Hit | undefined {
    const all = list();
    if (all.length === 0) return undefined;
    let index = all.findIndex(({ id }) => id === cursor) + direction;
    if (cursor === undefined || index === direction - 1) {
      const near = nearReadingLine(all);
      if (direction === 1) index = Math.max(near, 0);
      else index = near < 0 ? all.length - 1 : near - 1;
    }
    const next = all[(index + all.length) % all.length];
    return next && reveal(next.id);
  }

  function reveal(id: number): Hit | undefined {
    const mark = find(id);
    if (mark) return goTo(mark);
    const hit = frames.reveal(id);
    if (hit) keepCursor(id);
    return hit;
  }

  /** The scrolling itself must not make the reader forget where it has gone to. */
  function keepCursor(id: number): void {
    cursor = id;
    view?.requestAnimationFrame(() => {
      cursor = id;
    });
  }

  function goTo(mark: Mark): Hit {
    if (view) scrollToMark(mark, view);
    keepCursor(mark.id);
    surface.emphasise('pulse', mark);
    clearTimeout(pulseTimer);
    pulseTimer = setTimeout(() => surface.emphasise('pulse', undefined), PULSE);
    return hitOf(mark);
  }

  function start(): void {
    document.dispatchEvent(new CustomEvent(TAKE_OVER));
    surface.setLook(settings);
    listen();
    engine.start();
    careTimer = setInterval(() => {
      if (document.visibilityState !== 'visible') return;
      surface.heal();
      engine.recolour();
      engine.lookAround();
    }, CARE_INTERVAL);
  }

  function stop(): void {
    engine.stop();
    frames.stop();
    pointer.stop();
    abort.abort();
    surface.dispose();
    clearTimeout(reportTimer);
    clearTimeout(pulseTimer);
    clearTimeout(windowTimer);
    clearInterval(careTimer);
    marks = [];
  }

  function update(changed: ReaderSettings): void {
    const before = settings;
    settings = changed;
    surface.setLook(settings);
    const same =
      before.kindsOff.join() === settings.kindsOff.join() &&
      before.hiddenTerms.join() === settings.hiddenTerms.join();
    if (!same) engine.remark();
    else if (before.density !== settings.density) engine.repaint();
    marks = undefined;
    for (const reader of frames.readers()) reader.update(changed);
    report();
  }

  return {
    start,
    stop,
    update,
    annotations: list,
    countsOff,
    reveal,
    next: () => step(1),
    previous: () => step(-1),
    current() {
      const all = list();
      if (cursor !== undefined && all.some(({ id }) => id === cursor)) return cursor;
      return all[nearReadingLine(all)]?.id ?? null;
    },
    rectsOf,
    hitTest(point) {
      const framed = frames.hitTest(point);
      if (framed !== undefined) return framed ?? undefined;
      const mark = pointer.hitTest(point);
      return mark && hitOf(mark, point);
    },
    setOpen(id) {
      surface.emphasise('open', id === null ? undefined : find(id));
      for (const reader of frames.readers()) reader.setOpen(id);
    },
    async settled() {
      await engine.settled();
      for (const reader of frames.readers()) await reader.settled();
    },
  };
}

function describe({ id, kind, annotation, inner }: Mark): PageAnnotation {
  return { id, kind, annotation, inner };
}
