import { type Alphabet, HYPHEN_SYMBOL, INVISIBLE_SYMBOL, QUOTE_SYMBOL, SPACE_SYMBOL } from './alphabet.ts';

/** Long patterns, such as the names of documents, and what they are written with. */
export interface LongPatterns {
  /** 1 for the symbols that they have and for what may be skipped inside. */
  readonly members: Uint8Array;
  /** The length of the shortest, in units; 0 where there is none. */
  readonly shortest: number;
}

/** `chosen` are folded patterns. */
export function longPatternsOf(
  chosen: readonly string[],
  { numbers, size }: Pick<Alphabet, 'numbers' | 'size'>,
): LongPatterns {
  const members = new Uint8Array(size);
  for (const symbol of [INVISIBLE_SYMBOL, SPACE_SYMBOL, QUOTE_SYMBOL, HYPHEN_SYMBOL]) members[symbol] = 1;
  let shortest = 0;
  for (const units of chosen) {
    for (let at = 0; at < units.length; at++) members[numbers[units.charCodeAt(at)] ?? 0] = 1;
    shortest = shortest === 0 ? units.length : Math.min(shortest, units.length);
  }
  return { members, shortest };
}

/**
 * The stretches of a text in which one of the patterns may stand, as `visit(start, end)`. A pattern of eleven characters
 * covers one of any eleven, so only every eleventh is looked at; where it is no character of a pattern, nothing is there.
 * Otherwise the pattern lies within the run of such characters around it.
 */
export function visitStretches(
  text: string,
  symbols: Uint16Array,
  { members, shortest }: LongPatterns,
  visit: (start: number, end: number) => void,
): void {
  if (shortest === 0) return;
  const { length } = text;
  // Everything before this has been looked at.
  let done = 0;
  for (let at = shortest - 1; at < length; at = done + shortest - 1) {
    done = at + 1;
    if (members[symbols[text.charCodeAt(at)] ?? 0] === 0) continue;
    let start = at;
    const first = at - shortest + 1;
    while (start > first && members[symbols[text.charCodeAt(start - 1)] ?? 0] !== 0) start--;
    while (done < length && members[symbols[text.charCodeAt(done)] ?? 0] !== 0) done++;
    if (done - start >= shortest) visit(start, done);
  }
}
