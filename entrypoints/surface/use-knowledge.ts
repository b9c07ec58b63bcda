import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { glossaryRevision, watchGlossary } from '../../utils/glossary/revision.ts';
import { readGlossary } from '../../utils/glossary/store.ts';
import type { Knowledge } from '../../utils/knowledge/assemble.ts';
import { loadKnowledge } from '../../utils/knowledge/load.ts';
import { withOwnTerms } from '../../utils/knowledge/own-terms.ts';

/**
 * The knowledge base; with the reader's own terms as soon as they are read, and as they change. Null at the very first:
 * what is asked for by hooks before this one is on its way while the knowledge base is read.
 */
export function useKnowledge(): Knowledge | null {
  const [knowledge, setKnowledge] = useState<Knowledge | null>(null);
  useLayoutEffect(() => setKnowledge((known) => known ?? loadKnowledge()), []);
  useEffect(() => {
    const load = async (): Promise<void> => {
      if ((await glossaryRevision()) === undefined) return;
      const stored = await readGlossary();
      setKnowledge(withOwnTerms(loadKnowledge(), stored.state === 'ready' ? stored.terms : [], []));
    };
    // A glossary that cannot be read is the matter of the options; lists and look-up work without it.
    const reload = (): void => void load().catch((error: unknown) => console.error(error));
    reload();
    return watchGlossary(reload);
  }, []);
  return knowledge;
}
