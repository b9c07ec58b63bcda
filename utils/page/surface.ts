import { clearAppearance, createToneReader, type MarkStyle, setAppearance, type Tone } from './appearance.ts';
import type { Entry, Mark } from './marks.ts';
import { choose, type Density } from './occurrences.ts';
import { createPainter, type Emphasis } from './painter.ts';
import { elementAround, elementOf } from './shadow.ts';
import { nearViewport } from './viewport.ts';

/** What the reader has chosen about the look of the marks. */
export interface Look {
  readonly density: Density;
  readonly style: MarkStyle;
  /** Whether marks are printed. */
  readonly print: boolean;
}

/**
 * With more marks only those near the viewport are painted. Browsers check every range of the registry again for each
 * frame in which the document has changed: ten thousand cost Chromium about 50 ms a frame.
 */
const MANY_MARKS = 1_000;

/** Puts marks on the page: which of them, in which colours, and puts them back when the page has taken them away. */
export interface Surface {
  setLook(look: Look): void;
  /** The page's colours may have changed. */
  forgetColours(): void;
  /** Finds the general brightness of the page from where its text is. Returns whether it is another one. */
  settleTone(near: Element): boolean;
  /** Shows the marks of an entry ahead of the others. */
  show(entry: Entry): void;
  hide(entry: Entry): void;
  /** Shows what is to be seen of all entries, in reading order. */
  showAll(entries: readonly Entry[]): void;
  /** Whether only marks near the viewport are painted, so that scrolling has to show others. */
  isWindowed(): boolean;
  /** While printing, every mark is painted. */
  setPrinting(printing: boolean): void;
  emphasise(emphasis: Emphasis, mark: Mark | undefined): void;
  /**
   * Puts highlights back that the page has taken out of the registry. Not the attribute on the root element, which it
   * may observe, and answer with a change: that comes back with the colours, once a second.
   */
  heal(): void;
  dispose(): void;
}

export function createSurface(document: Document, view: Window & typeof globalThis): Surface {
  const painter = createPainter(view);
  let toneBehind = createToneReader();
  let pageTone: Tone = 'light';
  let windowed = false;
  let printing = false;
  let look: Look = { density: 'all', style: 'subtle', print: false };

  function isInverse({ ranges: [range], entry: { block } }: Mark): boolean {
    const element = range && elementAround(range.startContainer);
    return element ? toneBehind(element, elementOf(block.owner)) !== pageTone : false;
  }

  function apply(): void {
    setAppearance(document, { style: look.style, tone: pageTone, print: look.print });
  }

  return {
    setLook(newLook) {
      look = newLook;
      apply();
    },
    forgetColours() {
      toneBehind = createToneReader();
    },
    settleTone(near) {
      const before = pageTone;
      pageTone = toneBehind(near);
      apply();
      return pageTone !== before;
    },
    show(entry) {
      if (entry.marks.length === 0) return;
      for (const mark of entry.marks) {
        if (!mark.shown) painter.unpaint(mark);
        else if (look.density === 'all') painter.paint(mark, isInverse(mark));
      }
    },
    hide(entry) {
      for (const mark of entry.marks) painter.unpaint(mark);
    },
    showAll(entries) {
      const chosen = look.density === 'all' ? undefined : new Set(choose(entries, look.density));
      const total = entries.reduce((sum, entry) => sum + entry.marks.length, 0);
      windowed = total > MANY_MARKS && !printing;
      const [start, end] = windowed ? nearViewport(entries, view) : [0, entries.length];
      for (const [index, entry] of entries.entries()) {
        if (entry.marks.length === 0) continue;
        if (index < start || index >= end) {
          for (const mark of entry.marks) painter.unpaint(mark);
          continue;
        }
        for (const mark of entry.marks) {
          if (mark.shown && (chosen === undefined || chosen.has(mark))) painter.paint(mark, isInverse(mark));
          else painter.unpaint(mark);
        }
      }
    },
    isWindowed: () => windowed,
    setPrinting(now) {
      printing = now;
    },
    emphasise: (emphasis, mark) => painter.emphasise(emphasis, mark?.ranges ?? []),
    heal: () => void painter.heal(),
    dispose() {
      painter.dispose();
      clearAppearance(document);
    },
  };
}
