import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = new URL('../../', import.meta.url).pathname;

/** What the source files of some folders say of message keys. */
export interface UsedKeys {
  /** Keys written out: `'popup.off'`. */
  readonly literal: ReadonlySet<string>;
  /** Keys put together from a start and a value: `` `common.kind.${kind}` ``. */
  readonly patterns: readonly RegExp[];
}

/** Collects the keys of the groups (`popup`, `card` …) that the source files of `folders` use. */
export function usedKeys(folders: readonly string[], groups: readonly string[]): UsedKeys {
  const group = `(?:${groups.join('|')})`;
  const literal = new Set<string>();
  const patterns: RegExp[] = [];
  for (const file of folders.flatMap(sourceFiles)) {
    const source = readFileSync(file, 'utf8');
    for (const [, key = ''] of source.matchAll(new RegExp(`'(${group}\\.[\\w.-]+)'`, 'g'))) literal.add(key);
    for (const [, template = ''] of source.matchAll(
      new RegExp(`\`(${group}\\.[^\`\\s]*\\$\\{[^\`]*)\``, 'g'),
    )) {
      patterns.push(new RegExp(`^${template.replaceAll('.', '\\.').replace(/\$\{[^}]*\}/g, '[\\w.-]+')}$`));
    }
  }
  return { literal, patterns };
}

function sourceFiles(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(ROOT, folder, name));
}

/** Reads a JSON file of the repository. */
export function readJson(path: string): unknown {
  return JSON.parse(readFileSync(join(ROOT, path), 'utf8'));
}

/** The names of the entries of a folder of the repository. */
export function namesIn(path: string): string[] {
  return readdirSync(join(ROOT, path)).sort();
}
