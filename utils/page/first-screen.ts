import type { Annotator } from './annotating.ts';
import type { Entry } from './marks.ts';
import type { PageText } from './page-text.ts';
import type { Slice } from './scheduler.ts';
import type { Scope } from './scope.ts';
import type { Surface } from './surface.ts';
import { ownersInViewport } from './viewport.ts';

interface FirstScreenOptions {
  readonly scope: Scope;
  readonly text: PageText;
  readonly annotator: Annotator;
  readonly surface: Surface;
  isListed(entry: Entry): boolean;
  mark(entry: Entry): void;
}

/** What is on screen when the reader starts: read and painted ahead of everything else. */
export interface FirstScreen {
  /** Reads what is on screen. */
  read(document: Document, view: Window): void;
  /** Paints what waits, as far as the slice allows. */
  paint(slice: Slice): void;
  isWaiting(): boolean;
  /** Whether marks were put on screen since this was asked last: a frame should show them before the rest is read. */
  takeMarked(): boolean;
  clear(): void;
}

export function createFirstScreen(options: FirstScreenOptions): FirstScreen {
  const { scope, text, annotator, surface } = options;
  let waiting: Entry[] = [];
  let marked = false;
  return {
    read(document, view) {
      const { article, roles } = scope;
      text.useRoles(roles);
      const seen = ownersInViewport(document, view, article.roots, roles).flatMap((owner) =>
        text.readAhead(owner),
      );
      // On a page without a profile the article is not known yet, so a block has to be running text by itself.
      if (article.guarded) return;
      const [root] = article.roots;
      if (root) surface.settleTone(root);
      waiting = annotator.plan(seen);
    },
    paint(slice) {
      while (!slice.isOver()) {
        const entry = waiting.shift();
        if (!entry) return;
        if (!options.isListed(entry) || annotator.run(entry, slice, () => false) !== true) continue;
        options.mark(entry);
        surface.show(entry);
        if (entry.marks.length > 0) marked = true;
      }
    },
    isWaiting: () => waiting.length > 0,
    takeMarked() {
      const taken = marked;
      marked = false;
      return taken;
    },
    clear() {
      waiting = [];
      marked = false;
    },
  };
}
