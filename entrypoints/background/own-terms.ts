import builtInLexicon from 'virtual:lexicon';
import scriptPairs from 'virtual:script-pairs';
import {
  type Conflict,
  conflictSteps,
  type OwnLexicon,
  ownLexiconSteps,
  patchSteps,
} from '../../utils/glossary/merge.ts';
import type { LexiconPatch } from '../../utils/glossary/patch.ts';
import { type Preference, preferenceFor } from '../../utils/glossary/preference.ts';
import { glossaryRevision } from '../../utils/glossary/revision.ts';
import type { OwnTerm } from '../../utils/glossary/schema.ts';
import { readGlossary } from '../../utils/glossary/store.ts';
import type { Knowledge } from '../../utils/knowledge/assemble.ts';
import { ownKnowledgeSteps } from '../../utils/knowledge/own-terms.ts';
import { inSlices } from '../surface/run-in-slices.ts';

/** The reader's glossary as pages and surfaces need it. Read when it is first asked for, and again after a change. */
interface OwnTerms {
  /** The built-in knowledge with the own terms in it. */
  knowledge(): Promise<Knowledge>;
  /** @param ownFirst whether own terms come first where the reader has not chosen for the single term. */
  patch(ownFirst: boolean): Promise<LexiconPatch>;
  /** Which own terms have a form of a built-in one. */
  conflicts(): Promise<readonly Conflict[]>;
}

interface Prepared {
  readonly knowledge: Knowledge;
  readonly conflicts: readonly Conflict[];
  readonly patchFor: (ownFirst: boolean) => Promise<LexiconPatch>;
}

/** @param builtIn the knowledge base without own terms. */
export function createOwnTerms(builtIn: Knowledge): OwnTerms {
  let prepared: { readonly revision: string | undefined; readonly answer: Promise<Prepared> } | undefined;
  const prepare = async (): Promise<Prepared> => {
    // Asked each time: a page may hear of a change, and ask, before the background hears of it.
    const revision = await glossaryRevision();
    if (prepared === undefined || prepared.revision !== revision)
      prepared = { revision, answer: prepareTerms(builtIn, revision !== undefined) };
    return prepared.answer;
  };
  return {
    knowledge: async () => (await prepare()).knowledge,
    patch: async (ownFirst) => (await prepare()).patchFor(ownFirst),
    conflicts: async () => (await prepare()).conflicts,
  };
}

/** In Firefox the background and the extension's pages take turns on one thread: none may hold it for long. */
const run = inSlices(new AbortController().signal);

interface OwnGlossary {
  readonly terms: readonly OwnTerm[];
  readonly preferences: Readonly<Record<string, Preference>>;
}
const NONE: OwnGlossary = { terms: [], preferences: {} };

async function prepareTerms(builtIn: Knowledge, hasGlossary: boolean): Promise<Prepared> {
  const glossary = hasGlossary ? await readOwn() : NONE;
  const own = await run(ownLexiconSteps(glossary.terms, scriptPairs));
  const conflicts = await run(conflictSteps(builtInLexicon(), own));
  return {
    knowledge: await run(ownKnowledgeSteps(builtIn, glossary.terms, conflicts)),
    conflicts,
    patchFor: patcher(glossary, own),
  };
}

/** None where the glossary cannot be read: pages are read with the built-in terms, and the options say what is wrong. */
async function readOwn(): Promise<OwnGlossary> {
  try {
    const stored = await readGlossary(run);
    return stored.state === 'ready' ? stored : NONE;
  } catch (error) {
    console.error(error);
    return NONE;
  }
}

/** Each order is worked out once, when it is asked for. */
function patcher(
  { preferences }: OwnGlossary,
  own: OwnLexicon,
): (ownFirst: boolean) => Promise<LexiconPatch> {
  const patches = new Map<boolean, Promise<LexiconPatch>>();
  return (ownFirst) => {
    const known = patches.get(ownFirst);
    if (known) return known;
    const isFirst = (id: string) => preferenceFor(id, preferences, ownFirst) === 'own';
    const patch = Promise.resolve(run(patchSteps(builtInLexicon(), own, isFirst)));
    patches.set(ownFirst, patch);
    return patch;
  };
}
