import type { Annotation } from '../annotation.ts';
import type { HighlightKind } from '../terms/types.ts';
import { type Annotate, createAnnotator } from './annotating.ts';
import { verifyMarks } from './boundaries.ts';
import { digest, type Looks, ownerOf } from './changes.ts';
import { densestElement } from './density.ts';
import { createHiddenText } from './hidden-text.ts';
import { type Entry, makeMarks } from './marks.ts';
import { createPageText } from './page-text.ts';
import { type Slice, startSlice } from './scheduler.ts';
import { createScope } from './scope.ts';
import type { SiteProfile } from './sites.ts';
import type { Surface } from './surface.ts';
import { ownersInViewport } from './viewport.ts';
import { createWatcher } from './watcher.ts';

/** Following a page's changes may take one part in this many of the time. */
const SHARE = 32;
/** When the marks on screen took longer than this, in milliseconds, they are shown before the rest is read. */
const SHORT_START = 2;
/** Longest time that the marks stay behind a page that never stops changing, in milliseconds. */
const LONGEST_WAIT = 250;

export interface EngineOptions extends Annotate {
  /** Undefined for what is switched off. */
  kindOf(annotation: Annotation): HighlightKind | undefined;
  readonly profile: SiteProfile | undefined;
  readonly surface: Surface;
  /** Everything known is read, annotated and painted. */
  onSettled(): void;
  /** The document was written anew: its listeners are gone. */
  onRewritten(): void;
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
  /** The colours of the page may have changed without any change of its nodes. */
  recolour(): void;
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
  const watcher = createWatcher(schedule);
  const hidden = createHiddenText(view, onAppear);
  const annotator = createAnnotator(options);
  const scope = createScope(document, options.profile);
  const shadows = new Set<ShadowRoot>();
  /** Elements that have had marks in their own text: every other element under the pointer is none of ours. */
  let marked = new WeakSet<Element>();
  /** Custom elements that may get a shadow tree later, which no observer tells. */
  const bareHosts = new Set<Element>();
  const text = createPageText({
    onDrop(entry) {
      surface.hide(entry);
      hidden.forget(entry);
    },
    onKeep: verify,
    onShadow(root) {
      if (shadows.has(root)) return false;
      shadows.add(root);
      watcher.watch(root);
      return true;
    },
    onBareHost: (element) => void bareHosts.add(element),
    isStopped: () => stopped,
  });

  let stopped = true;
  let working: Promise<void> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Whether everything is to be read again. */
  let everything = true;
  let looks: Looks = new WeakMap();
  let queue: Entry[] = [];
  /** What was on screen at the start and waits for its marks. */
  let onScreen: Entry[] = [];
  /** Owners that a look at the layout has shown to be cut into blocks wrongly. */
  const reread = new Set<Element | ShadowRoot>();
  /** Earliest time for the next look at the page's changes, by `performance.now()`. */
  let due = 0;

  function schedule(): void {
    if (stopped || working || timer !== undefined) return;
    const wait = due - performance.now();
    if (wait <= 0) work();
    else {
      timer = setTimeout(() => {
        timer = undefined;
        work();
      }, wait);
    }
  }

  function work(slice = startSlice()): void {
    if (stopped || working) return;
    const done = run(slice);
    working = done;
    // A hostile page can make any call fail; marks may then be missing until its next change, but nothing breaks.
    const end = (): void => {
      if (working !== done) return;
      working = undefined;
      if (stopped) return;
      const cost = slice.busy();
      due = performance.now() + Math.min(cost * SHARE, LONGEST_WAIT);
      options.onSettled();
      if (everything || watcher.hasRecords()) schedule();
    };
    done.then(end, end);
  }

  /** One round: reads what is to be read, annotates what is new, paints. */
  async function run(slice: Slice): Promise<void> {
    if (slice.busy() > SHORT_START) await slice.yield();
    if (stopped) return;
    while (onScreen.length > 0) {
      markOnScreen(slice);
      if (onScreen.length > 0) await slice.yield();
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
      const done = annotator.run(entry, slice, () => !stopped && isListed(entry));
      const isDone = typeof done === 'boolean' ? done : await done;
      if (isDone && !stopped && entry.annotations !== before) mark(entry);
      if (stopped) return;
      if (reread.size > 0) plan();
      if (queue.length > 0 && slice.isOver()) {
        await slice.yield();
        if (stopped) return;
      }
    }
    surface.showAll(entries());
  }

  function isListed(entry: Entry): boolean {
    const [node] = entry.block.nodes;
    return node !== undefined && text.entryOf(node) === entry;
  }

  async function readEverything(slice: Slice): Promise<boolean> {
    for (const shadow of shadows) if (!shadow.isConnected) shadows.delete(shadow);
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
      return;
    }
    if (changes.restyled.size > 0) {
      scope.roles.forgetLayout();
      surface.forgetColours();
    }
    for (const shadow of shadows) if (!shadow.isConnected) shadows.delete(shadow);
    text.update(changes);
  }

  function findArticle(): void {
    if (!scope.refresh()) return;
    looks = new WeakMap();
    everything = true;
  }

  /** Decides which blocks are the article and which of them have to be annotated. */
  function plan(): void {
    if (reread.size > 0) rereadOwners();
    if (scope.article.guarded) {
      const inArticle = densestElement(
        document,
        text.entries.map(({ block }) => block),
      );
      for (const entry of text.entries) {
        entry.read = inArticle(entry.block);
        if (entry.read || !entry.annotations) continue;
        unmark(entry);
        entry.annotations = undefined;
      }
    }
    queue = annotator.plan(entries());
  }

  function entries(): readonly Entry[] {
    return scope.article.guarded ? text.entries.filter((entry) => entry.read) : text.entries;
  }

  function unmark(entry: Entry): void {
    surface.hide(entry);
    entry.marks = [];
    hidden.follow(entry);
  }

  /** Gives an annotated entry its marks. */
  function mark(entry: Entry): void {
    if (entry.marks.length > 0) surface.hide(entry);
    if (entry.annotations?.length === 0) {
      entry.marks = [];
      return;
    }
    entry.marks = makeMarks(entry, options.kindOf);
    verify(entry);
  }

  function verify(entry: Entry): void {
    if (entry.marks.length === 0) return;
    if (!verifyMarks(entry, scope.roles, marked)) reread.add(entry.block.owner);
    hidden.follow(entry);
  }

  function rereadOwners(): void {
    const dirty = new Set(reread);
    reread.clear();
    const none: ReadonlySet<never> = new Set<never>();
    text.update({ removed: none, added: none, restyled: none, dirty });
  }

  function onAppear(entry: Entry): void {
    if (stopped || !isListed(entry)) return;
    verify(entry);
    surface.showAll(entries());
    options.onSettled();
  }

  /** What is on screen is read ahead of everything else. */
  function readViewport(): void {
    findArticle();
    text.useRoles(scope.roles);
    const seen = ownersInViewport(document, view, scope.article.roots, scope.roles).flatMap((owner) =>
      text.readAhead(owner),
    );
    // On a page without a profile the article is not known yet, so a block has to be running text by itself.
    if (scope.article.guarded) return;
    const [root] = scope.article.roots;
    if (root) surface.settleTone(root);
    onScreen = annotator.plan(seen);
  }

  /** Marks what waits on screen, as far as the slice allows. */
  function markOnScreen(slice: Slice): void {
    while (!slice.isOver()) {
      const entry = onScreen.shift();
      if (!entry) return;
      if (!isListed(entry) || annotator.run(entry, slice, () => false) !== true) continue;
      mark(entry);
      surface.show(entry);
    }
  }

  return {
    start() {
      if (!stopped) return;
      stopped = false;
      everything = true;
      watcher.watch(document);
      // Layout that the page owes is brought up to date before the clock starts: it is the page's cost, comes with its
      // next frame in any case, and would leave no time in the first slice to show anything.
      document.documentElement?.getBoundingClientRect();
      const slice = startSlice();
      readViewport();
      markOnScreen(slice);
      work(slice);
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
      timer = undefined;
      working = undefined;
      watcher.stop();
      hidden.stop();
      text.clear();
      shadows.clear();
      marked = new WeakSet();
      bareHosts.clear();
      queue = [];
      onScreen = [];
      reread.clear();
    },
    entries,
    entryOf: text.entryOf,
    shadowRoots: () => [...shadows],
    frames: () =>
      scope.article.roots
        .flatMap((root) => [...root.querySelectorAll('iframe')])
        .filter(({ parentNode }) => parentNode && ownerOf(parentNode, scope.article.roots, scope.roles)),
    mayHoldMarks: (element) => marked.has(element),
    remark() {
      for (const entry of entries()) if (entry.annotations) mark(entry);
      surface.showAll(entries());
    },
    recolour() {
      const [root] = scope.article.roots;
      if (!root) return;
      surface.forgetColours();
      // The tone of single blocks is kept until they are painted again: a page changes its colours as a whole.
      if (surface.settleTone(root)) surface.showAll(entries());
    },
    lookAround() {
      for (const host of bareHosts) {
        if (!host.isConnected) bareHosts.delete(host);
        else if (host.shadowRoot) {
          bareHosts.delete(host);
          everything = true;
        }
      }
      if (everything) schedule();
    },
    repaint: () => surface.showAll(entries()),
    async settled() {
      while (!stopped && (working || timer !== undefined || watcher.hasRecords() || everything)) {
        if (!working && timer === undefined) schedule();
        await (working ?? new Promise((resolve) => setTimeout(resolve, 5)));
        await new Promise((resolve) => setTimeout(resolve, 0));
      }
    },
  };
}
