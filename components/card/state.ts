import type { Lead } from './model.ts';

/**
 * The card's life as data. Every change of target or mode gets a new token; a timer or an answer carries the token it
 * was started with and is ignored when the card has moved on (the way Wikipedia's page previews do it), so a late
 * answer never opens a stale card.
 */
export type CardState<T> =
  | { readonly mode: 'idle'; readonly token: number }
  | { readonly mode: 'dwelling'; readonly token: number; readonly target: T }
  | (Open<T> & { readonly mode: 'shown' })
  | (Open<T> & { readonly mode: 'pinned' })
  /** Still on screen: the pointer has left, and may come back before the grace ends. */
  | (Open<T> & { readonly mode: 'closing' });

interface Open<T> {
  readonly token: number;
  readonly target: T;
  /** Look-ups inside the card, the innermost last; empty for the marked word itself. */
  readonly trail: readonly Lead[];
  /** How it was opened: only the keyboard moves the focus into the card. */
  readonly by: OpenedBy;
}

export type OpenedBy = 'pointer' | 'keyboard' | 'touch';

export type CardEvent<T> =
  | { readonly type: 'pointOver'; readonly target: T }
  /** The pointer is neither on a mark nor on the card. */
  | { readonly type: 'pointAway' }
  | { readonly type: 'pointCard' }
  | { readonly type: 'dwellEnded'; readonly token: number }
  | { readonly type: 'graceEnded'; readonly token: number }
  | { readonly type: 'open'; readonly target: T; readonly by: OpenedBy }
  | { readonly type: 'togglePin' }
  /** The reader selects text in the card: it must not vanish under the selection. */
  | { readonly type: 'select' }
  | { readonly type: 'look'; readonly lead: Lead }
  | { readonly type: 'back' }
  | { readonly type: 'close' }
  /** The mark left the viewport or the document. */
  | { readonly type: 'targetGone' };

/** Time to move from the mark into the card, in milliseconds. */
export const GRACE = 280;
/** Look-ups inside one card. */
export const DEEPEST = 5;

export const IDLE: CardState<never> = { mode: 'idle', token: 0 };

/** Whether a card is on screen. */
export function isOpen<T>(
  state: CardState<T>,
): state is Exclude<CardState<T>, { mode: 'idle' | 'dwelling' }> {
  return state.mode === 'shown' || state.mode === 'pinned' || state.mode === 'closing';
}

/**
 * The next state. `same` tells whether two targets are the same mark. The owner starts a timer of the reader's dwell
 * time on `dwelling` and of {@link GRACE} on `closing`, and sends the state's token back when it ends.
 */
export function reduceCard<T>(
  state: CardState<T>,
  event: CardEvent<T>,
  same: (a: T, b: T) => boolean = Object.is,
): CardState<T> {
  const token = state.token + 1;
  switch (event.type) {
    case 'pointOver':
      return pointOver(state, event.target, token, same);
    case 'pointAway':
      if (state.mode === 'dwelling') return { mode: 'idle', token };
      return state.mode === 'shown' && state.by === 'pointer' ? { ...state, mode: 'closing', token } : state;
    case 'pointCard':
      return state.mode === 'closing' ? { ...state, mode: 'shown', token } : state;
    case 'dwellEnded':
      return state.mode === 'dwelling' && event.token === state.token
        ? { mode: 'shown', token, target: state.target, trail: [], by: 'pointer' }
        : state;
    case 'graceEnded':
      return state.mode === 'closing' && event.token === state.token ? { mode: 'idle', token } : state;
    case 'open':
      return { mode: 'shown', token, target: event.target, trail: [], by: event.by };
    case 'togglePin':
      if (!isOpen(state)) return state;
      return { ...state, mode: state.mode === 'pinned' ? 'shown' : 'pinned', token };
    case 'select':
      return isOpen(state) && state.mode !== 'pinned' ? { ...state, mode: 'pinned', token } : state;
    case 'look':
      if (!isOpen(state) || state.trail.length >= DEEPEST) return state;
      return {
        ...state,
        mode: state.mode === 'closing' ? 'shown' : state.mode,
        token,
        trail: [...state.trail, event.lead],
      };
    case 'back':
      return isOpen(state) && state.trail.length > 0
        ? { ...state, token, trail: state.trail.slice(0, -1) }
        : state;
    case 'close':
      return state.mode === 'idle' ? state : { mode: 'idle', token };
    case 'targetGone':
      return state.mode === 'idle' || state.mode === 'pinned' ? state : { mode: 'idle', token };
  }
}

function pointOver<T>(
  state: CardState<T>,
  target: T,
  token: number,
  same: (a: T, b: T) => boolean,
): CardState<T> {
  if (state.mode === 'pinned') return state;
  if (state.mode !== 'idle' && same(state.target, target)) {
    return state.mode === 'closing' ? { ...state, mode: 'shown', token } : state;
  }
  // A card opened by keyboard or touch is not taken away by a pointer that happens to lie on another mark.
  if (state.mode === 'shown' && state.by !== 'pointer') return state;
  // From an open card to a neighbouring mark: the old card may be crossed on the way, so it closes by its own grace.
  if (state.mode === 'shown') return { ...state, mode: 'closing', token };
  if (state.mode === 'closing') return state;
  return { mode: 'dwelling', token, target };
}
