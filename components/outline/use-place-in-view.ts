import { useEffect, useRef } from 'preact/hooks';

/** What a reader does to move on; after it the page no longer moves by itself. */
const MOVES = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const;

/**
 * Brings the element that the address points at into view and moves the focus there, so that reading and tabbing go on
 * from it. The browser's own jump comes too early: the element may belong to a view that is only now rendered. When
 * `layout` changes (the article has answered and its marks take room, the bars have wrapped) or the `text` around it
 * grows, the element is brought back into view, unless the reader has moved on. Nothing happens while the place is `covered` by the search.
 */
export function usePlaceInView(
  place: string,
  element: string | null,
  covered: boolean,
  text: { readonly current: HTMLElement | null },
  layout: string,
): void {
  const opening = useRef(true);
  const moved = useRef(false);
  useEffect(() => {
    const onMove = (): void => {
      moved.current = true;
    };
    for (const move of MOVES) addEventListener(move, onMove, { passive: true });
    return () => {
      for (const move of MOVES) removeEventListener(move, onMove);
    };
  }, []);
  useEffect(() => {
    const first = opening.current;
    opening.current = false;
    if (covered) return;
    moved.current = false;
    const target = element === null ? null : document.getElementById(element);
    if (target) {
      target.scrollIntoView();
      // A reader who empties the search field is about to write something else in it.
      if (!(document.activeElement instanceof HTMLInputElement)) target.focus({ preventScroll: true });
    } else if (!first) scrollTo(0, 0);
  }, [place, element, covered]);
  useEffect(() => {
    if (covered || element === null || !text.current) return undefined;
    // Told after the layout and before the frame: nothing is seen to jump.
    const observer = new ResizeObserver(() => {
      if (!moved.current) document.getElementById(element)?.scrollIntoView();
    });
    observer.observe(text.current);
    return () => observer.disconnect();
  }, [element, covered]);
  useEffect(() => {
    if (!moved.current && element !== null) document.getElementById(element)?.scrollIntoView();
  }, [layout]);
}
