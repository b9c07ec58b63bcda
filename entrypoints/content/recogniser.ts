import figureCues from 'virtual:figure-cues';
import lexicon from 'virtual:lexicon';
import { createAnnotator } from '../../utils/annotate.ts';
import { type BuiltIn, type OwnAnnotator, prepareOwnAnnotator } from '../../utils/annotate-own.ts';
import type { Annotation } from '../../utils/annotation.ts';
import type { LexiconPatch } from '../../utils/glossary/patch.ts';
import { askBackground } from '../../utils/messages/send.ts';
import { startSlice } from '../../utils/page/scheduler.ts';
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

const builtIn: BuiltIn = { lexicon, cues: figureCues, annotator: createAnnotator(lexicon, figureCues) };
const categories = new Map<string, Category>(lexicon.terms.map(({ id, category }) => [id, category]));

/** The recogniser of the built-in terms: at hand at once, so that no page waits for the reader's own. */
export const BUILT_IN_RECOGNISER: Recogniser = {
  annotator: builtIn.annotator,
  kindOf: (annotation) => kindOf(annotation, () => undefined),
  revision: undefined,
  hasOwn: () => false,
};

/** The recogniser that knows the own terms of a revision of the glossary; made in slices, between what the page does. */
export async function loadRecogniser(revision: string): Promise<Recogniser> {
  const patch = await askForPatch();
  if (patch === undefined || patch.terms === '') return { ...BUILT_IN_RECOGNISER, revision };
  const slice = startSlice();
  const work = prepareOwnAnnotator(builtIn, patch, document.body?.textContent ?? '');
  let step = work.next();
  while (!step.done) {
    if (step.value === 'large' || slice.isOver()) await slice.yield();
    step = work.next();
  }
  const annotator = step.value;
  await slice.yield();
  return {
    annotator,
    kindOf: (annotation) => kindOf(annotation, annotator.categoryOf),
    revision,
    hasOwn: annotator.hasOwn,
  };
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
