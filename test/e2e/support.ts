import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { type BrowserSession, launchBrowser } from '../../scripts/browsers.ts';
import { type BrowserKind, BUILD_FOLDER, makeTrialCopy } from '../../scripts/build.ts';
import { type PageServer, type ServedPage, servePages } from '../../scripts/demo/server.ts';
import { paintedCounts } from '../../scripts/drive.ts';
import { eventually } from '../support/eventually.ts';

export { eventually };

export const KINDS: readonly BrowserKind[] = ['chromium', 'firefox'];

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const DEMONSTRATION = new URL('../../assets/demo/article.html', import.meta.url);
/** Where real pages lie beside the project; the tests that read them say so and are left out where it is missing. */
const SAVED_PAGES = new URL('../../../shared/eval/pages/html/', import.meta.url);

/** A browser with the built extension, and a server of pages that it may read. */
export interface Stage {
  readonly session: BrowserSession;
  readonly url: string;
  /** The folder of the extension that runs. */
  readonly extension: string;
  /** Opens a page of the server. */
  open(path: string): Promise<Page>;
  /** Opens a page of the extension, such as `popup.html`. */
  openOwn(path: string): Promise<Page>;
  close(): Promise<void>;
}

/**
 * Starts a browser with a trial copy of the build that may read 127.0.0.1; the demonstration article is at `/`.
 * The build itself is made before the suite (scripts/test.ts).
 */
export async function openStage(
  kind: BrowserKind,
  pages: Readonly<Record<string, ServedPage>> = {},
): Promise<Stage> {
  const server: PageServer = await servePages({ '/': await readFile(DEMONSTRATION, 'utf8'), ...pages });
  const extension = await makeTrialCopy(ROOT + BUILD_FOLDER[kind], ['http://127.0.0.1/*']);
  const session = await launchBrowser({ kind, headless: true, extension });
  return {
    session,
    url: server.url,
    extension,
    open: (path) => session.open(new URL(path, server.url).href),
    openOwn: (path) => session.open(`${session.origin}/${path}`),
    async close() {
      await session.close();
      await server.close();
    },
  };
}

/** The bytes of a saved page, or undefined where that folder is missing. */
export async function savedPage(name: string): Promise<Uint8Array | undefined> {
  const file = new URL(name, SAVED_PAGES);
  return existsSync(file) ? readFile(file) : undefined;
}

/** Waits until a page is highlighted and the counts stay the same. */
export async function highlighted(page: Page): Promise<Readonly<Record<string, number>>> {
  let before = '';
  return eventually('highlights', async () => {
    const counts = await paintedCounts(page);
    const now = JSON.stringify(counts);
    const isSettled = now === before && Object.keys(counts).length > 0;
    before = now;
    if (!isSettled) await new Promise((resolve) => setTimeout(resolve, 200));
    return isSettled && counts;
  });
}

export function bare(page: Page): Promise<boolean> {
  return eventually('a page without highlights', async () => {
    return Object.keys(await paintedCounts(page)).length === 0;
  });
}
