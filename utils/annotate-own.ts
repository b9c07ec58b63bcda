import { type Annotator, createAnnotator } from './annotate.ts';
import { applyPatch, type LexiconPatch, termAt } from './glossary/patch.ts';
import type { FigureCue } from './knowledge/figure-match.ts';
import { compileSteps } from './terms/compile.ts';
import { atOnce, type Step } from './terms/steps.ts';
import type { Category, Lexicon, LexiconEntry } from './terms/types.ts';
import { CLASSES, HYPHEN, IDEOGRAPH, SKIPPABLE } from './text/characters.ts';
import { createFolding, foldedUnit } from './text/folding.ts';

/** The built-in lexicon as it is compiled already. */
export interface BuiltIn {
  readonly lexicon: Lexicon;
  readonly cues: readonly FigureCue[];
  readonly annotator: Annotator;
}

/** An annotator that knows the reader's own terms as well. */
export interface OwnAnnotator extends Annotator {
  /** Whether any own term has been seen in a text, so that its annotations may differ from the built-in ones. */
  readonly hasOwn: () => boolean;
  /** The category of an own term that has been found; undefined for every other id. */
  readonly categoryOf: (id: string) => Category | undefined;
}

/**
 * Makes an annotator that knows the own terms, step by step, so that 20,000 of them never hold a page up; each step
 * says what the next one is. Compiling all would take most of a second; so only those take part whose first characters
 * the page has anywhere. `pageText` is what is known of the page at the start; a later text brings in what it needs, at
 * once. The annotations are the same as with all terms compiled. As long as no own term is seen, nothing is compiled and
 * the built-in annotator does the work.
 */
export function* prepareOwnAnnotator(
  builtIn: BuiltIn,
  patch: LexiconPatch,
  pageText: string,
): Generator<Step, OwnAnnotator> {
  const { lexicon, cues } = builtIn;
  const index = yield* indexBeginnings(patch, lexicon.scriptPairs);
  let terms = yield* index.take(pageText);
  function* compile(): Generator<Step, Annotator> {
    const patched = applyPatch(lexicon, patch, terms);
    return createAnnotator(patched, cues, yield* compileSteps(patched));
  }
  let annotator = terms.length > 0 ? yield* compile() : builtIn.annotator;
  const knowing = (...texts: readonly string[]): Annotator => {
    const more = texts.flatMap((text) => atOnce(index.take(text)));
    if (more.length > 0) {
      terms = [...terms, ...more];
      annotator = atOnce(compile());
    }
    return annotator;
  };
  return {
    annotateText: (text, options) => knowing(text).annotateText(text, options),
    annotateBlocks: (blocks) => knowing(...blocks).annotateBlocks(blocks),
    annotateBlock: (text, context) => knowing(text).annotateBlock(text, context),
    survey: (text) => annotator.survey(text),
    explainText: (text, options) => knowing(text).explainText(text, options),
    hasOwn: () => terms.length > 0,
    categoryOf: (id) => terms.find((term) => term.id === id)?.category,
  };
}

interface Beginnings {
  /** The terms that may occur in a text and were not taken before. */
  readonly take: (text: string) => Generator<Step, readonly LexiconEntry[]>;
}

/** Terms indexed and characters looked at in one step. */
const TERMS_PER_STEP = 50;
const CHARACTERS_PER_STEP = 1 << 12;

/**
 * Own terms by the beginnings of their forms, as the recogniser folds them, without what it may skip: three
 * ideographs, else two characters. No rule of spelling changes these (a plural, a bracket come later).
 */
function* indexBeginnings(
  { terms, scriptPairs }: LexiconPatch,
  builtInPairs: string,
): Generator<Step, Beginnings> {
  const { table } = createFolding(builtInPairs + scriptPairs);
  /** The places in `terms` where the terms begin that wait for a beginning. */
  const waiting = new Map<number, number[]>();
  const starts = new Uint8Array(0x10000);
  const taken = new Set<number>();
  let steps = 0;
  for (let line = 0; line < terms.length; line = terms.indexOf('\n', line) + 1) {
    if (++steps % TERMS_PER_STEP === 0) yield 'small';
    for (const form of termAt(terms, line).forms) {
      const [first = 0, second = 0, third = 0] = beginningOf(form, table);
      const isChinese = [first, second, third].every((unit) => (CLASSES[unit] ?? 0) & IDEOGRAPH);
      const key = keyOf(first, second, isChinese ? third : 0);
      starts[first] = 1;
      const others = waiting.get(key);
      if (others) others.push(line);
      else waiting.set(key, [line]);
    }
  }

  function* take(text: string): Generator<Step, readonly LexiconEntry[]> {
    const found: LexiconEntry[] = [];
    if (waiting.size === 0) return found;
    const seek = (key: number): void => {
      const lines = waiting.get(key);
      if (!lines) return;
      waiting.delete(key);
      for (const line of lines) {
        if (taken.has(line)) continue;
        taken.add(line);
        found.push(termAt(terms, line));
      }
    };
    let first = 0;
    let second = 0;
    for (let at = 0; at <= text.length + 1; at++) {
      if (at % CHARACTERS_PER_STEP === CHARACTERS_PER_STEP - 1) yield 'small';
      // Two empty units behind the end let the last beginnings be looked at.
      const code = at < text.length ? text.charCodeAt(at) : 0;
      if ((CLASSES[code] ?? 0) & IGNORED) continue;
      const unit = foldedUnit(table, code);
      if (starts[first]) {
        seek(keyOf(first, second, unit));
        seek(keyOf(first, second, 0));
      }
      first = second;
      second = unit;
    }
    return found;
  }
  return { take };
}

const IGNORED = SKIPPABLE | HYPHEN;

/** The first three folded units of a form that are not ignored; fewer where it has fewer. */
function beginningOf(form: string, table: Uint16Array): readonly number[] {
  const units: number[] = [];
  for (let at = 0; at < form.length && units.length < 3; at++) {
    const code = form.charCodeAt(at);
    if (((CLASSES[code] ?? 0) & IGNORED) === 0) units.push(foldedUnit(table, code));
  }
  return units;
}

function keyOf(first: number, second: number, third: number): number {
  return (first * 0x10000 + second) * 0x10000 + third;
}
