import { firstSentence, isSentenceEnd, lastSentence, sentenceEnd, sentenceStart } from './sentences.ts';

/** The numbers of the forms that stand in a stretch of a text. */
export type FormsIn = (text: string, start: number, end: number) => ReadonlySet<number>;

/** Whether a stretch of a text has an AI signal in it. */
export type HasSignal = (text: string, start: number, end: number) => boolean;

/** Asked from left to right. */
export interface Sense {
  /**
   * Whether a general word at a position is about AI: its sentence has a signal, or with `reach` 1 a neighbour has; a
   * question and its answer are one.
   */
  readonly isAboutAi: (position: number, reach: 0 | 1) => boolean;
  /** Whether the sentence of a general word has one of the forms that it may be short for. */
  readonly isSaidInFull: (position: number, fullForms: readonly number[]) => boolean;
  /** Takes note of a signal that ends at a position and that every later question comes after. */
  readonly noteSignal: (end: number) => void;
}

/** What is longer than this, in code units, is no sentence but a list or a table without marks. */
const LONGEST_SENTENCE = 1_000;

/** A sentence of the block, whether it has a signal and which forms it has, once that has been asked. */
interface Sentence {
  readonly start: number;
  readonly end: number;
  signal?: boolean;
  forms?: ReadonlySet<number>;
}

/**
 * The sense of one block, looked into when a general word asks: most blocks have none. No character is read more often
 * than a few times, however many words ask. `before` and `after` are the neighbouring blocks.
 */
export function createSense(
  text: string,
  before: string,
  after: string,
  hasSignal: HasSignal,
  formsIn: FormsIn,
): Sense {
  // The last signal before the place that has been read: most general words of a text about AI need no more. Sentence
  // ends behind it are counted as far as `counted`, each once, and none beyond the second: no reach goes farther.
  let signal = -1;
  let counted = 0;
  let ends = 0;
  let previous: Sentence | undefined;
  let own: Sentence | undefined;
  let next: Sentence | undefined;
  // What the neighbouring blocks have to say, once that has been asked.
  let beforeSpeaks: boolean | undefined;
  let afterSpeaks: boolean | undefined;

  function isNearSignal(position: number, reach: number): boolean {
    if (signal < 0) return false;
    for (; counted < position && ends < 2; counted++) if (isSentenceEnd(text, counted)) ends++;
    return ends <= reach;
  }

  function goTo(position: number): Sentence {
    if (own && position < own.end) return own;
    const passed = own;
    if (next && position >= next.start && position < next.end) {
      own = next;
    } else {
      own = { start: sentenceStart(text, position + 1, passed?.end ?? 0), end: sentenceEnd(text, position) };
    }
    const { start } = own;
    if (passed?.end === start) previous = passed;
    else
      previous =
        start === 0 ? undefined : { start: sentenceStart(text, start, passed?.end ?? 0), end: start };
    next = undefined;
    return own;
  }

  function speaks(sentence: Sentence): boolean {
    sentence.signal ??= hasSignal(text, sentence.start, sentence.end);
    return sentence.signal;
  }

  /** Whether the sentence before a place asks: its answer is on the same subject. */
  function isQuestion(end: number): boolean {
    return /[？?]/u.test(text.charAt(end - 1));
  }

  function hasSignalIn(sentence: string): boolean {
    return hasSignal(sentence, 0, sentence.length);
  }

  function previousSpeaks(): boolean {
    if (previous) return speaks(previous);
    beforeSpeaks ??= hasSignalIn(lastSentence(before));
    return beforeSpeaks;
  }

  function nextSpeaks({ end }: Sentence): boolean {
    if (end < text.length) {
      next ??= { start: end, end: sentenceEnd(text, end) };
      return speaks(next);
    }
    afterSpeaks ??= hasSignalIn(firstSentence(after));
    return afterSpeaks;
  }

  return {
    isSaidInFull(position, fullForms) {
      const sentence = goTo(position);
      if (sentence.end - sentence.start > LONGEST_SENTENCE) return false;
      sentence.forms ??= formsIn(text, sentence.start, sentence.end);
      const { forms } = sentence;
      return fullForms.some((form) => forms.has(form));
    },
    noteSignal(end) {
      signal = end;
      counted = end;
      ends = 0;
    },
    isAboutAi(position, reach) {
      if (isNearSignal(position, reach)) return true;
      const sentence = goTo(position);
      if (speaks(sentence)) return true;
      return (
        ((reach === 1 || isQuestion(sentence.start)) && previousSpeaks()) ||
        ((reach === 1 || isQuestion(sentence.end)) && nextSpeaks(sentence))
      );
    },
  };
}
