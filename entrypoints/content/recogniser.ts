import figureCues from 'virtual:figure-cues';
import builtInLexicon from 'virtual:lexicon';
import { createAnnotator } from '../../utils/annotate.ts';
import { type BuiltIn, type OwnAnnotator, prepareOwnAnnotator } from '../../utils/annotate-own.ts';
import type { Annotation } from '../../utils/annotation.ts';
import type { LexiconPatch } from '../../utils/glossary/patch.ts';
import { askBackground } from '../../utils/messages/send.ts';
import { startSlice } from '../../utils/page/scheduler.ts';
import { compileSteps } from '../../utils/terms/compile.ts';
import type { Step } from '../../utils/terms/steps.ts';
import type { Category, HighlightKind } from '../../utils/terms/types.ts';

/** What recognises terms and figures on a page: the built-in lexicon, and the reader's own terms where they are known. */
export interface Recogniser {
  readonly annotator: Pick<OwnAnnotator, 'annotateBlock' | 'survey'>;
  readonly kindOf: (annotation: Annotation) => HighlightKind;
  /** Of the glossary it knows; undefined for none. */
  readonly revision: string | undefined;
  /** Whether an own term has been seen on the page: without one it marks what the built-in lexicon marks. */
  readonly hasOwn: () => boolean;
}

const categories = new Map<string, Category>();
let builtIn: Promise<BuiltIn> | undefined;

/**
 * The recogniser of the built-in terms, made once for a page, in slices: on a page that has just been loaded nothing of it
 * has been compiled by the engine yet, and all at once it would hold the page up for several frames.
 */
export async function builtInRecogniser(): Promise<Recogniser> {
  const { annotator } = await knowBuiltIn();
  return {
    annotator,
    kindOf: (annotation) => kindOf(annotation, () => undefined),
    revision: undefined,
    hasOwn: () => false,
  };
}

function knowBuiltIn(): Promise<BuiltIn> {
  builtIn ??= inSlices(builtInSteps(), 'user-visible');
  return builtIn;
}

function* builtInSteps(): Generator<Step, BuiltIn> {
  // A task of its own: the script of the page has been evaluated in this one.
  yield 'large';
  const lexicon = builtInLexicon();
  for (const { id, category } of lexicon.terms) categories.set(id, category);
  yield 'large';
  const annotator = createAnnotator(lexicon, figureCues, yield* compileSteps(lexicon));
  return { lexicon, cues: figureCues, annotator };
}

/** The recogniser that knows the own terms of a revision of the glossary; made in slices, between what the page does. */
export async function loadRecogniser(revision: string): Promise<Recogniser> {
  const patch = await askForPatch();
  if (patch === undefined || patch.terms === '') return { ...(await builtInRecogniser()), revision };
  const known = await knowBuiltIn();
  const annotator = await inSlices(prepareOwnAnnotator(known, patch, document.body?.textContent ?? ''));
  return {
    annotator,
    kindOf: (annotation) => kindOf(annotation, annotator.categoryOf),
    revision,
    hasOwn: annotator.hasOwn,
  };
}

/** What a generator returns, its steps done in slices between which others go first; after the last one, too. */
async function inSlices<T>(work: Generator<Step, T>, urgency?: 'user-visible'): Promise<T> {
  const slice = startSlice(undefined, urgency);
  let step = work.next();
  while (!step.done) {
    if (step.value === 'large' || slice.isOver()) await slice.yield();
    step = work.next();
  }
  await slice.yield();
  return step.value;
}

async function askForPatch(): Promise<LexiconPatch | undefined> {
  try {
    return await askBackground('ownTerms', {});
  } catch {
    // The background cannot be reached, as after an update: the page is read with the built-in terms.
    return undefined;
  }
}

function kindOf(annotation: Annotation, categoryOf: (id: string) => Category | undefined): HighlightKind {
  if (annotation.kind === 'figure') return 'figure';
  const category = categories.get(annotation.term) ?? categoryOf(annotation.term);
  if (!category) throw new Error(`The term ${annotation.term} has no category.`);
  return category;
}
