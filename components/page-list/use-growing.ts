import { useEffect, useState } from 'preact/hooks';

/** Twice what the popup shows at once; a tall side panel gets the rest with the first slice. */
const FIRST = 24;
/** As many rows as a browser renders and lays out within a frame. */
export const SLICE = 40;

/**
 * How many rows of a long list to render: a screenful at once, so that 2,000 entries answer as soon as ten do, then all
 * the others slice by slice with room for input between. `least` rows are there in any case.
 */
export function useGrowing(total: number, least: number): number {
  const [count, setCount] = useState(FIRST);
  const shown = Math.max(count, least);
  useEffect(() => {
    if (shown >= total) return;
    // Whole slices, so that the list renders only its first run twice.
    const timer = setTimeout(() => setCount((Math.floor(shown / SLICE) + 1) * SLICE));
    return () => clearTimeout(timer);
  }, [shown, total]);
  return Math.min(shown, total);
}
