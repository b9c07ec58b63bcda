import type { Lead } from '../../components/card/model.ts';
import {
  type CardEvent,
  type CardState,
  GRACE,
  IDLE,
  isOpen,
  type OpenedBy,
  reduceCard,
} from '../../components/card/state.ts';

export type OpenCard<T> = Exclude<CardState<T>, { mode: 'idle' | 'dwelling' }>;

interface DriverOptions<T> {
  same(a: T, b: T): boolean;
  /** Rest of the pointer before a card opens, in milliseconds. */
  dwell(): number;
  /** The card has opened or what it shows has changed. */
  onShow(state: OpenCard<T>): void;
  onHide(last: OpenCard<T>): void;
}

/** Owns the life of the card: holds its state and the timers that the state asks for. */
export interface CardDriver<T> {
  /** The pointer has come onto a target or, with null, left the targets. */
  point(target: T | null): void;
  /** The pointer has come onto the card or left it. */
  pointCard(on: boolean): void;
  open(target: T, by: OpenedBy): void;
  send(
    event: Extract<CardEvent<T>, { type: 'togglePin' | 'select' | 'back' | 'close' | 'targetGone' }>,
  ): void;
  look(lead: Lead): void;
  /** The card on screen, if one is. */
  shown(): OpenCard<T> | undefined;
  dispose(): void;
}

export function createCardDriver<T>(options: DriverOptions<T>): CardDriver<T> {
  let state: CardState<T> = IDLE;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pointed: T | null = null;
  let onCard = false;

  function dispatch(event: CardEvent<T>): void {
    const before = state;
    state = reduceCard(state, event, options.same);
    if (state === before) return;
    clearTimeout(timer);
    const { token } = state;
    if (state.mode === 'dwelling') {
      timer = setTimeout(() => dispatch({ type: 'dwellEnded', token }), options.dwell());
    } else if (state.mode === 'closing') {
      timer = setTimeout(endGrace, GRACE, token);
    }
    if (isOpen(state)) {
      // On the way to closing the card looks as before.
      if (state.mode !== 'closing') options.onShow(state);
    } else if (isOpen(before)) {
      onCard = false;
      options.onHide(before);
    }
  }

  /** Where the old card has closed under a pointer that rests on another mark, that mark's turn begins. */
  function endGrace(token: number): void {
    dispatch({ type: 'graceEnded', token });
    if (state.mode === 'idle' && pointed !== null) dispatch({ type: 'pointOver', target: pointed });
  }

  return {
    point(target) {
      pointed = target;
      if (target !== null) dispatch({ type: 'pointOver', target });
      else if (!onCard) dispatch({ type: 'pointAway' });
    },
    pointCard(on) {
      onCard = on;
      if (on) dispatch({ type: 'pointCard' });
      else if (pointed === null) dispatch({ type: 'pointAway' });
    },
    open: (target, by) => dispatch({ type: 'open', target, by }),
    send: dispatch,
    look: (lead) => dispatch({ type: 'look', lead }),
    shown: () => (isOpen(state) ? state : undefined),
    dispose() {
      pointed = null;
      dispatch({ type: 'close' });
      clearTimeout(timer);
    },
  };
}
