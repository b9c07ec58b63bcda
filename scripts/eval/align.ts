/**
 * Where each character of one printing of a text stands in another, by code unit; −1 where it has no place there.
 * White space does not count, and what only `to` has (page numbers, running heads) is passed over.
 */
export function alignTexts(from: string, to: string): Int32Array {
  const places = new Int32Array(from.length).fill(-1);
  const left = solid(from);
  const right = solid(to);
  let at = 0;
  for (let index = 0; index < left.length; index++) {
    if (from[left[index] ?? 0] !== to[right[at] ?? -1]) {
      const found = resume(from, left, index, to, right, at);
      if (found < 0) continue;
      at = found;
    }
    places[left[index] ?? 0] = right[at++] ?? -1;
  }
  return places;
}

/** How many characters must agree for the texts to be together again. */
const ANCHOR = 8;

function resume(
  from: string,
  left: readonly number[],
  index: number,
  to: string,
  right: readonly number[],
  at: number,
): number {
  const anchor = left.slice(index, index + ANCHOR).map((place) => from[place]);
  for (let candidate = at; candidate < right.length; candidate++) {
    if (anchor.every((character, ahead) => character === to[right[candidate + ahead] ?? -1]))
      return candidate;
  }
  return -1;
}

/** Offsets of the characters that are not white space. */
function solid(text: string): number[] {
  return Array.from(text, (_, index) => index).filter((index) => !/\s/u.test(text.charAt(index)));
}
