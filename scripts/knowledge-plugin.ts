import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { assembleKnowledge } from '../utils/knowledge/assemble.ts';
import type { KnowledgeLists } from '../utils/knowledge/index-knowledge.ts';
import { KNOWLEDGE_FOLDER, readKnowledgeFiles } from './knowledge-files.ts';

const LOADER = fileURLToPath(new URL('../utils/knowledge/load.ts', import.meta.url));
const INDEX = fileURLToPath(new URL('../utils/knowledge/index-knowledge.ts', import.meta.url));
const MODULE = '\0aiplus-knowledge';

/**
 * Puts the knowledge base into the extension's pages and background validated: the build checks it (and fails where
 * it is wrong), so that opening the popup does not validate 300 terms again, which costs more than all else it does.
 */
export function knowledgePlugin(): Plugin {
  return {
    name: 'aiplus-knowledge',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      if (!source.endsWith('/load.ts')) return undefined;
      const resolved = await this.resolve(source, importer, { ...options, skipSelf: true });
      return resolved?.id === LOADER ? MODULE : undefined;
    },
    load(id) {
      if (id !== MODULE) return undefined;
      for (const { path } of readKnowledgeFiles()) this.addWatchFile(`${KNOWLEDGE_FOLDER}${path}`);
      const { terms, figures, sources, outlines, decoys } = assembleKnowledge(readKnowledgeFiles());
      const lists: KnowledgeLists = {
        terms: [...terms.values()],
        figures: [...figures.values()],
        sources: [...sources.values()],
        outlines,
        decoys,
      };
      return `import { indexKnowledge } from ${JSON.stringify(INDEX)};
let loaded;
export function loadKnowledge() {
  loaded ??= indexKnowledge(JSON.parse(${JSON.stringify(JSON.stringify(lists))}));
  return loaded;
}`;
    },
  };
}
