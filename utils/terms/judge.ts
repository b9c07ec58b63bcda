import { BOUNDARY_CHECKS, boundaryFault } from './boundaries.ts';
import type { Edges } from './edges.ts';
import type { Verdict } from './explain.ts';
import { unitAfter, unitBefore } from './neighbours.ts';
import { GENERAL, NEEDS_QUOTES, type Pattern, QUOTED, SAME_SENTENCE, SHORT_TITLE } from './patterns.ts';
import { enclosingQuotes, pairQuotes } from './quotes.ts';
import type { Sense } from './sense.ts';

/** What the rules know of the block that they judge in. */
export interface Scene {
  readonly text: string;
  readonly sense: Sense;
  /** Offset after the last term found. */
  readonly end: number;
  /** Terms that end before this are inside of a decoy. */
  readonly decoyEnd: number;
  readonly decoy: string;
  /** Whether one of these documents has been named on the page. */
  readonly isNamed: (documents: readonly string[]) => boolean;
}

export type Judge = (scene: Scene, pattern: Pattern, from: number, to: number, quoted: boolean) => Verdict;

/**
 * The rules for one form at one place, cheapest first: decoys, quotation marks, boundaries, words over the edge, short
 * titles, sense. Returns the extent of the term or the reason why it is none.
 */
export function createJudge(edges: Edges, table: Uint16Array): Judge {
  /** The word that runs over an edge of the form, looked for only where the unit beside it may belong to one. */
  function crossingWord(text: string, from: number, to: number, pattern: Pattern): string | undefined {
    const { wordsBefore, wordsAfter, units } = pattern;
    if (wordsBefore !== 0 && (wordsBefore >>> unitBefore(text, from, table)) & 1) {
      const word = edges.crossingBefore(text, from, units);
      if (word !== undefined) return word;
    }
    if (wordsAfter !== 0 && (wordsAfter >>> unitAfter(text, to, table)) & 1)
      return edges.crossingAfter(text, to, units);
    return undefined;
  }

  return (scene, pattern, from, to, quoted) => {
    const { text } = scene;
    const { checks } = pattern;
    if (to <= scene.decoyEnd) return { rejected: 'decoy', by: scene.decoy };
    let start = from;
    let end = to;
    if (quoted) {
      const span = pairQuotes(text, start, end);
      if (!span || span.start < scene.end) return { rejected: 'boundary', by: 'quotes' };
      ({ start, end } = span);
    }
    if (checks & QUOTED) {
      const span = enclosingQuotes(text, start, end);
      if (span && span.start >= scene.end) ({ start, end } = span);
      else if (checks & NEEDS_QUOTES) return { rejected: 'boundary', by: 'quotes' };
    }
    if (checks & BOUNDARY_CHECKS) {
      const fault = boundaryFault(text, from, to, pattern, table);
      if (fault) return { rejected: 'boundary', by: fault };
    }
    const word = crossingWord(text, from, to, pattern);
    if (word !== undefined) return { rejected: 'boundary', by: word };
    if (checks & SHORT_TITLE && !scene.isNamed(pattern.introducedBy))
      return { rejected: 'short-title', by: pattern.introducedBy[0] ?? '' };
    if (checks & GENERAL && !scene.sense.isAboutAi(start, checks & SAME_SENTENCE ? 0 : 1))
      return { rejected: 'sense', by: checks & SAME_SENTENCE ? 'sentence' : 'neighbours' };
    return { start, end };
  };
}
