import { useEffect, useState } from 'preact/hooks';

/** The band of the window in which the item stands that is being read: below the bars, in the upper third. */
const READING_LINE = '-120px 0px -65% 0px';

/**
 * The `data-spy` name of the innermost element at the reading line, followed while the reader scrolls; null before
 * the first. `key` changes when other elements are shown.
 */
export function useReadingPosition(key: string): string | null {
  const [current, setCurrent] = useState<string | null>(null);
  useEffect(() => {
    setCurrent(null);
    const shown = new Set<Element>();
    const elements = [...document.querySelectorAll('[data-spy]')];
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          if (isIntersecting) shown.add(target);
          else shown.delete(target);
        }
        // Parents intersect together with their children; of several innermost ones the first is being read.
        const reading = elements.find((element) => shown.has(element) && isInnermost(element, shown));
        if (reading instanceof HTMLElement) setCurrent(reading.dataset.spy ?? null);
      },
      { rootMargin: READING_LINE },
    );
    for (const element of elements) observer.observe(element);
    return () => observer.disconnect();
  }, [key]);
  return current;
}

function isInnermost(element: Element, shown: ReadonlySet<Element>): boolean {
  for (const other of shown) if (other !== element && element.contains(other)) return false;
  return true;
}
