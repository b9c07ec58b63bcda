import type { Annotation } from '../annotation.ts';
import type { HighlightKind } from '../terms/types.ts';
import { createCare } from './care.ts';
import { hasLayout } from './collect.ts';
import { indexAtReadingLine, scrollToMark } from './cursor.ts';
import { createEngine } from './engine.ts';
import { createFrames, FRAME_PROFILE, hitOutwards } from './frames.ts';
import { leavePlace, takeOver } from './instance.ts';
import { countUnpainted, type Mark } from './marks.ts';
import { createPointer, type Point } from './pointer.ts';
import type { Hit, PageAnnotation, Reader, ReaderOptions, ReaderSettings } from './reader-types.ts';
import { rectsOfMark } from './rects.ts';
import { createSurface } from './surface.ts';
import { PULSE } from './timing.ts';

/** Least time between two reports of the list, in milliseconds. */
const REPORT_INTERVAL = 200;

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
  let listenTimer: ReturnType<typeof setTimeout> | undefined;
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
      if (!care.heal()) return;
      pointer.refresh();
      refreshFrames();
      report();
    },
    onRewritten: listen,
    onFailure: options.onFailure,
    ...(options.onSlice ? { onSlice: options.onSlice } : {}),
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

  const care = createCare(document, view, {
    surface,
    engine,
    isAlive: () => options.isAlive?.() !== false,
    onOrphaned: stop,
    onScroll() {
      cursor = undefined;
      pointer.refresh();
    },
    onLoad: refreshFrames,
  });

  function listen(): void {
    pointer.listen();
    care.listen();
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
    takeOver(document, stop);
    surface.setLook(settings);
    engine.start();
    // Nobody points at marks that are not on screen yet, and this takes as long as finding them.
    listenTimer = setTimeout(listen);
  }

  function stop(): void {
    leavePlace(document, stop);
    engine.stop();
    frames.stop();
    pointer.stop();
    care.stop();
    surface.dispose();
    clearTimeout(reportTimer);
    clearTimeout(pulseTimer);
    clearTimeout(listenTimer);
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
