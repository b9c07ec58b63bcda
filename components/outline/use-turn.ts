import { useEffect, useRef, useState } from 'preact/hooks';

/** So many entries are rendered at once: more than a tall window shows of them. */
const AT_ONCE = 6;
/** Entries before the place that are rendered at once: what stands above it when it is the last of all. */
const BEFORE = 2;

/** What number an entry has in the order of rendering. */
export type TurnOf = (name: string) => number;

/** Everything at once, for paper. */
export const ALL_AT_ONCE: TurnOf = () => 0;

/**
 * The order in which a long text is rendered: from the place the reader opens it at to its end, then backwards to its
 * start. From the start where the place is none of the `names`.
 */
export function turnsFrom(names: readonly string[], place: string | null): TurnOf {
  const positions = new Map(names.map((name, position) => [name, position]));
  const start = positions.get(place ?? '') ?? 0;
  return (name) => {
    const after = (positions.get(name) ?? 0) - start;
    if (after >= 0) return after;
    return -after <= BEFORE ? 0 : names.length - after;
  };
}

interface Waiting {
  readonly order: number;
  readonly come: () => void;
}

const waiting = new Set<Waiting>();
let timer: ReturnType<typeof setTimeout> | undefined;

/**
 * Whether it is an entry's turn to be rendered; it stays so. The first ones are rendered with the page, so that it
 * answers as soon as its first screen is there; each of the others in a task of its own, with room for input and frames
 * between.
 */
export function useTurn(turn: number): boolean {
  const came = useRef(false);
  const [, renderAgain] = useState(false);
  came.current ||= turn < AT_ONCE;
  useEffect(() => {
    if (came.current) return undefined;
    const entry: Waiting = {
      order: turn,
      come: () => {
        came.current = true;
        renderAgain(true);
      },
    };
    waiting.add(entry);
    if (timer === undefined) timer = setTimeout(next);
    return () => waiting.delete(entry);
  }, [turn]);
  return came.current;
}

function next(): void {
  timer = undefined;
  let first: Waiting | undefined;
  for (const entry of waiting) if (!first || entry.order < first.order) first = entry;
  if (!first) return;
  waiting.delete(first);
  first.come();
  timer = setTimeout(next);
}

/** Renders at once what still waits: for the printer. */
export function finishTurns(): void {
  for (const { come } of waiting) come();
  waiting.clear();
}
