import { BOUNDARY_CHECKS, boundaryFault } from './boundaries.ts';
import { createEdges } from './edges.ts';
import type { Candidate, Verdict } from './explain.ts';
import {
  compilePatterns,
  GENERAL,
  NEEDS_QUOTES,
  type Pattern,
  QUOTED,
  SAME_SENTENCE,
  SHORT_TITLE,
} from './patterns.ts';
import { enclosingQuotes, pairQuotes } from './quotes.ts';
import { createSense, type Sense } from './sense.ts';
import type { Lexicon, TermMatch } from './types.ts';
import { createWalker } from './walk.ts';

/** What a block's surroundings tell about it. */
export interface TextContext {
  /** Texts of the neighbouring blocks; empty at the ends. */
  readonly before?: string;
  readonly after?: string;
  /** What {@link TermScanner.survey} has reported of the other blocks of the page. */
  readonly facts?: ReadonlySet<string>;
}

export interface TermScanner {
  /**
   * The terms of one block in order, never overlapping: the leftmost first, of several at one place the longest.
   * Newlines are soft. Linear in the length of the text. Offsets are UTF-16 code units of `text`.
   */
  readonly scan: (text: string, context?: TextContext) => TermMatch[];
  /** The documents that a block names in full, as {@link TextContext.facts} wants them. */
  readonly survey: (text: string) => readonly string[];
  /** Every candidate of a block, kept or rejected, with the reason; slower than `scan`, same result. */
  readonly explain: (text: string, context?: TextContext) => readonly Candidate[];
}

interface Run {
  readonly text: string;
  readonly context: TextContext;
  readonly sense: Sense;
  readonly matches: TermMatch[];
  /** Every verdict, where someone wants to know. */
  readonly trace: Candidate[] | undefined;
  /** Offset after the last match. */
  end: number;
  /** Terms that end before this are inside of a decoy. */
  decoyEnd: number;
  decoy: string;
  /** Decoys that end before this are inside of an exception. */
  exceptionEnd: number;
  documents: readonly string[] | undefined;
}

/** Compiles a lexicon; afterwards scanning allocates nothing but the matches. */
export function createTermScanner(lexicon: Lexicon): TermScanner {
  const compiled = compilePatterns(lexicon);
  const { alphabet, folding, patterns } = compiled;
  const { symbols } = alphabet;
  const { table } = folding;
  const walker = createWalker(compiled);
  const termMasks = walker.masksFor(({ term, decoy, exception }) => term !== undefined || decoy || exception);
  const signalMasks = walker.masksFor(({ signal }) => signal);
  const documentMasks = walker.masksFor(({ document }) => document !== undefined);
  const keys = new Set(patterns.flatMap((pattern) => (pattern?.term === undefined ? [] : [pattern.units])));
  const edges = createEdges(lexicon.words.map(folding.unitsOf), (units) => keys.has(units), table);

  /** The offset of the first place from `from` on, before `to`, where a pattern may begin; −1 where there is none. */
  function nextStart(text: string, from: number, to: number, masks: Int32Array): number {
    let mask = 0;
    for (let at = from; at < to; at++) {
      const symbol = symbols[text.charCodeAt(at)] ?? 0;
      if ((mask >>> symbol) & 1) return at - 1;
      mask = masks[symbol] ?? 0;
    }
    return mask === -1 ? to - 1 : -1;
  }

  function hasSignal(text: string, start: number, end: number): boolean {
    for (
      let at = nextStart(text, start, end, signalMasks);
      at >= 0;
      at = nextStart(text, at + 1, end, signalMasks)
    ) {
      const hits = walker.walk(text, at);
      for (let index = 0; index < hits.count; index++) {
        const pattern = patterns[hits.numbers[index] ?? 0];
        const to = hits.ends[index] ?? 0;
        if (pattern?.signal && to <= end && !boundaryFault(text, at, to, pattern, table)) return true;
      }
    }
    return false;
  }

  function survey(text: string): readonly string[] {
    const found = new Set<string>();
    const { length } = text;
    for (
      let at = nextStart(text, 0, length, documentMasks);
      at >= 0;
      at = nextStart(text, at + 1, length, documentMasks)
    ) {
      const hits = walker.walk(text, at);
      for (let index = 0; index < hits.count; index++) {
        const document = patterns[hits.numbers[index] ?? 0]?.document;
        if (document !== undefined) found.add(document);
      }
    }
    return [...found];
  }

  function isIntroduced(run: Run, pattern: Pattern): boolean {
    const { facts } = run.context;
    if (facts && pattern.introducedBy.some((document) => facts.has(document))) return true;
    run.documents ??= survey(run.text);
    const { documents } = run;
    return pattern.introducedBy.some((document) => documents.includes(document));
  }

  /** Whether the form at a place is the term, and with which extent. */
  function judge(run: Run, pattern: Pattern, from: number, to: number, quoted: boolean): Verdict {
    const { text } = run;
    const { checks } = pattern;
    let start = from;
    let end = to;
    if (to <= run.decoyEnd) return { rejected: 'decoy', by: run.decoy };
    if (quoted) {
      const span = pairQuotes(text, start, end);
      if (!span || span.start < run.end) return { rejected: 'boundary', by: 'quotes' };
      ({ start, end } = span);
    }
    if (checks & QUOTED) {
      const span = enclosingQuotes(text, start, end);
      if (span && span.start >= run.end) ({ start, end } = span);
      else if (checks & NEEDS_QUOTES) return { rejected: 'boundary', by: 'quotes' };
    }
    if (checks & BOUNDARY_CHECKS) {
      const fault = boundaryFault(text, from, to, pattern, table);
      if (fault) return { rejected: 'boundary', by: fault };
    }
    const word = start === from || end === to ? edges.crossing(text, from, to, pattern.units) : undefined;
    if (word !== undefined) return { rejected: 'boundary', by: word };
    if (checks & SHORT_TITLE && !isIntroduced(run, pattern))
      return { rejected: 'short-title', by: pattern.introducedBy[0] ?? '' };
    if (checks & GENERAL && !run.sense.isAboutAi(start, checks & SAME_SENTENCE ? 0 : 1))
      return { rejected: 'sense', by: '' };
    return { start, end };
  }

  /** Decides on everything that begins at `at`. Returns the offset to go on from. */
  function resolve(run: Run, at: number): number {
    const hits = walker.walk(run.text, at);
    const { count, numbers, ends, quoted } = hits;
    if (count === 0) return at + 1;
    for (let index = count - 1; index >= 0; index--) {
      const pattern = patterns[numbers[index] ?? 0];
      const to = ends[index] ?? 0;
      if (pattern?.exception && to > run.exceptionEnd) run.exceptionEnd = to;
    }
    for (let index = count - 1; index >= 0; index--) {
      const pattern = patterns[numbers[index] ?? 0];
      const to = ends[index] ?? 0;
      if (pattern?.decoy && to > run.exceptionEnd && to > run.decoyEnd) {
        run.decoyEnd = to;
        run.decoy = pattern.form;
      }
    }
    for (let index = count - 1; index >= 0; index--) {
      const pattern = patterns[numbers[index] ?? 0];
      const to = ends[index] ?? 0;
      if (pattern?.term === undefined) continue;
      const verdict = judge(run, pattern, at, to, quoted[index] ?? false);
      if (run.trace) trace(run, pattern, at, to, verdict);
      if ('rejected' in verdict) continue;
      const { start, end } = verdict;
      run.matches.push({ start, end, text: textAt(run.text, start, end, pattern.form), term: pattern.term });
      run.end = end;
      if (run.trace) traceLonger(run, at, index - 1);
      return end;
    }
    return at + 1;
  }

  function trace(
    { text, trace: list }: Run,
    { term, form }: Pattern,
    start: number,
    end: number,
    verdict: Verdict,
  ): void {
    if (term !== undefined) list?.push({ start, end, text: text.slice(start, end), term, form, verdict });
  }

  /** The terms among the hits of the last walk, up to number `last`, lost to the last match. */
  function traceLonger(run: Run, at: number, last: number): void {
    const { hits } = walker;
    const by = run.matches.at(-1)?.text ?? '';
    for (let index = last; index >= 0; index--) {
      const pattern = patterns[hits.numbers[index] ?? 0];
      if (pattern) trace(run, pattern, at, hits.ends[index] ?? 0, { rejected: 'longer-term', by });
    }
  }

  function explain(text: string, context: TextContext = {}): readonly Candidate[] {
    const candidates: Candidate[] = [];
    const run = newRun(text, context, candidates);
    let from = 0;
    for (
      let at = nextStart(text, 0, text.length, termMasks);
      at >= 0;
      at = nextStart(text, at + 1, text.length, termMasks)
    ) {
      if (at >= from) from = resolve(run, at);
      else traceLonger(run, at, walker.walk(text, at).count - 1);
    }
    return candidates;
  }

  function newRun(text: string, context: TextContext, trace: Candidate[] | undefined): Run {
    return {
      ...{ text, context, trace, matches: [], end: 0, decoyEnd: 0, decoy: '', exceptionEnd: 0 },
      sense: createSense(text, context.before ?? '', context.after ?? '', hasSignal),
      documents: undefined,
    };
  }

  function scan(text: string, context: TextContext = {}): TermMatch[] {
    const run = newRun(text, context, undefined);
    const { length } = text;
    let from = 0;
    for (;;) {
      const at = nextStart(text, from, length, termMasks);
      if (at < 0) return run.matches;
      from = resolve(run, at);
    }
  }

  return { scan, survey, explain };
}

/** The text of a span; where it is the form itself, that string, so that nothing is allocated. */
function textAt(text: string, start: number, end: number, form: string): string {
  return end - start === form.length && text.startsWith(form, start) ? form : text.slice(start, end);
}
