import { readFileSync, writeFileSync } from 'node:fs';
import { toTraditional } from '../utils/knowledge/script.ts';
import exceptionList from './hant-exceptions.json' with { type: 'json' };
import { KNOWLEDGE_FOLDER, readKnowledgeFiles } from './knowledge-files.ts';

const EXCEPTIONS: Readonly<Record<string, string>> = exceptionList;

/**
 * The traditional text of a simplified one. Exceptions are the words the converter gets wrong in our texts, and those
 * that Taiwan has of its own for the extension itself, written in traditional characters: what it gives → what it
 * should be.
 */
export function traditionalOf(hans: string): string {
  let text = toTraditional(hans);
  for (const [wrong, right] of Object.entries(EXCEPTIONS)) text = text.replaceAll(wrong, right);
  return text;
}

/**
 * Refreshes every `hant` beside a `hans` text, deep inside `data`; lists (surface forms) are not touched.
 * @returns the number of texts that changed.
 */
export function fillTraditional(data: unknown): number {
  if (typeof data !== 'object' || data === null) return 0;
  let changed = 0;
  const hans: unknown = Reflect.get(data, 'hans');
  if (typeof hans === 'string' && typeof Reflect.get(data, 'hant') === 'string') {
    const hant = traditionalOf(hans);
    if (Reflect.get(data, 'hant') !== hant) {
      Reflect.set(data, 'hant', hant);
      changed++;
    }
  }
  for (const value of Object.values(data)) changed += fillTraditional(value);
  return changed;
}

/** Refreshes the files on disk whose path starts with one of `only`, or all. @returns changed texts by file. */
export function refreshTraditional(only: readonly string[] = []): ReadonlyMap<string, number> {
  const changes = new Map<string, number>();
  for (const { path, data } of readKnowledgeFiles()) {
    if (only.length > 0 && !only.some((prefix) => path.startsWith(prefix))) continue;
    const changed = fillTraditional(data);
    if (changed === 0) continue;
    const file = `${KNOWLEDGE_FOLDER}${path}`;
    const indent = readFileSync(file, 'utf8').startsWith('[\n  ') ? 2 : 1;
    writeFileSync(file, `${JSON.stringify(data, null, indent)}\n`);
    changes.set(path, changed);
  }
  return changes;
}
