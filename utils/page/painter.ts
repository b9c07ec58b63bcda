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
  /** Paints these ranges as the emphasised ones, instead of the previous ones. */
  emphasise(emphasis: Emphasis, ranges: readonly StaticRange[]): void;
  /** Puts back what the page has taken out of the registry or replaced. Returns whether anything was missing. */
  heal(): boolean;
  /** Takes everything out of the registry. */
  dispose(): void;
}

/** Paints into the registry of a window. */
export function createPainter(view: Window & typeof globalThis): Painter {
  const highlights = new Map<string, Highlight>();
  const nameOf = new WeakMap<Mark, string>();

  function highlight(name: string): Highlight {
    let found = highlights.get(name);
    if (!found) {
      found = new view.Highlight();
      highlights.set(name, found);
      view.CSS.highlights.set(name, found);
    }
    return found;
  }

  function unpaint(mark: Mark): void {
    if (!mark.painted) return;
    mark.painted = false;
    const target = highlights.get(nameOf.get(mark) ?? '');
    if (target) for (const range of mark.ranges) target.delete(range);
  }

  return {
    paint(mark, inverse) {
      const name = PREFIX + mark.kind + (inverse ? INVERSE : '');
      if (mark.painted && nameOf.get(mark) === name) return;
      unpaint(mark);
      const target = highlight(name);
      for (const range of mark.ranges) target.add(range);
      nameOf.set(mark, name);
      mark.painted = true;
    },
    unpaint,
    emphasise(emphasis, ranges) {
      const name = PREFIX + emphasis;
      if (ranges.length === 0 && !highlights.has(name)) return;
      const target = highlight(name);
      target.priority = 1;
      target.clear();
      for (const range of ranges) target.add(range);
    },
    heal() {
      let healed = false;
      for (const [name, ours] of highlights) {
        if (view.CSS.highlights.get(name) === ours) continue;
        view.CSS.highlights.set(name, ours);
        healed = true;
      }
      return healed;
    },
    dispose() {
      for (const [name, ours] of highlights) {
        ours.clear();
        if (view.CSS.highlights.get(name) === ours) view.CSS.highlights.delete(name);
      }
      highlights.clear();
    },
  };
}

/** Whether this browser can paint at all. */
export function canPaint(view: Window): boolean {
  return 'Highlight' in view && 'StaticRange' in view && 'highlights' in CSS;
}
