import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { assembleKnowledge, decoyPatterns, exceptionPatterns } from '../utils/knowledge/assemble.ts';
import { buildFigureCues } from '../utils/knowledge/figure-cues.ts';
import { buildLexicon } from '../utils/knowledge/lexicon.ts';
import { allScriptPairs, simplifyCharacters } from '../utils/knowledge/script.ts';
import { writeLexicon } from '../utils/terms/lexicon-text.ts';
import { KNOWLEDGE_FOLDER, readKnowledgeFiles } from './knowledge-files.ts';

/**
 * Gives the content script what it needs of the knowledge base, built once: `virtual:lexicon` (surface
 * forms, read when they are first asked for) and `virtual:figure-cues` (how known figures are recognised). The converter between the scripts and the
 * definitions stay out of the page. `virtual:script-pairs` gives the background the pairs for own glossaries
 * without the converter.
 */
export function lexiconPlugin(): Plugin {
  const modules: Readonly<Record<string, () => string>> = {
    'virtual:lexicon': () => lexiconModule(lexiconText()),
    'virtual:figure-cues': () => dataModule(buildFigureCues(knowledgeOnDisk())),
    'virtual:script-pairs': () => dataModule(allScriptPairs()),
  };
  return {
    name: 'aiplus-lexicon',
    resolveId(source) {
      return source in modules ? `\0${source}` : undefined;
    },
    load(resolved) {
      const build = modules[resolved.slice(1)];
      if (!resolved.startsWith('\0') || !build) return undefined;
      for (const { path } of readKnowledgeFiles()) this.addWatchFile(`${KNOWLEDGE_FOLDER}${path}`);
      return build();
    },
  };
}

const READER = fileURLToPath(new URL('../utils/terms/lexicon-text.ts', import.meta.url));

function lexiconModule(text: string): string {
  return `import { readLexicon } from ${JSON.stringify(READER)};
    let lexicon;
    export default () => (lexicon ??= readLexicon(${JSON.stringify(text)}));`;
}

/** A string literal parses faster than the same data as an object literal, and is not tree-shaken apart. */
function dataModule(data: unknown): string {
  return `export default JSON.parse(${JSON.stringify(JSON.stringify(data))});`;
}

function lexiconText(): string {
  const files = readKnowledgeFiles();
  const [decoys, exceptions] = [decoyPatterns(files), exceptionPatterns(files)].map((patterns) =>
    patterns.map(simplifyCharacters),
  );
  return writeLexicon(buildLexicon(assembleKnowledge(files)), decoys, exceptions);
}

function knowledgeOnDisk() {
  return assembleKnowledge(readKnowledgeFiles());
}
