import { useEffect, useState } from 'preact/hooks';

/** More than the tallest surface shows at once. */
const FIRST = 40;
/** As many rows as a browser renders between two frames or so. */
const SLICE = 80;

/**
 * How many rows of a long list to render: a screenful at once, so that 2,000 entries answer as soon as ten do, then all
 * the others slice by slice with room for input between. `least` rows are there in any case.
 */
export function useGrowing(total: number, least: number): number {
  const [count, setCount] = useState(FIRST);
  const shown = Math.max(count, least);
  useEffect(() => {
    if (shown >= total) return;
    const timer = setTimeout(() => setCount(shown + SLICE));
    return () => clearTimeout(timer);
  }, [shown, total]);
  return Math.min(shown, total);
}
