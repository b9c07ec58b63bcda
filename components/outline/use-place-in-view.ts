import { useEffect, useRef } from 'preact/hooks';

/**
 * Brings the element that the address points at into view and moves the focus there, so that reading and tabbing go on
 * from it. The browser's own jump comes too early: the element may belong to a view that is only now rendered.
 */
export function usePlaceInView(place: string, element: string | null, covered: boolean): void {
  const first = useRef(true);
  useEffect(() => {
    const opening = first.current;
    first.current = false;
    if (covered) return;
    const target = element === null ? null : document.getElementById(element);
    if (target) {
      target.scrollIntoView();
      target.focus({ preventScroll: true });
    } else if (!opening) scrollTo(0, 0);
  }, [place, element, covered]);
}
