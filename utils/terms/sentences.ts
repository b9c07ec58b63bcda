import { CLASSES, QUOTE, SPACE } from '../text/characters.ts';

/** 1 for what ends a sentence, 2 for the full stop, which may also stand in a number or a name. */
const ENDS = new Uint8Array(65_536);
for (const mark of '。｡！？!?') ENDS[mark.charCodeAt(0)] = 1;
ENDS[0x2e] = 2;

/** Whether a sentence ends with the character at `at`: 。！？, or a full stop before white space. */
export function isSentenceEnd(text: string, at: number): boolean {
  const end = ENDS[text.charCodeAt(at)];
  if (end === 0) return false;
  return (
    end === 1 || at + 1 >= text.length || ((CLASSES[text.charCodeAt(at + 1)] ?? 0) & (SPACE | QUOTE)) !== 0
  );
}

/** Offset after the mark that ends the sentence that `from` is in; the length of the text where there is none. */
export function sentenceEnd(text: string, from: number): number {
  const { length } = text;
  for (let at = from; at < length; at++) if (isSentenceEnd(text, at)) return at + 1;
  return length;
}

/** Where the sentence begins that the character before `to` is in, not before `from`. */
export function sentenceStart(text: string, to: number, from = 0): number {
  for (let at = to - 2; at >= from; at--) if (isSentenceEnd(text, at)) return at + 1;
  return from;
}

/** The first sentence of a text. */
export function firstSentence(text: string): string {
  return text.slice(0, sentenceEnd(text, 0));
}

/** The last sentence of a text. */
export function lastSentence(text: string): string {
  let last = text.length;
  while (last > 0 && isFiller(text, last - 1)) last--;
  return text.slice(sentenceStart(text, last + 1));
}

/** White space, closing marks and the end of the last sentence itself. */
function isFiller(text: string, at: number): boolean {
  return ((CLASSES[text.charCodeAt(at)] ?? 0) & (SPACE | QUOTE)) !== 0 || isSentenceEnd(text, at);
}
