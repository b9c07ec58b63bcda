import lexicon from 'virtual:lexicon';
import scriptPairs from 'virtual:script-pairs';
import { buildOwnLexicon, findConflicts, patchLexicon } from '../../utils/glossary/merge.ts';
import type { LexiconPatch } from '../../utils/glossary/patch.ts';
import { glossaryRevision } from '../../utils/glossary/revision.ts';
import type { OwnTerm } from '../../utils/glossary/schema.ts';
import { readGlossary } from '../../utils/glossary/store.ts';
import type { Knowledge } from '../../utils/knowledge/assemble.ts';
import { withOwnTerms } from '../../utils/knowledge/own-terms.ts';

/** The reader's glossary as pages and surfaces need it. Read when it is first asked for, and again after a change. */
interface OwnTerms {
  /** The built-in knowledge with the own terms in it. */
  knowledge(): Promise<Knowledge>;
  patch(ownFirst: boolean): Promise<LexiconPatch>;
}

interface Prepared {
  readonly knowledge: Knowledge;
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
  };
}

async function prepareTerms(builtIn: Knowledge, hasGlossary: boolean): Promise<Prepared> {
  const terms = hasGlossary ? await readTerms() : [];
  const conflicts = findConflicts(lexicon, buildOwnLexicon(terms, scriptPairs));
  return { knowledge: withOwnTerms(builtIn, terms, conflicts), patchFor: patcher(terms) };
}

/** None where the glossary cannot be read: pages are read with the built-in terms, and the options say what is wrong. */
async function readTerms(): Promise<readonly OwnTerm[]> {
  try {
    const stored = await readGlossary();
    return stored.state === 'ready' ? stored.terms : [];
  } catch (error) {
    console.error(error);
    return [];
  }
}

/** Each order is worked out once, when it is asked for. */
function patcher(terms: readonly OwnTerm[]): (ownFirst: boolean) => LexiconPatch {
  const patches = new Map<boolean, LexiconPatch>();
  return (ownFirst) => {
    const known = patches.get(ownFirst);
    if (known) return known;
    const patch = patchLexicon(lexicon, buildOwnLexicon(terms, scriptPairs), ownFirst);
    patches.set(ownFirst, patch);
    return patch;
  };
}
