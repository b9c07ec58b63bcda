import { useEffect, useRef, useState } from 'preact/hooks';

/** A reference for an element, and its height in pixels, followed; null until it is known. */
export function useHeight<E extends HTMLElement>() {
  const ref = useRef<E>(null);
  const [height, setHeight] = useState<number | null>(null);
  useEffect(() => {
    const { current } = ref;
    if (!current) return undefined;
    const observer = new ResizeObserver(() => setHeight(current.offsetHeight));
    observer.observe(current);
    return () => observer.disconnect();
  }, []);
  return { ref, height };
}
