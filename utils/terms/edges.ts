import { unitAfter, unitBefore, unitsAfter, unitsBefore } from './neighbours.ts';

/** A word cut in two by the edge of a form: `word` has its first `split` units on the near side of the cut. */
interface Cut {
  readonly word: string;
  readonly split: number;
}

export interface Edges {
  /** For each side of a form, which units there may belong to a word that runs over the edge: bit `unit % 32`. */
  readonly masksOf: (form: string) => { readonly before: number; readonly after: number };
  /**
   * The word that shows that a form is not there: it runs over the form's edge, what it leaves of the form is words
   * too, and no word beside the form speaks for it. Undefined where the form stands.
   */
  readonly crossing: (text: string, start: number, end: number, form: string) => string | undefined;
}

/** How far beyond the edge of a form words are looked for, in units. */
const REACH = 6;

/**
 * The boundaries of Chinese forms. 智能体系 reads 智能 + 体系, so it has no 智能体; 智能体系统 reads 智能体 + 系统, because
 * 系统 begins where the form ends. 扩大模型 reads 扩大 + 模型; in 增加大模型 the word 增加 ends where 大模型 begins, which
 * speaks for it against 加大. In 人工智能力争 the word 能力 counts for nothing: it would leave 人工智, which is no word.
 *
 * `words` are ordinary words, folded; `forms` the folded forms, which are words as well when the rest is read.
 */
export function createEdges(
  words: readonly string[],
  isForm: (units: string) => boolean,
  table: Uint16Array,
): Edges {
  const known = new Set(words);
  const cuts = new Map<number, Cut[]>();
  const starts = new Map<number, string[]>();
  const ends = new Map<number, string[]>();
  for (const word of known) {
    push(starts, pairOf(word, 0), word);
    push(ends, pairOf(word, word.length - 2), word);
    for (let split = 1; split < word.length; split++) push(cuts, pairOf(word, split - 1), { word, split });
  }
  const beforeMasks = new Map<number, number>();
  const afterMasks = new Map<number, number>();
  for (const { word, split } of [...cuts.values()].flat()) {
    const left = word.charCodeAt(split - 1);
    const right = word.charCodeAt(split);
    beforeMasks.set(right, (beforeMasks.get(right) ?? 0) | (1 << left));
    afterMasks.set(left, (afterMasks.get(left) ?? 0) | (1 << right));
  }
  const readable = new Map<string, boolean>();

  /** Whether a piece of a form can be read as words; a single character can. */
  function isReadable(piece: string): boolean {
    if (piece.length <= 1) return true;
    const seen = readable.get(piece);
    if (seen !== undefined) return seen;
    const reached = new Array<boolean>(piece.length + 1).fill(false);
    reached[0] = true;
    for (let to = 2; to <= piece.length; to++) {
      for (let from = 0; from <= to - 2; from++) {
        if (!reached[from]) continue;
        const part = piece.slice(from, to);
        if (known.has(part) || (part.length < piece.length && isForm(part))) reached[to] = true;
      }
    }
    const answer = reached[piece.length] === true || known.has(piece) || isForm(piece);
    readable.set(piece, answer);
    return answer;
  }

  /** Whether the reading with `rival`, a word at the edge, is at least as good as the one with the crossing word. */
  function speaksFor(
    rival: string | undefined,
    afterCrossing: boolean,
    afterRival: (length: number) => boolean,
  ): boolean {
    if (rival === undefined) return false;
    return !afterCrossing || afterRival(rival.length);
  }

  function crossingAfter(text: string, end: number, form: string): string | undefined {
    const outside = unitAfter(text, end, table);
    const candidates = cuts.get(form.charCodeAt(form.length - 1) * 65_536 + outside);
    if (!candidates) return undefined;
    const following = unitsAfter(text, end, REACH, table);
    for (const { word, split } of candidates) {
      if (split > form.length || !form.endsWith(word.slice(0, split))) continue;
      const rest = word.slice(split);
      if (!following.startsWith(rest) || !isReadable(form.slice(0, form.length - split))) continue;
      const rival = longest(starts.get(pairOf(following, 0)), (each) => following.startsWith(each));
      const goesOn = (at: number): boolean =>
        (starts.get(pairOf(following, at)) ?? []).some((each) => following.startsWith(each, at));
      if (!speaksFor(rival, goesOn(rest.length), goesOn)) return word;
    }
    return undefined;
  }

  function crossingBefore(text: string, start: number, form: string): string | undefined {
    const outside = unitBefore(text, start, table);
    const candidates = cuts.get(outside * 65_536 + form.charCodeAt(0));
    if (!candidates) return undefined;
    const preceding = unitsBefore(text, start, REACH, table);
    const size = preceding.length;
    for (const { word, split } of candidates) {
      const inside = word.slice(split);
      if (inside.length > form.length || !form.startsWith(inside)) continue;
      if (!preceding.endsWith(word.slice(0, split)) || !isReadable(form.slice(inside.length))) continue;
      const rival = longest(ends.get(pairOf(preceding, size - 2)), (each) => preceding.endsWith(each));
      const goesOn = (length: number): boolean =>
        (ends.get(pairOf(preceding, size - length - 2)) ?? []).some((each) =>
          preceding.slice(0, size - length).endsWith(each),
        );
      if (!speaksFor(rival, goesOn(split), goesOn)) return word;
    }
    return undefined;
  }

  return {
    masksOf: (form) => ({
      before: beforeMasks.get(form.charCodeAt(0)) ?? 0,
      after: afterMasks.get(form.charCodeAt(form.length - 1)) ?? 0,
    }),
    crossing: (text, start, end, form) => crossingBefore(text, start, form) ?? crossingAfter(text, end, form),
  };
}

function push<T>(map: Map<number, T[]>, key: number, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** Two neighbouring units as one number; −1 where there are not two. */
function pairOf(units: string, at: number): number {
  return at >= 0 && at + 1 < units.length ? units.charCodeAt(at) * 65_536 + units.charCodeAt(at + 1) : -1;
}

function longest(words: readonly string[] | undefined, fits: (word: string) => boolean): string | undefined {
  let best: string | undefined;
  for (const word of words ?? []) if (fits(word) && word.length > (best?.length ?? 0)) best = word;
  return best;
}
