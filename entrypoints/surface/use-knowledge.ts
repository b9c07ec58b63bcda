import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { glossaryRevision, watchGlossary } from '../../utils/glossary/revision.ts';
import { readGlossary } from '../../utils/glossary/store.ts';
import type { Knowledge } from '../../utils/knowledge/assemble.ts';
import { loadKnowledge } from '../../utils/knowledge/load.ts';
import { ownKnowledgeSteps } from '../../utils/knowledge/own-terms.ts';
import { inSlices } from './run-in-slices.ts';

/**
 * The knowledge base; with the reader's own terms as soon as they are read, and as they change. Null at the very first:
 * what is asked for by hooks before this one is on its way while the knowledge base is read.
 */
export function useKnowledge(): Knowledge | null {
  const [knowledge, setKnowledge] = useState<Knowledge | null>(null);
  useLayoutEffect(() => setKnowledge((known) => known ?? loadKnowledge()), []);
  useEffect(() => {
    let loading = new AbortController();
    const load = async (signal: AbortSignal): Promise<void> => {
      if ((await glossaryRevision()) === undefined) return;
      const run = inSlices(signal);
      const stored = await readGlossary(run);
      const own = stored.state === 'ready' ? stored.terms : [];
      const withOwn = await run(ownKnowledgeSteps(loadKnowledge(), own, []));
      if (!signal.aborted) setKnowledge(withOwn);
    };
    const reload = (): void => {
      loading.abort();
      loading = new AbortController();
      const { signal } = loading;
      // A glossary that cannot be read is the matter of the options; lists and look-up work without it.
      load(signal).catch((error: unknown) => {
        if (!signal.aborted) console.error(error);
      });
    };
    reload();
    const end = watchGlossary(reload);
    return () => {
      end();
      loading.abort();
    };
  }, []);
  return knowledge;
}
