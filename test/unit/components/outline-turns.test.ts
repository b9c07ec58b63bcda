import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ALL_AT_ONCE, turnsFrom } from '../../../components/outline/use-turn.ts';

describe('turnsFrom', () => {
  const names = [...'abcdefgh'];
  const inOrder = (place: string | null): string => {
    const turnOf = turnsFrom(names, place);
    return names.toSorted((a, b) => turnOf(a) - turnOf(b)).join('');
  };

  it.each([
    ['goes from the start without a place', null, 'abcdefgh'],
    ['goes from the start for a place it does not know', 'z', 'abcdefgh'],
    ['goes on from the place, with what stands just above it', 'e', 'cdefghba'],
    ['has something above the last one at once', 'h', 'fghedcba'],
  ])('%s', (_, place, order) => {
    expect(inOrder(place)).toBe(order);
  });

  it('gives the place itself the first turn, and everything a turn of its own below it', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string(), { minLength: 1 }), fc.nat(), (all, at) => {
        const place = all[at % all.length] ?? null;
        const turnOf = turnsFrom(all, place);
        expect(turnOf(place ?? '')).toBe(0);
        const turns = all.map(turnOf).filter((turn) => turn > 0);
        expect(new Set(turns).size).toBe(turns.length);
      }),
    );
  });

  it('knows no waiting for paper', () => {
    expect(names.map(ALL_AT_ONCE)).toStrictEqual(names.map(() => 0));
  });
});
