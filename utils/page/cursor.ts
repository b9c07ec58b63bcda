import type { Mark } from './marks.ts';
import { rectsOfMark } from './rects.ts';

/** The reading position: this part of the viewport's height below its upper edge. */
const READING_LINE = 0.2;

/**
 * The first of `count` marks in reading order at or below the reading line, as an index; -1 where all are above.
 * @param rectsAt where a mark is on screen.
 */
export function indexAtReadingLine(
  count: number,
  rectsAt: (index: number) => readonly DOMRect[],
  view: Window,
): number {
  // At the top of the page nothing has been passed over yet.
  const line = Math.min(view.innerHeight * READING_LINE, view.scrollY);
  let low = 0;
  let high = count;
  // Columns and floats break the order from top to bottom; the answer is then a near one.
  while (low < high) {
    const middle = (low + high) >> 1;
    const bottom = rectsAt(middle).at(-1)?.bottom ?? Number.NEGATIVE_INFINITY;
    if (bottom >= line) high = middle;
    else low = middle + 1;
  }
  return low < count ? low : -1;
}

/** Scrolls a mark into the middle of the viewport, and of every scrolling box around it. */
export function scrollToMark(mark: Mark, view: Window): void {
  const element = mark.ranges[0]?.startContainer.parentElement;
  if (!element) return;
  const behavior = view.matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'auto';
  element.scrollIntoView({ block: 'center', inline: 'nearest', behavior });
  // An element higher than the window may be in view while its mark is not.
  const rect = rectsOfMark(mark)[0];
  if (rect && (rect.top < 0 || rect.bottom > view.innerHeight)) {
    view.scrollBy({ top: rect.top - view.innerHeight / 2, behavior });
  }
}
