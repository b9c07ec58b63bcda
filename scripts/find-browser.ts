import { accessSync, constants, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { BrowserKind } from './build.ts';

/** A browser of this machine. `path` is its executable. */
interface FoundBrowser {
  readonly kind: BrowserKind;
  readonly path: string;
}

/** Names on PATH, in the order in which they are tried. */
const NAMES: Readonly<Record<BrowserKind, readonly string[]>> = {
  chromium: [
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
    'chrome',
    'microsoft-edge',
    'msedge',
  ],
  firefox: ['firefox', 'firefox-esr', 'firefox-developer-edition'],
};

/** The environment variables that name an executable. */
export const OVERRIDE = { chromium: 'CHROME_PATH', firefox: 'FIREFOX_PATH' } as const;

/**
 * Finds a browser: the environment variable `CHROME_PATH` or `FIREFOX_PATH`, then the names on PATH, then the usual
 * places of macOS and Windows. Without `kind` a Chromium is preferred. Nothing is ever downloaded.
 */
export function findBrowser(kind?: BrowserKind): FoundBrowser | undefined {
  for (const wanted of kind ? [kind] : (['chromium', 'firefox'] as const)) {
    const path = [process.env[OVERRIDE[wanted]] ?? '', ...onPath(NAMES[wanted]), ...usualPlaces(wanted)].find(
      isExecutable,
    );
    if (path) return { kind: wanted, path };
  }
  return undefined;
}

function onPath(names: readonly string[]): string[] {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return names.flatMap((name) => folders.map((folder) => join(folder, name + suffix)));
}

function usualPlaces(kind: BrowserKind): string[] {
  if (process.platform === 'darwin') {
    const apps =
      kind === 'chromium'
        ? ['Google Chrome', 'Chromium', 'Microsoft Edge']
        : ['Firefox', 'Firefox Developer Edition'];
    return ['/Applications', join(homedir(), 'Applications')].flatMap((folder) =>
      apps.map((app) =>
        join(folder, `${app}.app`, 'Contents', 'MacOS', kind === 'chromium' ? app : 'firefox'),
      ),
    );
  }
  if (process.platform === 'win32') {
    const { env } = process;
    const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter((root) => root);
    const programs =
      kind === 'chromium'
        ? [
            'Google/Chrome/Application/chrome.exe',
            'Chromium/Application/chrome.exe',
            'Microsoft/Edge/Application/msedge.exe',
          ]
        : ['Mozilla Firefox/firefox.exe'];
    return roots.flatMap((root) => programs.map((program) => join(root ?? '', program)));
  }
  return [];
}

function isExecutable(path: string): boolean {
  if (path === '') return false;
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
