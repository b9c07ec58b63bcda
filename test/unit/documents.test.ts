import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const ROOT = new URL('../../', import.meta.url);
const DOCUMENTS = ['README.md', 'SECURITY.md', 'CONTRIBUTING.md'];
/** Folders whose paths are named in documents, from the root on. */
const PATH = /`((?:test|scripts|utils|assets|components|entrypoints|\.ci)\/[\w./{},-]+)`/gu;

/** `test/{a,b}.ts` as two paths. */
function expand(path: string): readonly string[] {
  const [whole, list] = /\{([^}]*)\}/u.exec(path) ?? [];
  if (whole === undefined || list === undefined) return [path];
  return list.split(',').map((each) => path.replace(whole, each));
}

function read(document: string): string {
  return readFileSync(new URL(document, ROOT), 'utf8');
}

describe.each(DOCUMENTS)('%s', (document) => {
  it('names no file that is not there', () => {
    const paths = [...read(document).matchAll(PATH)].flatMap(([, path = '']) => expand(path));
    // Capitals stand for a name.
    const named = paths.filter((path) => !/[A-Z]{3,}/u.test(path));
    expect(named.filter((path) => !existsSync(new URL(path, ROOT)))).toStrictEqual([]);
  });

  it('links to no file and shows no picture that is not there', () => {
    const links = [...read(document).matchAll(/\]\(([^)#\s]+)/gu)].map(([, link = '']) => link);
    const inside = links.filter((link) => !/^https?:/u.test(link));
    expect(inside.filter((link) => !existsSync(new URL(link, ROOT)))).toStrictEqual([]);
  });

  it('names no script that there is not', () => {
    const { scripts }: { readonly scripts: object } = JSON.parse(read('package.json'));
    const named = [...read(document).matchAll(/npm run (?:--silent )?([a-z][\w:-]*)/gu)].map(
      ([, name = '']) => name,
    );
    expect(named.filter((name) => !Object.hasOwn(scripts, name))).toStrictEqual([]);
  });
});

it('SECURITY.md says what holds each promise', () => {
  const [, promises = ''] = read('SECURITY.md').split('## What holds each promise');
  const rows = [...promises.matchAll(/^\| (?!promise|-)(.+?) *\| (.*?) *\|$/gmu)];
  expect(rows.length).toBeGreaterThan(45);
  expect(rows.filter(([, , held = '']) => !held.includes('`') && held !== 'this document')).toStrictEqual([]);
});
