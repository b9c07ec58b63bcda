import { useEffect, useReducer } from 'preact/hooks';
import type { CardEvent, CardState } from '../card/state.ts';
import { GRACE, IDLE, reduceCard } from '../card/state.ts';

/**
 * The life of one card on an extension page: the same states and times as in an article. `same` tells whether two
 * targets are the same mark.
 */
export function useCard<T>(
  dwell: number,
  same: (a: T, b: T) => boolean,
): readonly [CardState<T>, (event: CardEvent<T>) => void] {
  const [state, dispatch] = useReducer<CardState<T>, CardEvent<T>>(
    (current, event) => reduceCard(current, event, same),
    IDLE,
  );
  const { mode, token } = state;
  useEffect(() => {
    if (mode !== 'dwelling' && mode !== 'closing') return undefined;
    const event = mode === 'dwelling' ? 'dwellEnded' : 'graceEnded';
    const timer = setTimeout(() => dispatch({ type: event, token }), mode === 'dwelling' ? dwell : GRACE);
    return () => clearTimeout(timer);
  }, [mode, token, dwell]);
  return [state, dispatch];
}
