import { useState } from 'preact/hooks';
import type { ListEntry } from './entries.ts';

const ROW = '.page-entry';
const CONTROLS = '.page-entry-line button';

/**
 * Keeps one row of a long list in the order of Tab, so that a few presses lead past 2,000 rows: the first one, until the
 * focus has been in another. Arrow keys go from row to row and stay at the same control; Home and End go to the ends.
 * Returns the position of that row, and what the list has to listen with.
 */
export function useRovingRow(entries: readonly ListEntry[]): {
  readonly stop: number;
  readonly onFocusIn: (event: FocusEvent) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
} {
  // By its key: positions change with the kinds that are switched on.
  const [visited, setVisited] = useState<string | null>(null);
  return {
    stop: Math.max(
      0,
      entries.findIndex(({ key }) => key === visited),
    ),
    onFocusIn({ target }) {
      const { at } = placeOf(target);
      setVisited(entries[at]?.key ?? null);
    },
    onKeyDown(event) {
      if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const { rows, at } = placeOf(event.target);
      const to = positionAfter(event.key, at, rows.length);
      const next = rows[to];
      if (!next || !(event.target instanceof Element)) return;
      const control = [...(rows[at]?.querySelectorAll(CONTROLS) ?? [])].indexOf(event.target);
      next.querySelectorAll<HTMLElement>(CONTROLS)[Math.max(0, control)]?.focus();
      // A window that has lost the focus tells of none of its moves.
      setVisited(entries[to]?.key ?? null);
      event.preventDefault();
    },
  };
}

/** Where a key leads from a row; the same place beyond the ends, -1 for a key that leads nowhere. */
function positionAfter(key: string, at: number, count: number): number {
  switch (key) {
    case 'ArrowDown':
      return Math.min(at + 1, count - 1);
    case 'ArrowUp':
      return Math.max(at - 1, 0);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return -1;
  }
}

function placeOf(target: EventTarget | null): { readonly rows: readonly Element[]; readonly at: number } {
  const row = target instanceof Element ? target.closest(ROW) : null;
  const rows = [...(row?.closest('[role="list"]')?.querySelectorAll(ROW) ?? [])];
  return { rows, at: row ? rows.indexOf(row) : -1 };
}
