import figureCues from 'virtual:figure-cues';
import lexicon from 'virtual:lexicon';
import { type Annotator, createAnnotator } from '../../utils/annotate.ts';
import { createOwnAnnotator } from '../../utils/annotate-own.ts';
import type { Annotation } from '../../utils/annotation.ts';
import type { LexiconPatch } from '../../utils/glossary/patch.ts';
import { glossaryRevision } from '../../utils/glossary/revision.ts';
import { askBackground } from '../../utils/messages/send.ts';
import type { Category, HighlightKind } from '../../utils/terms/types.ts';

/** What recognises terms and figures on a page: the built-in lexicon and the reader's own terms. */
export interface Recogniser {
  readonly annotator: Annotator;
  readonly kindOf: (annotation: Annotation) => HighlightKind;
  /** Of the glossary it knows; undefined where the reader has none. */
  readonly revision: string | undefined;
}

/** Asks for the own terms only where there are any: every other page starts without waiting for the background. */
export async function loadRecogniser(): Promise<Recogniser> {
  const revision = await glossaryRevision();
  const patch = revision === undefined ? undefined : await askForPatch();
  const terms = [...lexicon.terms, ...(patch?.terms ?? [])];
  const categories = new Map<string, Category>(terms.map(({ id, category }) => [id, category]));
  const annotator =
    patch && patch.terms.length > 0
      ? createOwnAnnotator(lexicon, patch, figureCues, document.body?.textContent ?? '')
      : createAnnotator(lexicon, figureCues);
  return { annotator, kindOf: (annotation) => kindOf(annotation, categories), revision };
}

async function askForPatch(): Promise<LexiconPatch | undefined> {
  try {
    return await askBackground('ownTerms', {});
  } catch {
    // The background cannot be reached, as after an update: the page is read with the built-in terms.
    return undefined;
  }
}

function kindOf(annotation: Annotation, categories: ReadonlyMap<string, Category>): HighlightKind {
  if (annotation.kind === 'figure') return 'figure';
  const category = categories.get(annotation.term);
  if (!category) throw new Error(`The term ${annotation.term} has no category.`);
  return category;
}
