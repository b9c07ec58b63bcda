/**
 * The times of pointing, in one place. In milliseconds unless said otherwise. How long the pointer rests until a card
 * opens, and how long the card waits for it to come back, are the card's own: see components/card/state.ts.
 */

/** A pointer that is faster is on its way elsewhere and does not mean the marks that it crosses; CSS pixels per ms. */
export const FAST = 1.5;
/** A pointer that came fast means a mark once it has rested on it for this long. */
export const REST = 40;
/** Time a finger rests on a marked link until it means the mark and not the link. */
export const LONG_PRESS = 500;
/** How long a mark stays emphasised after a jump. */
export const PULSE = 1_600;
