import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import type { HTTPRequest, Page, Realm } from 'puppeteer-core';
import { build } from 'vite';
import { type BrowserSession, launchBrowser } from '../../scripts/browsers.ts';

export const BROWSER_KINDS = ['chromium', 'firefox'] as const;
export type LabBrowser = (typeof BROWSER_KINDS)[number];

const STYLES = new URL('../../assets/styles/highlights.css', import.meta.url);

/** A page to serve: its HTML, or bytes or headers of its own. */
export type LabPage =
  | string
  | { readonly body: string | Uint8Array; readonly headers: Readonly<Record<string, string>> };

function withoutScheme(address: string): string {
  return address.replace(/^https?:/, '');
}

/** The headers and the body of what is served. */
function responseOf(served: LabPage): Exclude<LabPage, string> {
  return typeof served === 'string'
    ? { body: served, headers: { 'content-type': 'text/html; charset=utf-8' } }
    : served;
}

/** A browser with a small server, in which pages are read with the word list of `lab-page.ts`. */
export interface Lab {
  readonly session: BrowserSession;
  /** Opens a page; the functions of `lab-page.ts` are then `probe.…` in its world. Nothing is started. */
  open(served: LabPage): Promise<Page>;
  /** Opens a page at an address of the real web, which is never asked: whatever else the page loads is not found. */
  openAt(address: string, served: LabPage): Promise<Page>;
  /** The same in a world of its own, as content scripts have it: what page scripts patch and freeze is not seen there. */
  openApart(served: LabPage): Promise<{ readonly page: Page; readonly world: Realm }>;
  /** Makes `probe` available in a page that has been opened or navigated by other means. */
  equip(page: Page): Promise<void>;
  /** Serves a further document and returns its address. */
  serve(served: LabPage): string;
  close(): Promise<void>;
}

/** @param preferences further ones of Firefox. */
export async function openLab(
  kind: LabBrowser,
  args: readonly string[] = [],
  preferences: Readonly<Record<string, number>> = {},
): Promise<Lab> {
  const [script, style] = await Promise.all([bundle('lab-page.ts', 'probe'), readFile(STYLES, 'utf8')]);
  const documents = new Map<string, LabPage>();
  const server = createServer((request, response) => {
    const found = documents.get(new URL(request.url ?? '/', 'http://localhost').pathname);
    if (found === undefined) {
      response.writeHead(404).end();
      return;
    }
    const { body, headers } = responseOf(found);
    response.writeHead(200, headers).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const session = await launchBrowser({ kind, headless: true, args, preferences });

  function serve(served: LabPage): string {
    const path = `/${documents.size}.html`;
    documents.set(path, served);
    return `http://127.0.0.1:${port}${path}`;
  }

  let current: Page | undefined;

  /** One tab for all pages of a file: opening another one takes longer than most tests. */
  async function tab(): Promise<Page> {
    if (!current || current.isClosed()) current = await session.browser.newPage();
    for (const page of await session.browser.pages()) if (page !== current) await page.close();
    await current.bringToFront();
    return current;
  }

  async function visit(served: LabPage): Promise<Page> {
    const page = await tab();
    await page.goto(serve(served));
    return page;
  }

  async function equip(page: Page): Promise<void> {
    await page.evaluate(addStyleElement, style);
    await page.evaluate(`${script};globalThis.probe = probe;`);
  }

  return {
    session,
    serve,
    equip,
    async open(served) {
      const page = await visit(served);
      await equip(page);
      return page;
    },
    async openAt(address, served) {
      const page = await tab();
      const { body, headers } = responseOf(served);
      const answer = (request: HTTPRequest): void => {
        // Chromium asks for the secure form of any address first.
        if (withoutScheme(request.url()) === withoutScheme(address))
          void request.respond({ status: 200, headers: { ...headers }, body });
        else void request.respond({ status: 404, body: '' });
      };
      page.on('request', answer);
      await page.setRequestInterception(true);
      await page.goto(address, { waitUntil: 'domcontentloaded' });
      await equip(page);
      page.off('request', answer);
      await page.setRequestInterception(false);
      return page;
    },
    async openApart(served) {
      const page = await visit(served);
      const world = isolatedWorld(page);
      await world.evaluate(adoptStyle, style);
      await world.evaluate(`${script};globalThis.probe = probe;`);
      return { page, world };
    },
    async close() {
      await session.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Runs in the page. */
function addStyleElement(css: string): void {
  const element = document.createElement('style');
  element.textContent = css;
  document.head?.append(element);
}

/** Runs in the page. A constructed sheet, which the page's policy does not forbid. */
function adoptStyle(css: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets.push(sheet);
}

/** puppeteer keeps an isolated world in every frame for its own use, in Firefox a sandbox; its types do not say so. */
function isolatedWorld(page: Page): Realm {
  const frame = page.mainFrame() as unknown as { isolatedRealm(): Realm };
  return frame.isolatedRealm();
}

/** Bundles a module of this folder into a script that defines a global of its exports. */
export async function bundle(file: string, name: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      target: 'es2024',
      lib: { entry: fileURLToPath(new URL(file, import.meta.url)), name, formats: ['iife'] },
    },
  });
  const output = Array.isArray(result) ? result[0] : result;
  if (!output || !('output' in output)) throw new Error(`${file} was not bundled.`);
  return output.output[0].code;
}
