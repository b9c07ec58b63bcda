import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { KnowledgeFile } from '../utils/knowledge/assemble.ts';

/** Folder of the knowledge base, with a slash at its end. */
export const KNOWLEDGE_FOLDER = fileURLToPath(new URL('../assets/knowledge/', import.meta.url));

/**
 * The files as they are on disk now, in stable order: what a maintainer has just edited, not what was bundled.
 * @throws SyntaxError with the file's name where a file is not JSON.
 */
export function readKnowledgeFiles(folder: string = KNOWLEDGE_FOLDER): KnowledgeFile[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.json'))
    .map((path) => path.replaceAll('\\', '/'))
    .sort()
    .map((path) => ({ path, data: readJson(`${folder}${path}`) }));
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new SyntaxError(`${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
