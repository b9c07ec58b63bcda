import lexicon from 'virtual:lexicon';
import scriptPairs from 'virtual:script-pairs';
import { buildOwnLexicon, type Conflict, findConflicts, patchLexicon } from '../../utils/glossary/merge.ts';
import type { LexiconPatch } from '../../utils/glossary/patch.ts';
import { type Preference, preferenceFor } from '../../utils/glossary/preference.ts';
import { glossaryRevision } from '../../utils/glossary/revision.ts';
import type { OwnTerm } from '../../utils/glossary/schema.ts';
import { readGlossary } from '../../utils/glossary/store.ts';
import type { Knowledge } from '../../utils/knowledge/assemble.ts';
import { withOwnTerms } from '../../utils/knowledge/own-terms.ts';

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
  readonly patchFor: (ownFirst: boolean) => LexiconPatch;
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

interface OwnGlossary {
  readonly terms: readonly OwnTerm[];
  readonly preferences: Readonly<Record<string, Preference>>;
}
const NONE: OwnGlossary = { terms: [], preferences: {} };

async function prepareTerms(builtIn: Knowledge, hasGlossary: boolean): Promise<Prepared> {
  const glossary = hasGlossary ? await readOwn() : NONE;
  const conflicts = findConflicts(lexicon, buildOwnLexicon(glossary.terms, scriptPairs));
  return {
    knowledge: withOwnTerms(builtIn, glossary.terms, conflicts),
    conflicts,
    patchFor: patcher(glossary),
  };
}

/** None where the glossary cannot be read: pages are read with the built-in terms, and the options say what is wrong. */
async function readOwn(): Promise<OwnGlossary> {
  try {
    const stored = await readGlossary();
    return stored.state === 'ready' ? stored : NONE;
  } catch (error) {
    console.error(error);
    return NONE;
  }
}

/** Each order is worked out once, when it is asked for. */
function patcher({ terms, preferences }: OwnGlossary): (ownFirst: boolean) => LexiconPatch {
  const patches = new Map<boolean, LexiconPatch>();
  return (ownFirst) => {
    const known = patches.get(ownFirst);
    if (known) return known;
    const isFirst = (id: string) => preferenceFor(id, preferences, ownFirst) === 'own';
    const patch = patchLexicon(lexicon, buildOwnLexicon(terms, scriptPairs), isFirst);
    patches.set(ownFirst, patch);
    return patch;
  };
}
