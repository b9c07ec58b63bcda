import lexicon from 'virtual:lexicon';
import scriptPairs from 'virtual:script-pairs';
import { buildOwnLexicon, findConflicts, patchLexicon } from '../../utils/glossary/merge.ts';
import type { LexiconPatch } from '../../utils/glossary/patch.ts';
import { hasGlossary, watchGlossary } from '../../utils/glossary/revision.ts';
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
  let prepared: Promise<Prepared> | undefined;
  watchGlossary(() => {
    prepared = undefined;
  });
  const prepare = (): Promise<Prepared> => {
    prepared ??= prepareTerms(builtIn).catch((error: unknown) => {
      // Pages are read with the built-in terms; the options say what is wrong with the glossary.
      console.error(error);
      prepared = undefined;
      return { knowledge: builtIn, patchFor: patcher([]) };
    });
    return prepared;
  };
  return {
    knowledge: async () => (await prepare()).knowledge,
    patch: async (ownFirst) => (await prepare()).patchFor(ownFirst),
  };
}

async function prepareTerms(builtIn: Knowledge): Promise<Prepared> {
  const stored = (await hasGlossary()) ? await readGlossary() : undefined;
  const terms = stored?.state === 'ready' ? stored.terms : [];
  const conflicts = findConflicts(lexicon, buildOwnLexicon(terms, scriptPairs));
  return { knowledge: withOwnTerms(builtIn, terms, conflicts), patchFor: patcher(terms) };
}

/** Each order is worked out once, when it is asked for. */
function patcher(terms: Parameters<typeof buildOwnLexicon>[0]): (ownFirst: boolean) => LexiconPatch {
  const patches = new Map<boolean, LexiconPatch>();
  return (ownFirst) => {
    const known = patches.get(ownFirst);
    if (known) return known;
    const patch = patchLexicon(lexicon, buildOwnLexicon(terms, scriptPairs), ownFirst);
    patches.set(ownFirst, patch);
    return patch;
  };
}
