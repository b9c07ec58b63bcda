import type { Annotation, FigureAnnotation, TermAnnotation } from './annotation.ts';
import { findFigures } from './figures/find.ts';
import type { Figure } from './figures/types.ts';
import { type FigureCue, matchKnownFigure } from './knowledge/figure-match.ts';
import type { Compiled } from './terms/compile.ts';
import type { Candidate } from './terms/explain.ts';
import { createTermScanner, type TextContext } from './terms/scanner.ts';
import type { Lexicon, TermId } from './terms/types.ts';

/** What an annotator may know beyond the block itself. */
interface BlockContext {
  /** Texts of the neighbouring blocks; empty at the ends. */
  readonly before: string;
  readonly after: string;
  /** What {@link Annotator.survey} has reported anywhere on the page. */
  readonly facts: ReadonlySet<string>;
}

interface TextOptions {
  /** Newlines are soft: a term or a figure may run over the end of a line. Otherwise a newline ends a paragraph. */
  readonly wrapped?: boolean;
}

/**
 * Terms and figures of a text. Annotations come in order of their start and never cross; one may lie inside of another
 * (ZB in 41.06泽字节（ZB）, the figure 从0到1 in the term “从0到1”), then the outer one comes first, and of two with the
 * same extent the term.
 */
export interface Annotator {
  readonly annotateText: (text: string, options?: TextOptions) => Annotation[];
  /** Annotates blocks as one text, a block a line; offsets are of that text. */
  readonly annotateBlocks: (blocks: readonly string[]) => { text: string; annotations: Annotation[] };
  readonly annotateBlock: (text: string, context: BlockContext) => Annotation[];
  /** Names the documents that a block tells the whole page about. */
  readonly survey: (text: string) => readonly string[];
  /** Every candidate for a term, kept or rejected, with the reason. */
  readonly explainText: (text: string, options?: TextOptions) => readonly Candidate[];
}

/**
 * Puts the recognisers of terms and figures together; `cues` tell which figures are known ones of the policy. `compiled`
 * is the lexicon as a scanner reads it, where it is at hand.
 */
export function createAnnotator(
  lexicon: Lexicon,
  cues: readonly FigureCue[] = [],
  compiled?: Compiled,
): Annotator {
  const scanner = createTermScanner(lexicon, compiled);

  function termsOf(text: string, context?: TextContext): TermAnnotation[] {
    const terms: TermAnnotation[] = [];
    const add = (start: number, end: number, term: TermId): void => {
      terms.push({ kind: 'term', start, end, text: text.slice(start, end), term });
    };
    scanner.find(text, add, context);
    return terms;
  }

  /** Of a text with soft newlines: a word that a hyphen breaks at the end of a line is read as one as well. */
  function termsOfLines(text: string): TermAnnotation[] {
    const whole = joinWords(text);
    if (whole === text) return termsOf(text);
    const rejoined = termsOf(whole)
      .map((term) => ({ ...term, text: text.slice(term.start, term.end) }))
      .filter((term) => term.text !== whole.slice(term.start, term.end));
    const others = termsOf(text).filter(
      ({ start, end }) => !rejoined.some((term) => term.start < end && start < term.end),
    );
    return [...others, ...rejoined].sort((one, other) => one.start - other.start);
  }

  function annotateBlock(text: string, context: BlockContext): Annotation[] {
    return merge(termsOf(text, context), findFigures(text), (figure) => annotateFigure(cues, figure, text));
  }

  function annotateBlocks(blocks: readonly string[]): { text: string; annotations: Annotation[] } {
    const annotations = overBlocks(blocks, scanner.survey, (block, context, offset) =>
      annotateBlock(block, context).map((annotation) => moveBy(annotation, offset)),
    );
    return { text: blocks.join('\n'), annotations };
  }

  return {
    annotateBlock,
    annotateBlocks,
    survey: scanner.survey,
    annotateText(text, { wrapped = false } = {}) {
      if (!wrapped) return annotateBlocks(text.split('\n')).annotations;
      const joined = joinLines(text);
      return merge(termsOfLines(text), findFigures(joined), (figure) => ({
        ...annotateFigure(cues, figure, joined),
        text: text.slice(figure.start, figure.end),
      }));
    },
    explainText(text, { wrapped = false } = {}) {
      const blocks = wrapped ? [text] : text.split('\n');
      return overBlocks(blocks, scanner.survey, (block, context, offset) =>
        scanner.explain(block, context).map((candidate) => moveCandidate(candidate, offset)),
      );
    },
  };
}

/** Runs over blocks with their neighbours and what all of them tell; an empty block is no neighbour. */
function overBlocks<T>(
  blocks: readonly string[],
  survey: (text: string) => readonly string[],
  each: (block: string, context: Required<TextContext>, offset: number) => readonly T[],
): T[] {
  const facts = new Set(blocks.flatMap(survey));
  const filled = blocks.flatMap((block, index) => (block.trim() === '' ? [] : [index]));
  const starts: number[] = [];
  let length = 0;
  for (const block of blocks) {
    starts.push(length);
    length += block.length + 1;
  }
  const at = (place: number): string => blocks[filled[place] ?? -1] ?? '';
  return filled.flatMap((index, place) =>
    each(at(place), { before: at(place - 1), after: at(place + 1), facts }, starts[index] ?? 0),
  );
}

/**
 * Terms and figures in order. Where they cross the term stays: what a figure shares with a term's name is a part of
 * that name. A figure inside of a term is a part of the name as well (第六代 in 第六代移动通信), unless it is all of it.
 */
function merge(
  terms: readonly TermAnnotation[],
  figures: readonly Figure[],
  annotate: (figure: Figure) => FigureAnnotation,
): Annotation[] {
  const merged: Annotation[] = [];
  let place = 0;
  for (const figure of figures) {
    let term = terms[place];
    while (term && term.end <= figure.start) {
      merged.push(term);
      term = terms[++place];
    }
    if (term && !standsBeside(figure, terms, place)) continue;
    if (term && term.start <= figure.start && figure.end <= term.end) {
      merged.push(term);
      place++;
    }
    merged.push(annotate(figure));
  }
  for (; place < terms.length; place++) {
    const term = terms[place];
    if (term) merged.push(term);
  }
  return merged;
}

/** Whether a figure and the terms from `place` on do not cross, and none of the terms has swallowed it. */
function standsBeside(figure: Figure, terms: readonly TermAnnotation[], place: number): boolean {
  for (let index = place; index < terms.length; index++) {
    const term = terms[index];
    if (!term || term.start >= figure.end) return true;
    const insideOfFigure = figure.start <= term.start && term.end <= figure.end;
    if (!insideOfFigure && !isWholeOf(figure, term)) return false;
  }
  return true;
}

/** Whether a figure is all of a term but its quotation marks. */
function isWholeOf(figure: Figure, term: TermAnnotation): boolean {
  if (figure.start < term.start || figure.end > term.end) return false;
  const around = term.text.slice(0, figure.start - term.start) + term.text.slice(figure.end - term.start);
  return /^[\s"'“”‘’「」『』]*$/u.test(around);
}

function annotateFigure(cues: readonly FigureCue[], figure: Figure, text: string): FigureAnnotation {
  const known = cues.length === 0 ? undefined : matchKnownFigure(cues, figure, clauseAround(text, figure));
  return known === undefined ? { kind: 'figure', ...figure } : { kind: 'figure', ...figure, known };
}

/** A clause is looked at this far on either side, in code units. */
const CLAUSE_REACH = 60;
const CLAUSE_END = /[，。；：！？,;!?]/u;

/** The clause that a figure stands in; 、 does not end it. */
function clauseAround(text: string, { start, end }: Figure): string {
  let from = start;
  while (from > 0 && start - from < CLAUSE_REACH && !CLAUSE_END.test(text.charAt(from - 1))) from--;
  let to = end;
  while (to < text.length && to - end < CLAUSE_REACH && !CLAUSE_END.test(text.charAt(to))) to++;
  return text.slice(from, to);
}

/** Of each run of line ends the first one stays, so that an empty line is as soft as a line end; same length. */
function joinLines(text: string): string {
  return text.replace(/[\n\r\f\v\u0085\u2028\u2029][\s]*/gu, (run) => `\n${' '.repeat(run.length - 1)}`);
}

/** intel-⏎ligence without its hyphen and line end, which soft hyphens take the room of; same length. */
function joinWords(text: string): string {
  return text.replace(/(?<=[a-z])-\r?\n[ \t]*(?=[a-z])/gu, (run) => '\u00ad'.repeat(run.length));
}

function moveBy(annotation: Annotation, offset: number): Annotation {
  const moved = { ...annotation, start: annotation.start + offset, end: annotation.end + offset };
  if (moved.kind === 'term') return moved;
  return {
    ...moved,
    core: [moved.core[0] + offset, moved.core[1] + offset],
    num: [moved.num[0] + offset, moved.num[1] + offset],
  };
}

function moveCandidate(candidate: Candidate, offset: number): Candidate {
  const { verdict } = candidate;
  return {
    ...candidate,
    start: candidate.start + offset,
    end: candidate.end + offset,
    verdict: 'rejected' in verdict ? verdict : { start: verdict.start + offset, end: verdict.end + offset },
  };
}
