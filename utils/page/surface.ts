import { clearAppearance, createToneReader, type MarkStyle, setAppearance, type Tone } from './appearance.ts';
import type { Entry, Mark } from './marks.ts';
import { choose, type Density } from './occurrences.ts';
import { createPainter, type Emphasis } from './painter.ts';
import { elementAround, elementOf } from './shadow.ts';
import { marksNearViewport, placeOf } from './viewport.ts';

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
/**
 * Scrolling this far, in heights of the viewport, has others painted: less than they reach beyond it. The browser paints
 * all of a block again for every change.
 */
const FAR = 1.5;

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
  /** Gives marks that are painted the colours for the ground that they stand on by now. */
  recolour(marks: readonly Mark[]): void;
  /** Shows what is to be seen of all entries, in reading order. */
  showAll(entries: readonly Entry[]): void;
  /** Whether the marks near the viewport are painted, or all of them; where not, scrolling has to show others. */
  covers(): boolean;
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
  /** Where there are too many marks to paint all: one of those that are, and where it was. */
  let windowed = false;
  let first: Mark | undefined;
  let top = 0;
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
      if (look.density !== 'all') return;
      for (const mark of entry.marks) if (mark.shown) painter.paint(mark, isInverse(mark));
    },
    hide(entry) {
      for (const mark of entry.marks) painter.unpaint(mark);
    },
    recolour(marks) {
      for (const mark of marks) if (mark.painted) painter.paint(mark, isInverse(mark));
    },
    showAll(entries) {
      const chosen = look.density === 'all' ? undefined : new Set(choose(entries, look.density));
      let marks: readonly Mark[] = entries.flatMap((entry) => entry.marks);
      windowed = marks.length > MANY_MARKS && !printing;
      if (windowed) {
        marks = marksNearViewport(marks, view);
        first = marks.find((mark) => mark.shown);
        top = first ? placeOf(first).top : 0;
      }
      const wanted = new Set(marks.filter((mark) => mark.shown && (!chosen || chosen.has(mark))));
      painter.keep(wanted);
      for (const mark of wanted) painter.paint(mark, isInverse(mark));
    },
    covers: () =>
      !windowed || (first && Math.abs(placeOf(first).top - top) < FAR * view.innerHeight) === true,
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
