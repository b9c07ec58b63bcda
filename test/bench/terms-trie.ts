import type { Annotation } from '../../utils/annotation.ts';

export type Scan = (text: string) => Annotation[];

/** A bare longest-match scan over a hashed trie, so that the page layer is measured with little else. */
export function compileTerms(terms: readonly string[]): Scan {
  const characters = terms.reduce((sum, term) => sum + term.length, 0);
  let size = 1;
  while (size < characters * 4) size *= 2;
  const mask = size - 1;
  /** Open addressing: key (state and code unit together) and the state it leads to. */
  const keys = new Float64Array(size);
  const targets = new Int32Array(size);
  const ends: (string | undefined)[] = [undefined];
  const slotOf = (state: number, code: number): number => {
    const key = state * 65_536 + code + 1;
    let slot = (Math.imul(state, 40_503) ^ Math.imul(code, 2_654_435_761)) & mask;
    while (keys[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & mask;
    return slot;
  };
  for (const term of terms) {
    let state = 0;
    for (let index = 0; index < term.length; index++) {
      const code = term.charCodeAt(index);
      const slot = slotOf(state, code);
      if (keys[slot] === 0) {
        keys[slot] = state * 65_536 + code + 1;
        targets[slot] = ends.length;
        ends.push(undefined);
      }
      state = targets[slot] ?? 0;
    }
    ends[state] = term;
  }
  return (text) => {
    const found: Annotation[] = [];
    for (let start = 0; start < text.length; start++) {
      let state = 0;
      let term: string | undefined;
      for (let index = start; index < text.length; index++) {
        const slot = slotOf(state, text.charCodeAt(index));
        if (keys[slot] === 0) break;
        state = targets[slot] ?? 0;
        term = ends[state] ?? term;
      }
      if (term === undefined) continue;
      found.push({ kind: 'term', start, end: start + term.length, text: term, term });
      start += term.length - 1;
    }
    return found;
  };
}
