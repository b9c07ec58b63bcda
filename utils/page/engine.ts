import type { Annotation } from '../annotation.ts';
import type { HighlightKind } from '../terms/types.ts';
import { type Annotate, createAnnotator } from './annotating.ts';
import { digest, type Looks, ownerOf } from './changes.ts';
import { densestElement } from './density.ts';
import { createFirstScreen } from './first-screen.ts';
import { createMarking } from './marking.ts';
import type { Entry } from './marks.ts';
import { createPageText } from './page-text.ts';
import { createRounds } from './rounds.ts';
import type { Slice } from './scheduler.ts';
import { createScope } from './scope.ts';
import { createShadowTrees } from './shadow-trees.ts';
import type { SiteProfile } from './sites.ts';
import type { Surface } from './surface.ts';
import { createWatcher } from './watcher.ts';

export interface EngineOptions extends Annotate {
  /** Undefined for what is switched off. */
  kindOf(annotation: Annotation): HighlightKind | undefined;
  readonly profile: SiteProfile | undefined;
  readonly surface: Surface;
  /** Everything known is read, annotated and painted. */
  onSettled(): void;
  /** The document was written anew: its listeners are gone. */
  onRewritten(): void;
  /** A round of work has failed. What it was at may have no marks until the page changes again; the reader goes on. */
  onFailure(error: unknown): void;
  /** Hears how long each stretch of work was, in milliseconds. */
  onSlice?(duration: number): void;
}

/** Reads a document, paints what it finds, and follows what happens to the document. */
export interface Engine {
  start(): void;
  stop(): void;
  /** The blocks of the article, in reading order. */
  entries(): readonly Entry[];
  entryOf(text: Text): Entry | undefined;
  shadowRoots(): readonly ShadowRoot[];
  /** The frames in what is read, in document order. */
  frames(): readonly HTMLIFrameElement[];
  /** Whether an element may have marks in its own text. Never false for one that has. */
  mayHoldMarks(element: Element): boolean;
  /** What `kindOf` says has changed. */
  remark(): void;
  /** What is painted of the marks has changed. */
  repaint(): void;
  /** Looks again at what may have changed without any record: the colours of the page, and which marks are shown. */
  lookAgain(): void;
  /** Looks for what no observer tells; to be called now and then. */
  lookAround(): void;
  settled(): Promise<void>;
}

export function createEngine(
  document: Document,
  view: Window & typeof globalThis,
  options: EngineOptions,
): Engine {
  const { surface } = options;
  const watcher = createWatcher(() => rounds.schedule());
  const annotator = createAnnotator(options);
  const scope = createScope(document, options.profile);
  const shadows = createShadowTrees(watcher.watch);
  const marking = createMarking(view, {
    kindOf: options.kindOf,
    roles: () => scope.roles,
    surface,
    onAppear,
  });
  const text = createPageText({
    onDrop: marking.forget,
    onKeep: marking.verify,
    onShadow: shadows.meet,
    onBareHost: shadows.expect,
    onRead: ({ block }) => annotator.survey(block),
    hasChanged: watcher.hasRecords,
    isStopped: () => stopped,
  });

  const firstScreen = createFirstScreen({ scope, text, annotator, surface, isListed, mark: marking.mark });

  const rounds = createRounds({
    run,
    onEnd: options.onSettled,
    onFailure: options.onFailure,
    hasMore: () => everything || watcher.hasRecords(),
    ...(options.onSlice ? { onSlice: options.onSlice } : {}),
  });

  let stopped = true;
  /** Whether everything is to be read again. */
  let everything = true;
  let looks: Looks = new WeakMap();
  let queue: Entry[] = [];

  /** One round: reads what is to be read, annotates what is new, paints. */
  async function run(slice: Slice): Promise<void> {
    if (firstScreen.takeMarked()) await slice.yieldToFrame();
    if (stopped) return;
    while (firstScreen.isWaiting()) {
      firstScreen.paint(slice);
      if (firstScreen.isWaiting()) await slice.yield();
      if (stopped) return;
    }
    takeChanges();
    if (everything) {
      everything = false;
      if (!(await readEverything(slice))) {
        everything = true;
        return;
      }
      if (stopped) return;
      // What has happened in the pauses.
      takeChanges();
    }
    plan();
    for (let next = queue.shift(); next; next = queue.shift()) {
      const entry = next;
      const before = entry.annotations;
      const done = annotator.run(entry, slice, () => isListed(entry));
      const isDone = typeof done === 'boolean' ? done : await done;
      if (isDone && entry.annotations !== before) marking.mark(entry);
      if (stopped) return;
      if (rereadMisread()) plan();
      if (queue.length > 0 && slice.isOver()) {
        await slice.yield();
        if (stopped) return;
      }
    }
    surface.showAll(entries());
  }

  /** Whether an entry is read still; none is after the end. */
  function isListed(entry: Entry): boolean {
    const [node] = entry.block.nodes;
    return node !== undefined && text.entryOf(node) === entry;
  }

  async function readEverything(slice: Slice): Promise<boolean> {
    shadows.prune();
    scope.roles.forgetLayout();
    surface.forgetColours();
    if (!(await text.readAll(scope.article.roots, scope.roles, slice))) return false;
    const [root] = scope.article.roots;
    if (root) surface.settleTone(root);
    return true;
  }

  /** Takes over what the page has changed. */
  function takeChanges(): void {
    const records = watcher.take();
    if (records.length === 0 && !everything) return;
    if (records.some(({ type, target }) => type === 'childList' && target === document))
      options.onRewritten();
    if (everything || scope.mayHaveMoved(records)) findArticle();
    if (everything || scope.article.roots.length === 0) return;
    const changes = digest(records, scope.article.roots, scope.roles, looks);
    if (changes === 'everything') {
      everything = true;
      // The headline may have moved into the text.
      findArticle();
      return;
    }
    if (changes.restyled.size > 0) {
      scope.roles.forgetLayout();
      surface.forgetColours();
    }
    shadows.prune();
    text.update(changes);
  }

  function findArticle(): void {
    if (!scope.refresh()) return;
    looks = new WeakMap();
    everything = true;
  }

  /** Decides which blocks are the article and which of them have to be annotated. */
  function plan(): void {
    rereadMisread();
    if (scope.article.guarded) {
      const inArticle = densestElement(
        document,
        text.entries.map(({ block }) => block),
      );
      for (const entry of text.entries) {
        entry.read = inArticle(entry.block);
        if (entry.read || !entry.annotations) continue;
        marking.unmark(entry);
        entry.annotations = undefined;
      }
    }
    queue = annotator.plan(entries());
  }

  function entries(): readonly Entry[] {
    return scope.article.guarded ? text.entries.filter((entry) => entry.read) : text.entries;
  }

  /** Reads the owners again that turned out to be cut into blocks wrongly. Returns whether there were any. */
  function rereadMisread(): boolean {
    const dirty = marking.takeMisread();
    if (dirty.size === 0) return false;
    const none: ReadonlySet<never> = new Set<never>();
    text.update({ removed: none, added: none, restyled: none, dirty });
    return true;
  }

  function onAppear(entry: Entry): void {
    if (!isListed(entry)) return;
    marking.verify(entry);
    surface.showAll(entries());
    options.onSettled();
  }

  return {
    start() {
      if (!stopped) return;
      stopped = false;
      rounds.open();
      everything = true;
      watcher.watch(document);
      // Layout that the page owes is brought up to date before the clock starts: it is the page's cost, comes with its
      // next frame in any case, and would leave no time in the first slice to show anything.
      document.documentElement?.getBoundingClientRect();
      const slice = rounds.startSlice();
      findArticle();
      firstScreen.read(document, view);
      firstScreen.paint(slice);
      rounds.begin(slice);
    },
    stop() {
      stopped = true;
      rounds.stop();
      watcher.stop();
      text.clear();
      shadows.clear();
      marking.clear();
      firstScreen.clear();
      queue = [];
    },
    entries,
    entryOf: text.entryOf,
    shadowRoots: shadows.known,
    frames: () =>
      scope.article.roots
        .flatMap((root) => [...root.querySelectorAll('iframe')])
        .filter(({ parentNode }) => parentNode && ownerOf(parentNode, scope.article.roots, scope.roles)),
    mayHoldMarks: marking.mayHold,
    remark() {
      for (const entry of entries()) if (entry.annotations) marking.mark(entry);
      surface.showAll(entries());
    },
    lookAgain() {
      const [root] = scope.article.roots;
      if (!root) return;
      surface.forgetColours();
      const isOther = marking.recheck(entries());
      if (surface.settleTone(root) || isOther) surface.showAll(entries());
      if (isOther) options.onSettled();
    },
    lookAround() {
      if (shadows.lookForNew() || scope.hasSwitchedEditing()) everything = true;
      if (everything) rounds.schedule();
    },
    repaint: () => surface.showAll(entries()),
    settled: rounds.settled,
  };
}
