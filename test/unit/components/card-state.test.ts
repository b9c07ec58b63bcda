import { describe, expect, it } from 'vitest';
import { type CardEvent, type CardState, DEEPEST, IDLE, reduceCard } from '../../../components/card/state.ts';

type State = CardState<string>;
const lead = { kind: 'term', id: 'yu-liao', label: '语料' } as const;

/** Sends events; a timer event without a token of its own carries the present one. */
function play(...events: readonly (CardEvent<string> | 'dwell' | 'grace')[]): State {
  return events.reduce<State>((state, event) => {
    if (event === 'dwell') return reduceCard(state, { type: 'dwellEnded', token: state.token });
    if (event === 'grace') return reduceCard(state, { type: 'graceEnded', token: state.token });
    return reduceCard(state, event);
  }, IDLE);
}
const over = (target: string) => ({ type: 'pointOver', target }) as const;
const away = { type: 'pointAway' } as const;
const open = (by: 'pointer' | 'keyboard' | 'touch') => ({ type: 'open', target: 'a', by }) as const;
const pin = { type: 'togglePin' } as const;

describe('the card', () => {
  it.each<[string, State['mode'], readonly (CardEvent<string> | 'dwell' | 'grace')[]]>([
    ['waits before it opens', 'dwelling', [over('a')]],
    ['opens when the pointer has rested', 'shown', [over('a'), 'dwell']],
    ['does NOT open for a pointer that only passes', 'idle', [over('a'), away, 'dwell']],
    ['leaves time to move into it', 'closing', [over('a'), 'dwell', away]],
    [
      'stays when the pointer reaches it',
      'shown',
      [over('a'), 'dwell', away, { type: 'pointCard' }, 'grace'],
    ],
    [
      'stays when the pointer comes back to its mark',
      'shown',
      [over('a'), 'dwell', away, over('a'), 'grace'],
    ],
    ['closes when the grace ends', 'idle', [over('a'), 'dwell', away, 'grace']],
    [
      'can be crossed over another mark on the way into it',
      'closing',
      [over('a'), 'dwell', over('b'), over('c')],
    ],
    ['opened by keyboard does NOT close by the pointer', 'shown', [open('keyboard'), away, 'grace']],
    [
      'opened by touch does NOT yield to a pointer on another mark',
      'shown',
      [open('touch'), over('b'), 'dwell'],
    ],
    ['pinned does NOT close by the pointer', 'pinned', [over('a'), 'dwell', pin, away, 'grace']],
    ['pinned does NOT yield to another mark', 'pinned', [open('pointer'), pin, over('b'), 'dwell']],
    ['pinned stays when its mark scrolls away', 'pinned', [open('pointer'), pin, { type: 'targetGone' }]],
    ['shown closes when its mark scrolls away', 'idle', [open('pointer'), { type: 'targetGone' }]],
    ['is unpinned by the same action', 'shown', [open('pointer'), pin, pin]],
    ['is pinned by selecting text in it', 'pinned', [open('pointer'), { type: 'select' }]],
    ['closes on Esc even when pinned', 'idle', [open('pointer'), pin, { type: 'close' }]],
    ['is kept by a look-up inside it', 'shown', [open('pointer'), away, { type: 'look', lead }, 'grace']],
  ])('%s', (_, mode, events) => {
    expect(play(...events).mode).toBe(mode);
  });

  it('ignores a timer of an earlier dwell', () => {
    const first = play(over('a'));
    const second = reduceCard(reduceCard(first, away), over('b'));
    expect(reduceCard(second, { type: 'dwellEnded', token: first.token })).toBe(second);
  });

  it('ignores a grace that was interrupted', () => {
    const closing = play(over('a'), 'dwell', away);
    const again = reduceCard(reduceCard(closing, over('a')), away);
    expect(reduceCard(again, { type: 'graceEnded', token: closing.token })).toBe(again);
  });

  it(`looks up at most ${DEEPEST} deep and goes back one by one`, () => {
    const looks = Array.from({ length: DEEPEST + 2 }, () => ({ type: 'look', lead }) as const);
    const deep = play(open('pointer'), ...looks);
    expect(deep).toMatchObject({ trail: { length: DEEPEST } });
    expect(reduceCard(deep, { type: 'back' })).toMatchObject({ trail: { length: DEEPEST - 1 } });
  });
});
