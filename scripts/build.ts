import { execFile } from 'node:child_process';
import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const run = promisify(execFile);

export type BrowserKind = 'chromium' | 'firefox';

/** The folder that a build writes, relative to the repository. */
export const BUILD_FOLDER: Readonly<Record<BrowserKind, string>> = {
  chromium: '.output/chrome-mv3',
  firefox: '.output/firefox-mv3',
};

/** Builds the extension as it ships. Returns the absolute path of the build. */
export async function buildExtension(kind: BrowserKind): Promise<string> {
  const target = kind === 'firefox' ? ['-b', 'firefox', '--mv3'] : [];
  await run(`${ROOT}node_modules/.bin/wxt`, ['build', ...target], { cwd: ROOT });
  return ROOT + BUILD_FOLDER[kind];
}

/**
 * Makes a trial copy of a build that may read `origins` too (match patterns such as `http://127.0.0.1/*`). The shipped
 * extension reads People's Daily only and asks for any other host; a trial has nobody to ask. Same code, longer list.
 * Returns the absolute path of the copy, which replaces one of the same `name`.
 */
export async function makeTrialCopy(
  build: string,
  origins: readonly string[],
  name = 'trial',
): Promise<string> {
  const copy = `${build}-${name}`;
  await rm(copy, { recursive: true, force: true });
  await cp(build, copy, { recursive: true });
  const file = `${copy}/manifest.json`;
  const manifest = JSON.parse(await readFile(file, 'utf8'));
  for (const script of manifest.content_scripts) script.matches.push(...origins);
  manifest.host_permissions = [...(manifest.host_permissions ?? []), ...origins];
  await writeFile(file, JSON.stringify(manifest));
  return copy;
}
