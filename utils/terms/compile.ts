import { createEdges, type Edges } from './edges.ts';
import { DECOY, DOCUMENT, EXCEPTION, type Patterns, patternSteps, SIGNAL, TERM } from './patterns.ts';
import { type Starts, startsOf } from './starts.ts';
import type { Step } from './steps.ts';
import type { Lexicon } from './types.ts';

/** A lexicon as a scanner reads it. */
export interface Compiled {
  readonly patterns: Patterns;
  readonly edges: Edges;
  /** What the patterns begin with that are terms or have to do with where one is … */
  readonly termStarts: Starts;
  readonly signalStarts: Starts;
  readonly documentStarts: Starts;
}

/** Compiles a lexicon step by step, for pages that must answer their readers meanwhile. */
export function* compileSteps(lexicon: Lexicon): Generator<Step, Compiled> {
  const patterns = yield* patternSteps(lexicon);
  yield 'large';
  const termStarts = startsOf(patterns, TERM | DECOY | EXCEPTION);
  yield 'large';
  const signalStarts = startsOf(patterns, SIGNAL);
  const documentStarts = startsOf(patterns, DOCUMENT);
  yield 'large';
  const edges = createEdges(lexicon.words.map(patterns.folding.unitsOf), patterns);
  return { patterns, edges, termStarts, signalStarts, documentStarts };
}
