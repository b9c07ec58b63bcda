import { boundaryFault, wordEnd } from './boundaries.ts';
import { createEdges } from './edges.ts';
import type { Candidate, Verdict } from './explain.ts';
import { createJudge, type Scene } from './judge.ts';
import { compilePatterns, type Pattern } from './patterns.ts';
import { createSense } from './sense.ts';
import type { Role, Starts } from './starts.ts';
import { longPatternsOf, visitStretches } from './stretches.ts';
import type { Lexicon, TermMatch } from './types.ts';
import { createWalker } from './walk.ts';

/** What a block's surroundings tell about it. */
export interface TextContext {
  /** Texts of the neighbouring blocks; empty at the ends. */
  readonly before?: string;
  readonly after?: string;
  /** What {@link TermScanner.survey} has reported of the page, this block included; without it the block speaks alone. */
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

interface Run extends Scene {
  readonly matches: TermMatch[];
  /** Every verdict, where someone wants to know. */
  readonly trace: Candidate[] | undefined;
  end: number;
  decoyEnd: number;
  decoy: string;
  /** Decoys that end before this are inside of an exception. */
  exceptionEnd: number;
  /** The documents that have been named so far. */
  readonly documents: Set<string>;
}

/** Compiles a lexicon; afterwards scanning allocates little but the matches. */
export function createTermScanner(lexicon: Lexicon): TermScanner {
  const compiled = compilePatterns(lexicon);
  const { folding, patterns, isForm, alphabet } = compiled;
  const edges = createEdges(lexicon.words.map(folding.unitsOf), isForm, folding.table);
  for (const pattern of patterns) {
    if (pattern?.term === undefined) continue;
    const { before, after } = edges.masksOf(pattern.units);
    pattern.wordsBefore = before;
    pattern.wordsAfter = after;
  }
  const judge = createJudge(edges, folding.table);
  const walker = createWalker(compiled);
  /** Looks for signals and documents while the hits of `walker` are still being judged. */
  const prober = createWalker(compiled);
  const termStarts = walker.startsOf(
    ({ term, decoy, exception }) => term !== undefined || decoy || exception,
  );
  const signalStarts = prober.startsOf(({ signal }) => signal);
  const isDocument: Role = ({ document }) => document !== undefined;
  const documentStarts = prober.startsOf(isDocument);
  const documents = longPatternsOf(patterns, alphabet.numbers, alphabet.size, isDocument);

  /** Whether `accept` takes one of the patterns of a stretch of a text. */
  function someHit(
    text: string,
    from: number,
    to: number,
    starts: Starts,
    accept: (pattern: Pattern, start: number, end: number) => boolean,
  ): boolean {
    for (
      let at = prober.nextStart(text, from, to, starts);
      at >= 0;
      at = prober.nextStart(text, at + 1, to, starts)
    ) {
      const { count, patterns: found, ends } = prober.walk(text, at);
      for (let index = 0; index < count; index++) {
        const pattern = found[index];
        const end = ends[index] ?? 0;
        if (pattern && end <= to && accept(pattern, at, end)) return true;
      }
    }
    return false;
  }

  function hasSignal(text: string, start: number, end: number): boolean {
    return someHit(
      text,
      start,
      end,
      signalStarts,
      (pattern, from, to) => pattern.signal && !boundaryFault(text, from, to, pattern, folding.table),
    );
  }

  function survey(text: string): readonly string[] {
    const found = new Set<string>();
    const note = ({ document }: Pattern): boolean => {
      if (document !== undefined) found.add(document);
      return false;
    };
    visitStretches(text, alphabet.symbols, documents, (start, end) => {
      someHit(text, start, end, documentStarts, note);
    });
    return [...found];
  }

  function newRun(text: string, { before = '', after = '', facts }: TextContext, trace?: Candidate[]): Run {
    let own: readonly string[] | undefined;
    const seen = new Set<string>();
    return {
      text,
      trace,
      matches: [],
      end: 0,
      decoyEnd: 0,
      decoy: '',
      exceptionEnd: 0,
      documents: seen,
      sense: createSense(text, before, after, hasSignal),
      isNamed(documents) {
        if (documents.some((document) => seen.has(document) || facts?.has(document))) return true;
        if (facts) return false;
        own ??= survey(text);
        const named = own;
        return documents.some((document) => named.includes(document));
      },
    };
  }

  /** Takes note of what among the hits of the last walk is more than a term. */
  function noteSpecial(run: Run, at: number): void {
    const { count, patterns: found, ends } = walker.hits;
    for (let index = 0; index < count; index++) {
      const pattern = found[index];
      const to = ends[index] ?? 0;
      if (!pattern?.special) continue;
      if (pattern.exception && to > run.exceptionEnd) run.exceptionEnd = to;
      if (pattern.document !== undefined) run.documents.add(pattern.document);
      if (pattern.signal && !boundaryFault(run.text, at, to, pattern, folding.table))
        run.sense.noteSignal(to);
    }
    for (let index = 0; index < count; index++) {
      const pattern = found[index];
      if (!pattern?.decoy) continue;
      const to = wordEnd(run.text, ends[index] ?? 0);
      if (to <= run.exceptionEnd || to <= run.decoyEnd) continue;
      run.decoyEnd = to;
      run.decoy = pattern.form;
    }
  }

  /** Decides on everything that begins at `at`. Returns the offset to go on from. */
  function resolve(run: Run, at: number): number {
    const { text } = run;
    const hits = walker.walk(text, at);
    if (hits.special) noteSpecial(run, at);
    for (let index = hits.count - 1; index >= 0; index--) {
      const pattern = hits.patterns[index];
      if (pattern?.term === undefined) continue;
      const to = hits.ends[index] ?? 0;
      const verdict = judge(run, pattern, at, to, hits.quoted[index] ?? false);
      if (run.trace) note(run, pattern, at, to, verdict);
      if ('rejected' in verdict) continue;
      const { start, end } = verdict;
      run.matches.push({ start, end, text: text.slice(start, end), term: pattern.term });
      run.end = end;
      if (run.trace) noteLonger(run, at, index - 1);
      return end;
    }
    return at + 1;
  }

  function note(
    { text, trace }: Run,
    { term, form }: Pattern,
    start: number,
    end: number,
    verdict: Verdict,
  ): void {
    if (term !== undefined) trace?.push({ start, end, text: text.slice(start, end), term, form, verdict });
  }

  /** The terms among the hits of the last walk, up to number `last`, lost to the last match. */
  function noteLonger(run: Run, at: number, last: number): void {
    const { hits } = walker;
    const by = run.matches.at(-1)?.text ?? '';
    for (let index = last; index >= 0; index--) {
      const pattern = hits.patterns[index];
      if (pattern) note(run, pattern, at, hits.ends[index] ?? 0, { rejected: 'longer-term', by });
    }
  }

  return {
    survey,
    scan(text, context = {}) {
      const run = newRun(text, context);
      const { length } = text;
      for (let from = 0; ; ) {
        const at = walker.nextStart(text, from, length, termStarts);
        if (at < 0) return run.matches;
        from = resolve(run, at);
      }
    },
    explain(text, context = {}) {
      const candidates: Candidate[] = [];
      const run = newRun(text, context, candidates);
      const { length } = text;
      let from = 0;
      for (let at = walker.nextStart(text, 0, length, termStarts, true); at >= 0; ) {
        if (at >= from) from = resolve(run, at);
        else noteLonger(run, at, walker.walk(text, at).count - 1);
        at = walker.nextStart(text, at + 1, length, termStarts, true);
      }
      return candidates;
    },
  };
}
