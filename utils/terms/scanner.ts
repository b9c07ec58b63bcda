import { BOUNDARY_CHECKS, boundaryFault, wordEnd } from './boundaries.ts';
import { type Compiled, compileSteps } from './compile.ts';
import type { Candidate, Verdict } from './explain.ts';
import { createJudge, type Ruling, type Scene } from './judge.ts';
import { DECOY, DOCUMENT, EXCEPTION, patternsOf, SIGNAL, TERM } from './patterns.ts';
import { createSense } from './sense.ts';
import type { Starts } from './starts.ts';
import { atOnce } from './steps.ts';
import { longPatternsOf, visitStretches } from './stretches.ts';
import type { Lexicon, TermId, TermMatch } from './types.ts';
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
  /** As `scan`, but tells what it finds instead of making objects of it. */
  readonly find: (text: string, found: Found, context?: TextContext) => void;
  /** The documents that a block names in full, as {@link TextContext.facts} wants them. */
  readonly survey: (text: string) => readonly string[];
  /** Every candidate of a block, kept or rejected, with the reason; slower than `scan`, same result. */
  readonly explain: (text: string, context?: TextContext) => readonly Candidate[];
}

/** Takes a term that has been found. */
type Found = (start: number, end: number, term: TermId) => void;

interface Run extends Scene {
  readonly found: (start: number, end: number, number: number) => void;
  /** Every verdict, where someone wants to know. */
  readonly trace: Candidate[] | undefined;
  readonly others: Set<number>;
  end: number;
  decoyEnd: number;
  decoy: string;
  /** Decoys that end before this are inside of an exception. */
  exceptionEnd: number;
}

/** Compiles a lexicon, or takes it as compiled; afterwards scanning allocates little but the matches. */
export function createTermScanner(
  lexicon: Lexicon,
  compiled: Compiled = atOnce(compileSteps(lexicon)),
): TermScanner {
  const { patterns, edges, termStarts, signalStarts, documentStarts } = compiled;
  const { folding, forms, terms, checks, alphabet } = patterns;
  const { accepts, ruling } = createJudge(patterns, edges);
  const walker = createWalker(patterns);
  /** Looks for signals and documents while the hits of `walker` are still being judged. */
  const prober = createWalker(patterns);
  const documents = longPatternsOf(
    patternsOf(patterns, DOCUMENT).map((number) => patterns.units[number] ?? ''),
    alphabet,
  );

  /** Whether `accept` takes one of the patterns of a stretch of a text. */
  function someHit(
    text: string,
    from: number,
    to: number,
    starts: Starts,
    role: number,
    accept: (number: number, start: number, end: number) => boolean,
  ): boolean {
    const { places, hits } = prober;
    for (let next = from; next < to; ) {
      next = prober.findPlaces(text, next, to, starts);
      for (let place = 0; place < places.count; place++) {
        const at = places.offsets[place] ?? 0;
        prober.walk(text, at);
        if ((hits.checks & role) === 0) continue;
        for (let index = 0; index < hits.count; index++) {
          const number = hits.numbers[index] ?? 0;
          const end = hits.ends[index] ?? 0;
          if ((checks[number] ?? 0) & role && end <= to && accept(number, at, end)) return true;
        }
      }
    }
    return false;
  }

  /** A model is a signal with the number of its version, too (GPT-4, Qwen3); AI4 is a flight. */
  function isSignal(text: string, from: number, to: number, number: number): boolean {
    const asked = checks[number] ?? 0;
    if ((asked & BOUNDARY_CHECKS) === 0) return true;
    const fault = boundaryFault(text, from, to, asked, forms[number] ?? '', folding.table);
    if (!fault) return true;
    return (
      terms[number] === undefined &&
      (fault === 'name' || (fault === 'letter-after' && /\d/u.test(text.charAt(to))))
    );
  }

  function hasSignal(text: string, start: number, end: number): boolean {
    return someHit(text, start, end, signalStarts, SIGNAL, (number, from, to) =>
      isSignal(text, from, to, number),
    );
  }

  function formsIn(text: string, start: number, end: number): ReadonlySet<number> {
    const found = new Set<number>();
    someHit(text, start, end, termStarts, TERM, (number) => {
      found.add(number);
      return false;
    });
    return found;
  }

  function survey(text: string): readonly string[] {
    const named = new Set<string>();
    const note = (number: number): boolean => {
      const document = patterns.documents.get(number);
      if (document !== undefined) named.add(document);
      return false;
    };
    visitStretches(text, alphabet.symbols, documents, (start, end) => {
      someHit(text, start, end, documentStarts, DOCUMENT, note);
    });
    return [...named];
  }

  function newRun(text: string, context: TextContext, found: Run['found'], trace?: Candidate[]): Run {
    const { before = '', after = '', facts } = context;
    let named = facts;
    return {
      text,
      found,
      trace,
      end: 0,
      decoyEnd: 0,
      decoy: '',
      exceptionEnd: 0,
      others: new Set(),
      sense: createSense(text, before, after, hasSignal, formsIn),
      isNamed(names) {
        named ??= new Set(survey(text));
        const known = named;
        return names.some((name) => known.has(name));
      },
    };
  }

  /** Takes note of what among the hits of the last walk is more than a term. */
  function noteSpecial(run: Run, at: number): void {
    const { count, numbers, ends } = walker.hits;
    for (let index = 0; index < count; index++) {
      const number = numbers[index] ?? 0;
      const roles = checks[number] ?? 0;
      const to = ends[index] ?? 0;
      if (roles & EXCEPTION && to > run.exceptionEnd) run.exceptionEnd = to;
      if (roles & SIGNAL && isSignal(run.text, at, to, number)) run.sense.noteSignal(to);
    }
    if ((walker.hits.checks & DECOY) === 0) return;
    for (let index = 0; index < count; index++) {
      const number = numbers[index] ?? 0;
      if (((checks[number] ?? 0) & DECOY) === 0) continue;
      const to = wordEnd(run.text, ends[index] ?? 0);
      if (to <= run.exceptionEnd || to <= run.decoyEnd) continue;
      run.decoyEnd = to;
      run.decoy = forms[number] ?? '';
    }
  }

  /** Decides on everything that begins at `at`. Returns the offset to go on from. */
  function resolve(run: Run, at: number): number {
    const hits = walker.walk(run.text, at);
    if (hits.checks & (DECOY | EXCEPTION | SIGNAL)) noteSpecial(run, at);
    if ((hits.checks & TERM) === 0) return at + 1;
    for (let index = hits.count - 1; index >= 0; index--) {
      const number = hits.numbers[index] ?? 0;
      if (((checks[number] ?? 0) & TERM) === 0) continue;
      const to = hits.ends[index] ?? 0;
      const accepted = accepts(run, number, at, to, hits.quoted[index] === 1);
      if (run.trace) note(run, number, at, to, verdictOf(ruling));
      if (!accepted) {
        // No shorter term is in a name: 《演算法》 has no 算法.
        if (ruling.by === 'name' && to > run.decoyEnd) {
          run.decoyEnd = to;
          run.decoy = forms[number] ?? '';
        }
        if (ruling.by === 'capitals') run.others.add(number);
        continue;
      }
      const { start, end } = ruling;
      run.found(start, end, number);
      run.end = end;
      if (run.trace) noteLonger(run, at, index - 1, run.text.slice(start, end));
      return end;
    }
    return at + 1;
  }

  function note({ text, trace }: Run, number: number, start: number, end: number, verdict: Verdict): void {
    const term = terms[number];
    if (term === undefined) return;
    trace?.push({ start, end, text: text.slice(start, end), term, form: forms[number] ?? '', verdict });
  }

  /** The terms among the hits of the last walk, up to number `last`, lost to the term `by`. */
  function noteLonger(run: Run, at: number, last: number, by: string): void {
    const { numbers, ends } = walker.hits;
    for (let index = last; index >= 0; index--)
      note(run, numbers[index] ?? 0, at, ends[index] ?? 0, { rejected: 'longer-term', by });
  }

  function run(text: string, context: TextContext, found: Run['found']): void {
    const running = newRun(text, context, found);
    const { places } = walker;
    for (let next = 0, from = 0; next < text.length; ) {
      next = walker.findPlaces(text, next, text.length, termStarts);
      for (let place = 0; place < places.count; place++) {
        const at = places.offsets[place] ?? 0;
        // Inside of a term nothing begins.
        if (at >= from) from = resolve(running, at);
      }
    }
  }

  /** A text of a form's length is mostly that form: so it need not be cut out and kept once more. */
  function written(text: string, start: number, end: number, form: string): string {
    return end - start === form.length && text.startsWith(form, start) ? form : text.slice(start, end);
  }

  return {
    survey,
    find(text, found, context = {}) {
      run(text, context, (start, end, number) => found(start, end, terms[number] ?? ''));
    },
    scan(text, context = {}) {
      const matches: TermMatch[] = [];
      run(text, context, (start, end, number) => {
        const form = forms[number] ?? '';
        matches.push({ start, end, text: written(text, start, end, form), term: terms[number] ?? '' });
      });
      return matches;
    },
    explain(text, context = {}) {
      const candidates: Candidate[] = [];
      let last = '';
      const found = (start: number, end: number): void => {
        last = text.slice(start, end);
      };
      const run = newRun(text, context, found, candidates);
      let from = 0;
      // Inside of Latin words as well, where nothing is found.
      for (let at = 0; at < text.length; at++) {
        if (at >= from) from = resolve(run, at);
        else noteLonger(run, at, walker.walk(text, at).count - 1, last);
      }
      return candidates;
    },
  };
}

function verdictOf({ start, end, rejected, by }: Ruling): Verdict {
  return rejected === undefined ? { start, end } : { rejected, by };
}
