import { firstSentence, lastSentence, type Sentences, splitSentences } from './sentences.ts';

/** Whether a stretch of a text has an AI signal in it. */
export type HasSignal = (text: string, start: number, end: number) => boolean;

export interface Sense {
  /** Whether a general word at a position is about AI: its sentence has a signal, or with `reach` 1 a neighbour has. */
  readonly isAboutAi: (position: number, reach: 0 | 1) => boolean;
}

/**
 * The sense of one block. Sentences are split and looked through when a general word asks, each once: most blocks have
 * none. `before` and `after` are the neighbouring blocks.
 */
export function createSense(text: string, before: string, after: string, hasSignal: HasSignal): Sense {
  let sentences: Sentences | undefined;
  const known = new Map<number, boolean>();

  function look(split: Sentences, sentence: number): boolean {
    if (sentence < 0) {
      const neighbour = lastSentence(before);
      return hasSignal(neighbour, 0, neighbour.length);
    }
    if (sentence >= split.count) {
      const neighbour = firstSentence(after);
      return hasSignal(neighbour, 0, neighbour.length);
    }
    return hasSignal(text, split.start(sentence), split.end(sentence));
  }

  function speaks(split: Sentences, sentence: number): boolean {
    let answer = known.get(sentence);
    if (answer === undefined) {
      answer = look(split, sentence);
      known.set(sentence, answer);
    }
    return answer;
  }

  return {
    isAboutAi(position, reach) {
      sentences ??= splitSentences(text);
      const own = sentences.at(position);
      if (speaks(sentences, own)) return true;
      return reach === 1 && (speaks(sentences, own - 1) || speaks(sentences, own + 1));
    },
  };
}
