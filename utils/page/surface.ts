import { clearAppearance, createToneReader, type MarkStyle, setAppearance, type Tone } from './appearance.ts';
import type { Entry, Mark } from './marks.ts';
import { choose, type Density } from './occurrences.ts';
import { createPainter, type Emphasis } from './painter.ts';
import { elementOf } from './shadow.ts';

/** What the reader has chosen about the look of the marks. */
export interface Look {
  readonly density: Density;
  readonly style: MarkStyle;
  /** Whether marks are printed. */
  readonly print: boolean;
}

/** Puts marks on the page: which of them, in which colours, and puts them back when the page has taken them away. */
export interface Surface {
  setLook(look: Look): void;
  /** The page's colours may have changed. */
  forgetColours(): void;
  /** Finds the general brightness of the page from where its text is. */
  settleTone(near: Element): void;
  /** Shows an entry's marks at once where every occurrence is painted; else {@link showAll} decides. */
  show(entry: Entry): void;
  hide(entry: Entry): void;
  /** Shows what is to be seen of all entries, in reading order. */
  showAll(entries: Iterable<Entry>): void;
  emphasise(emphasis: Emphasis, mark: Mark | undefined): void;
  heal(): void;
  dispose(): void;
}

export function createSurface(document: Document, view: Window & typeof globalThis): Surface {
  const painter = createPainter(view);
  let toneBehind = createToneReader();
  let pageTone: Tone = 'light';
  let look: Look = { density: 'all', style: 'subtle', print: false };

  function paint(mark: Mark): void {
    const { owner } = mark.entry.block;
    painter.paint(mark, toneBehind(elementOf(owner)) !== pageTone);
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
      pageTone = toneBehind(near);
      apply();
    },
    show(entry) {
      for (const mark of entry.marks) {
        if (!mark.shown) painter.unpaint(mark);
        else if (look.density === 'all') paint(mark);
      }
    },
    hide(entry) {
      for (const mark of entry.marks) painter.unpaint(mark);
    },
    showAll(entries) {
      const list = [...entries];
      const chosen = new Set(choose(list, look.density));
      for (const entry of list) {
        for (const mark of entry.marks) {
          if (chosen.has(mark)) paint(mark);
          else painter.unpaint(mark);
        }
      }
    },
    emphasise: (emphasis, mark) => painter.emphasise(emphasis, mark?.ranges ?? []),
    heal() {
      painter.heal();
      apply();
    },
    dispose() {
      painter.dispose();
      clearAppearance(document);
    },
  };
}
