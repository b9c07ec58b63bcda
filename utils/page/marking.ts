import type { Annotation } from '../annotation.ts';
import type { HighlightKind } from '../terms/types.ts';
import { verifyMarks } from './boundaries.ts';
import type { Roles } from './elements.ts';
import { createHiddenText } from './hidden-text.ts';
import { type Entry, type Mark, makeMarks } from './marks.ts';
import type { Surface } from './surface.ts';

/** How many marks are looked at again at a time: most or all of an article, some of a very long page. */
const RECHECKED = 100;

interface MarkingOptions {
  /** Undefined for what is switched off. */
  kindOf(annotation: Annotation): HighlightKind | undefined;
  roles(): Roles;
  readonly surface: Surface;
  /** Hidden text with marks may have been shown. */
  onAppear(entry: Entry): void;
}

/** Gives entries their marks, and knows which of these are shown and where. */
export interface Marking {
  /** Gives an annotated entry its marks, instead of those that it has. */
  mark(entry: Entry): void;
  unmark(entry: Entry): void;
  /** Looks at the layout of an entry's marks again. */
  verify(entry: Entry): void;
  /**
   * Looks at some marks of all entries again, the next ones each time, and at the ground behind them. Returns whether
   * other ones are shown now.
   */
  recheck(entries: readonly Entry[]): boolean;
  /** An entry is no longer in the page. */
  forget(entry: Entry): void;
  /** Whether an element may have marks in its own text. Never false for one that has. */
  mayHold(element: Element): boolean;
  /** The owners that a look at the layout has shown to be cut into blocks wrongly; they are told once. */
  takeMisread(): ReadonlySet<Element | ShadowRoot>;
  clear(): void;
}

export function createMarking(view: Window & typeof globalThis, options: MarkingOptions): Marking {
  const { surface } = options;
  const hidden = createHiddenText(view, options.onAppear);
  /** Elements that have had marks in their own text: every other element under the pointer is none of ours. */
  let marked = new WeakSet<Element>();
  let misread = new Set<Element | ShadowRoot>();
  /** The mark that is looked at again next. */
  let turn = 0;

  function look(marks: readonly Mark[]): void {
    verifyMarks(marks, options.roles(), marked, misread);
  }

  function verify(entry: Entry): void {
    if (entry.marks.length === 0) return;
    look(entry.marks);
    hidden.follow(entry);
  }

  function mark(entry: Entry): void {
    if (entry.marks.length > 0) surface.hide(entry);
    entry.marks = makeMarks(entry, options.kindOf);
    verify(entry);
  }

  return {
    mark,
    unmark(entry) {
      surface.hide(entry);
      entry.marks = [];
      hidden.follow(entry);
    },
    verify,
    recheck(entries) {
      const all = entries.flatMap(({ marks }) => marks);
      if (turn >= all.length) turn = 0;
      const marks = all.slice(turn, turn + RECHECKED);
      turn += RECHECKED;
      const before = marks.map(({ shown }) => shown);
      look(marks);
      surface.recolour(marks);
      const changed = marks.filter(({ shown }, index) => shown !== before[index]);
      for (const { entry } of changed) hidden.follow(entry);
      return changed.length > 0;
    },
    forget(entry) {
      surface.hide(entry);
      hidden.forget(entry);
    },
    mayHold: (element) => marked.has(element),
    takeMisread() {
      const taken = misread;
      if (taken.size > 0) misread = new Set();
      return taken;
    },
    clear() {
      hidden.stop();
      marked = new WeakSet();
      misread.clear();
    },
  };
}
