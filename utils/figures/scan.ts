import { describeFigure } from './context.ts';
import { findFigures } from './find.ts';
import type { Figure } from './types.ts';

/**
 * All figures of a text from left to right, never overlapping, with what their clauses say of them. Offsets are UTF-16
 * code units of `text`. A page finds figures only: the background reads their clauses when a card asks.
 */
export function scanFigures(text: string): Figure[] {
  return findFigures(text).map(describeFigure);
}
