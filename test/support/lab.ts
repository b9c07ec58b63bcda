import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { build } from 'vite';
import { type BrowserSession, launchBrowser } from '../../scripts/browsers.ts';

export const BROWSER_KINDS = ['chromium', 'firefox'] as const;
export type LabBrowser = (typeof BROWSER_KINDS)[number];

const STYLES = new URL('../../assets/styles/highlights.css', import.meta.url);

/** A page to serve: its HTML, or bytes or headers of its own. */
export type LabPage =
  | string
  | { readonly body: string | Uint8Array; readonly headers: Readonly<Record<string, string>> };

/** A browser with a small server, in which pages are read with the word list of `lab-page.ts`. */
export interface Lab {
  readonly session: BrowserSession;
  /** Opens a page; the functions of `lab-page.ts` are then `probe.…` in its world. Nothing is started. */
  open(served: LabPage): Promise<Page>;
  /** Serves a further document and returns its address. */
  serve(served: LabPage): string;
  close(): Promise<void>;
}

export async function openLab(kind: LabBrowser, args: readonly string[] = []): Promise<Lab> {
  const [script, style] = await Promise.all([bundle('lab-page.ts', 'probe'), readFile(STYLES, 'utf8')]);
  const documents = new Map<string, LabPage>();
  const server = createServer((request, response) => {
    const found = documents.get(new URL(request.url ?? '/', 'http://localhost').pathname);
    if (found === undefined) {
      response.writeHead(404).end();
      return;
    }
    const { body, headers } =
      typeof found === 'string'
        ? { body: found, headers: { 'content-type': 'text/html; charset=utf-8' } }
        : found;
    response.writeHead(200, headers).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const session = await launchBrowser({ kind, headless: true, args });

  function serve(served: LabPage): string {
    const path = `/${documents.size}.html`;
    documents.set(path, served);
    return `http://127.0.0.1:${port}${path}`;
  }

  return {
    session,
    serve,
    async open(served) {
      for (const page of await session.browser.pages()) if (page.url() !== 'about:blank') await page.close();
      const page = await session.open(serve(served));
      await page.evaluate((css) => {
        const element = document.createElement('style');
        element.textContent = css;
        document.head?.append(element);
      }, style);
      await page.evaluate(`${script};globalThis.probe = probe;`);
      return page;
    },
    async close() {
      await session.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
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
