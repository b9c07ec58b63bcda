import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { type BrowserSession, launchBrowser } from '../../scripts/browsers.ts';
import { type BrowserKind, BUILD_FOLDER, makeTrialCopy } from '../../scripts/build.ts';
import { placeInCard, waitForCard } from '../../scripts/card-probe.ts';
import { type PageServer, type ServedPage, servePages } from '../../scripts/demo/server.ts';
import { hoverPainted, paintedCounts } from '../../scripts/drive.ts';
import { eventually } from '../../scripts/eventually.ts';

export { eventually };

export const KINDS: readonly BrowserKind[] = ['chromium', 'firefox'];

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const DEMONSTRATION = new URL('../../assets/demo/article.html', import.meta.url);
/** Where real pages lie beside the project; the tests that read them say so and are left out where it is missing. */
const SAVED_PAGES = new URL('../../../shared/eval/pages/html/', import.meta.url);

/** Files that run side by side have a copy each. */
const TRIAL = `trial-${process.env.VITEST_POOL_ID}`;

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
 * The build itself is made before the suite (scripts/test.ts). `prepare` may change the copy, a folder, beforehand.
 */
export async function openStage(
  kind: BrowserKind,
  pages: Readonly<Record<string, ServedPage>> = {},
  prepare?: (folder: string) => Promise<void>,
): Promise<Stage> {
  const server: PageServer = await servePages({ '/': await readFile(DEMONSTRATION, 'utf8'), ...pages });
  const extension = await makeTrialCopy(ROOT + BUILD_FOLDER[kind], ['http://127.0.0.1/*'], TRIAL);
  await prepare?.(extension);
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

/**
 * Waits until a page is highlighted to its end: the counts are the same after everything that waits in the page has
 * had its turns. Time alone does not tell; on a busy machine a slice of the reading comes seconds after the one before.
 */
export async function highlighted(page: Page): Promise<Readonly<Record<string, number>>> {
  let before = '';
  return eventually(
    'highlights',
    async () => {
      await page.evaluate(letOthersGoFirst, TURNS, LONGEST_TURN);
      const counts = await paintedCounts(page);
      const now = JSON.stringify(counts);
      const isSettled = now === before && Object.keys(counts).length > 0;
      before = now;
      if (!isSettled) await new Promise((resolve) => setTimeout(resolve, 200));
      return isSettled && counts;
    },
    PATIENCE,
  );
}

/** How often everything else gets its turn: more often than a reading of an article here has slices. */
const TURNS = 20;
/** In a page that never rests a slice waits no longer than 50 ms, and neither does a look. */
const LONGEST_TURN = 60;
/** How long a page may take to be read on a machine that does other things as well, in milliseconds. */
const PATIENCE = 40_000;

/** Runs in a page: returns when tasks of the lowest priority, as slices of the reading are, have had so many turns. */
async function letOthersGoFirst(turns: number, longestTurn: number): Promise<void> {
  const { scheduler } = globalThis as unknown as {
    readonly scheduler: { postTask(task: () => void, options: object): Promise<void> };
  };
  for (let turn = 0; turn < turns; turn++) {
    await Promise.race([
      scheduler.postTask(() => {}, { priority: 'background' }),
      new Promise((resolve) => setTimeout(resolve, longestTurn)),
    ]);
  }
}

export function bare(page: Page): Promise<boolean> {
  return eventually('a page without highlights', async () => {
    return Object.keys(await paintedCounts(page)).length === 0;
  });
}

/**
 * Opens a page of the server in place of `old`; what it throws is added to `errors`. Not that Firefox, which asks for an
 * icon by itself, is refused one by the policy of the page.
 */
export async function openInstead(
  stage: Stage,
  old: Page | undefined,
  path: string,
  errors: string[],
): Promise<Page> {
  await old?.close();
  const page = await stage.open(path);
  page.on('pageerror', (error) => {
    if (!String(error).includes('/favicon.ico')) errors.push(String(error));
  });
  return page;
}

/**
 * Rests the pointer on a painted term of `data-compute`, from outside of it, until its card is open.
 * @throws Error when another card opens, or none.
 */
export async function openCardOf(page: Page, term: string): Promise<void> {
  await page.mouse.move(2, 2);
  await hoverPainted(page, ['data-compute'], term);
  const title = await waitForCard(page);
  if (title !== term) throw new Error(`The card of “${term}” is that of “${title}”.`);
}

/** What `probe` finds, when it is twice the same: the card moves while it is laid out. */
export function atRest<T>(what: string, probe: () => Promise<T | undefined>): Promise<T> {
  let before = '';
  return eventually(what, async () => {
    const found = await probe();
    const isAtRest = found !== undefined && JSON.stringify(found) === before;
    before = JSON.stringify(found);
    return isAtRest && found;
  });
}

/** The middle of something in the card, when it is at rest. */
export function restingPlace(
  page: Page,
  className: string,
  text: string,
): Promise<{ readonly x: number; readonly y: number }> {
  return atRest(`“${text}” in the card`, () => placeInCard(page, className, text));
}

/** The text of the first element that a selector finds; empty where there is none. */
export function textOf(page: Page, selector: string): Promise<string> {
  return page.evaluate((wanted) => document.querySelector(wanted)?.textContent ?? '', selector);
}

/** How often Tab is pressed in search of something. */
const PRESSES = 150;

/** Presses Tab until the focus is on what `selector` finds, as a reader without a mouse does; Shift and Tab to go back. */
export async function tabTo(page: Page, selector: string, way: 'on' | 'back' = 'on'): Promise<void> {
  for (let presses = 0; presses < PRESSES; presses++) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
    if (way === 'back') await page.keyboard.down('Shift');
    await page.keyboard.press('Tab');
    if (way === 'back') await page.keyboard.up('Shift');
  }
  throw new Error(`Tab never comes to ${selector}.`);
}

/** The part of the browser's interface for tabs that the tests use in pages of the extension. */
interface Tabs {
  query(filter: object, ...rest: unknown[]): Promise<readonly { readonly id?: number }[]>;
  sendMessage(tab: number, message: object, options: object): Promise<unknown>;
}

/**
 * Sends the article what the background sends it on a shortcut or from a menu; the browser's own are out of a test's
 * reach. `own` is a page of the extension. Returns the answer.
 */
export function askArticle(own: Page, name: string, params: object): Promise<unknown> {
  return own.evaluate(
    async (message) => {
      const scope = globalThis as unknown as Readonly<Record<string, { readonly tabs: Tabs }>>;
      const tabs = (scope.browser ?? scope.chrome)?.tabs;
      // A match pattern has no port.
      const [tab] = (await tabs?.query({ url: 'http://127.0.0.1/*' })) ?? [];
      return tabs?.sendMessage(tab?.id ?? -1, message, { frameId: 0 });
    },
    { aiplus: 'tab', name, params },
  );
}

/**
 * Opens the popup or the side panel as a page of its own that has the article for the active tab. No browser opens
 * them for a program with the keyboard in them, and Firefox not at all.
 */
export async function openBesideArticle(stage: Stage, article: Page, path: string): Promise<Page> {
  const page = await stage.openOwn(path);
  await takeForActive(page, 'http://127.0.0.1/*');
  // The surface looks again when another tab is chosen.
  await article.bringToFront();
  await page.bringToFront();
  await page.waitForSelector('.page-entry');
  return page;
}

/** Makes a page of the extension take the tab with an address for the active one, from its next look on. */
export async function takeForActive(own: Page, address: string): Promise<void> {
  await own.evaluate((url) => {
    const scope = globalThis as unknown as Readonly<Record<string, { readonly tabs: Tabs }>>;
    const tabs = (scope.browser ?? scope.chrome)?.tabs;
    if (!tabs) throw new Error('This is no page of an extension.');
    const query = tabs.query.bind(tabs);
    tabs.query = (filter, ...rest) => query('active' in filter ? { url } : filter, ...rest);
  }, address);
}

/** Waits for a page of the extension; Firefox tells its address only to the page itself. */
export function ownPage(stage: Pick<Stage, 'session'>, path: string): Promise<Page> {
  return eventually(path, async () => {
    for (const page of await stage.session.browser.pages()) {
      const address = await page.evaluate(() => location.href).catch(() => '');
      if (address.includes(`/${path}`)) return page;
    }
    return undefined;
  });
}
