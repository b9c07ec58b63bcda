import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The files of a folder and of those in it: path relative to it, with `/`, to contents; in alphabetical order. */
export function readFolder(folder: string): ReadonlyMap<string, Buffer> {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => path.slice(folder.length).replaceAll('\\', '/').replace(/^\//, ''))
    .sort();
  return new Map(paths.map((path) => [path, readFileSync(join(folder, path))]));
}

/** What differs between two folders, one line a file; nothing where they are the same to the byte. */
export function compareFolders(
  first: ReadonlyMap<string, Buffer>,
  second: ReadonlyMap<string, Buffer>,
): readonly string[] {
  const paths = new Set([...first.keys(), ...second.keys()]);
  return [...paths].sort().flatMap((path) => {
    const [one, other] = [first.get(path), second.get(path)];
    if (!one || !other) return [`${path} is in one of the builds only`];
    return one.equals(other) ? [] : [`${path} differs`];
  });
}
