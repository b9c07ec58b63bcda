import { type Annotator, createAnnotator } from './annotate.ts';
import { applyPatch, type LexiconPatch } from './glossary/patch.ts';
import type { FigureCue } from './knowledge/figure-match.ts';
import type { Lexicon, LexiconEntry } from './terms/types.ts';
import { CLASSES, HYPHEN, IDEOGRAPH, SKIPPABLE } from './text/characters.ts';
import { createFolding } from './text/folding.ts';

/**
 * An annotator that knows the reader's own terms as well. Compiling 20,000 of them would hold the page up for most of
 * a second; so only those take part whose first characters the page has anywhere. `pageText` is what is known of the
 * page at the start; later texts bring in what they need. The annotations are the same as with all terms compiled.
 */
export function createOwnAnnotator(
  lexicon: Lexicon,
  patch: LexiconPatch,
  cues: readonly FigureCue[],
  pageText: string,
): Annotator {
  const index = createBeginnings(patch, lexicon.scriptPairs);
  let terms = index.take(pageText);
  const compile = () => createAnnotator(applyPatch(lexicon, { ...patch, terms }), cues);
  let annotator = compile();
  const knowing = (...texts: readonly string[]): Annotator => {
    const more = texts.flatMap(index.take);
    if (more.length > 0) {
      terms = [...terms, ...more];
      annotator = compile();
    }
    return annotator;
  };
  return {
    annotateText: (text, options) => knowing(text).annotateText(text, options),
    annotateBlocks: (blocks) => knowing(...blocks).annotateBlocks(blocks),
    annotateBlock: (text, context) => knowing(text).annotateBlock(text, context),
    survey: (text) => annotator.survey(text),
    explainText: (text, options) => knowing(text).explainText(text, options),
  };
}

interface Beginnings {
  /** The terms that may occur in a text and were not taken before. */
  readonly take: (text: string) => readonly LexiconEntry[];
}

/**
 * Own terms by the beginnings of their forms, as the recogniser folds them, without what it may skip: three
 * ideographs, else two characters. No rule of spelling changes these (a plural, a bracket come later).
 */
function createBeginnings({ terms, scriptPairs }: LexiconPatch, builtInPairs: string): Beginnings {
  const { table } = createFolding(builtInPairs + scriptPairs);
  const waiting = new Map<number, LexiconEntry[]>();
  const starts = new Uint8Array(0x10000);
  const taken = new Set<LexiconEntry>();
  for (const term of terms) {
    for (const form of term.forms) {
      const [first = 0, second = 0, third = 0] = beginningOf(form, table);
      const isChinese = [first, second, third].every((unit) => (CLASSES[unit] ?? 0) & IDEOGRAPH);
      const key = keyOf(first, second, isChinese ? third : 0);
      starts[first] = 1;
      const others = waiting.get(key);
      if (others) others.push(term);
      else waiting.set(key, [term]);
    }
  }

  function take(text: string): readonly LexiconEntry[] {
    const found: LexiconEntry[] = [];
    if (waiting.size === 0) return found;
    const seek = (key: number): void => {
      const entries = waiting.get(key);
      if (!entries) return;
      waiting.delete(key);
      for (const entry of entries) {
        if (taken.has(entry)) continue;
        taken.add(entry);
        found.push(entry);
      }
    };
    let first = 0;
    let second = 0;
    for (let at = 0; at <= text.length + 1; at++) {
      // Two empty units behind the end let the last beginnings be looked at.
      const code = at < text.length ? text.charCodeAt(at) : 0;
      if ((CLASSES[code] ?? 0) & IGNORED) continue;
      const unit = table[code] ?? code;
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
    if (((CLASSES[code] ?? 0) & IGNORED) === 0) units.push(table[code] ?? code);
  }
  return units;
}

function keyOf(first: number, second: number, third: number): number {
  return (first * 0x10000 + second) * 0x10000 + third;
}
