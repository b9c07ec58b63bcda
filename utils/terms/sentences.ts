import { CLASSES, QUOTE, SPACE } from '../text/characters.ts';

/** The sentences of a text; a sentence is known by its number. */
export interface Sentences {
  readonly count: number;
  readonly at: (position: number) => number;
  readonly start: (sentence: number) => number;
  readonly end: (sentence: number) => number;
}

/** Splits a text at 。！？ and at a full stop before white space; the marks belong to the sentence they end. */
export function splitSentences(text: string): Sentences {
  const ends: number[] = [];
  for (let at = 0; at < text.length; at++) if (isSentenceEnd(text, at)) ends.push(at + 1);
  if (ends.at(-1) !== text.length) ends.push(text.length);
  return {
    count: ends.length,
    at(position) {
      let low = 0;
      let high = ends.length - 1;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((ends[middle] ?? 0) > position) high = middle;
        else low = middle + 1;
      }
      return low;
    },
    start: (sentence) => ends[sentence - 1] ?? 0,
    end: (sentence) => ends[sentence] ?? text.length,
  };
}

/** The first sentence of a text. */
export function firstSentence(text: string): string {
  for (let at = 0; at < text.length; at++) if (isSentenceEnd(text, at)) return text.slice(0, at + 1);
  return text;
}

/** The last sentence of a text. */
export function lastSentence(text: string): string {
  let last = text.length;
  while (last > 0 && isFiller(text, last - 1)) last--;
  for (let at = last - 1; at >= 0; at--) if (isSentenceEnd(text, at)) return text.slice(at + 1);
  return text;
}

function isSentenceEnd(text: string, at: number): boolean {
  switch (text.charCodeAt(at)) {
    case 0x3002: // 。
    case 0xff61:
    case 0xff01: // ！
    case 0xff1f: // ？
    case 0x21:
    case 0x3f:
      return true;
    case 0x2e: {
      const after = CLASSES[text.charCodeAt(at + 1)] ?? 0;
      return at + 1 >= text.length || (after & (SPACE | QUOTE)) !== 0;
    }
    default:
      return false;
  }
}

/** White space, closing marks and the end of the last sentence itself. */
function isFiller(text: string, at: number): boolean {
  return ((CLASSES[text.charCodeAt(at)] ?? 0) & (SPACE | QUOTE)) !== 0 || isSentenceEnd(text, at);
}
