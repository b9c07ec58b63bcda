import { HIGHLIGHT_KINDS } from '../terms/types.ts';
import type { Mark } from './marks.ts';

/** The registry is shared with the page and everything in it. */
const PREFIX = 'aiplus-';
/** Names for marks that stand on the opposite of the page's general brightness. */
const INVERSE = '-inverse';

/** Painted above the kinds: the mark whose card is open, and the one that was jumped to. */
export type Emphasis = 'open' | 'pulse';

export interface Painter {
  paint(mark: Mark, inverse: boolean): void;
  unpaint(mark: Mark): void;
  /** Unpaints all others. */
  keep(wanted: ReadonlySet<Mark>): void;
  /** Paints these ranges as the emphasised ones, instead of the previous ones. */
  emphasise(emphasis: Emphasis, ranges: readonly StaticRange[]): void;
  /** Puts back what the page has taken out of the registry or replaced. Returns whether anything was missing. */
  heal(): boolean;
  /** Takes everything out of the registry. */
  dispose(): void;
}

const EMPHASES: readonly Emphasis[] = ['open', 'pulse'];
const NAMES: readonly string[] = HIGHLIGHT_KINDS.flatMap((kind) => [kind, kind + INVERSE]);

/**
 * From this number of removals on, a highlight is emptied and filled again. Firefox takes 0.25 ms to take one range
 * out of a thousand, and 6 µs to put one in.
 */
const MANY_REMOVALS = 16;

interface Layer {
  readonly highlight: Highlight;
  readonly marks: Set<Mark>;
  /** Marks that are still in the highlight although they shall not be. */
  readonly removed: Set<Mark>;
}

/** Paints into the registry of a window. */
export function createPainter(view: Window & typeof globalThis): Painter {
  const layers = new Map<string, Layer>();
  // What an earlier instance has left: Firefox ends the scripts of an extension with it, so that none can clean up.
  for (const name of [...NAMES, ...EMPHASES]) view.CSS.highlights.delete(PREFIX + name);
  let flushing = false;

  function layer(name: string): Layer {
    let found = layers.get(name);
    if (!found) {
      found = { highlight: new view.Highlight(), marks: new Set(), removed: new Set() };
      layers.set(name, found);
      view.CSS.highlights.set(name, found.highlight);
    }
    return found;
  }

  function unpaint(mark: Mark): void {
    const from = mark.painted === undefined ? undefined : layers.get(mark.painted);
    mark.painted = undefined;
    if (!from) return;
    from.marks.delete(mark);
    from.removed.add(mark);
    if (flushing) return;
    flushing = true;
    // Removals come by the hundred; before the next frame is soon enough.
    queueMicrotask(flush);
  }

  function flush(): void {
    flushing = false;
    for (const { highlight, marks, removed } of layers.values()) {
      if (removed.size >= MANY_REMOVALS) {
        highlight.clear();
        for (const mark of marks) for (const range of mark.ranges) highlight.add(range);
      } else {
        for (const mark of removed) for (const range of mark.ranges) highlight.delete(range);
      }
      removed.clear();
    }
  }

  return {
    paint(mark, inverse) {
      const name = PREFIX + mark.kind + (inverse ? INVERSE : '');
      if (mark.painted === name) return;
      unpaint(mark);
      const target = layer(name);
      target.marks.add(mark);
      target.removed.delete(mark);
      for (const range of mark.ranges) target.highlight.add(range);
      mark.painted = name;
    },
    unpaint,
    keep(wanted) {
      for (const { marks } of layers.values()) {
        for (const mark of marks) if (!wanted.has(mark)) unpaint(mark);
      }
    },
    emphasise(emphasis, ranges) {
      const name = PREFIX + emphasis;
      if (ranges.length === 0 && !layers.has(name)) return;
      const { highlight } = layer(name);
      highlight.priority = 1;
      highlight.clear();
      for (const range of ranges) highlight.add(range);
    },
    heal() {
      let healed = false;
      for (const [name, { highlight }] of layers) {
        if (view.CSS.highlights.get(name) === highlight) continue;
        view.CSS.highlights.set(name, highlight);
        healed = true;
      }
      return healed;
    },
    dispose() {
      for (const [name, { highlight }] of layers) {
        highlight.clear();
        if (view.CSS.highlights.get(name) === highlight) view.CSS.highlights.delete(name);
      }
      layers.clear();
    },
  };
}
