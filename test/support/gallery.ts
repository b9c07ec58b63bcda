import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'puppeteer-core';
import { type BrowserSession, launchBrowser } from '../../scripts/browsers.ts';
import { serveGallery, viewportOf } from '../../scripts/gallery.ts';

/** One state of a surface as a reader has it. */
interface Shown {
  readonly name: string;
  readonly locale: string;
  readonly theme: string;
}

/** The gallery in a browser, with axe in the page. */
export interface GallerySession {
  readonly session: BrowserSession;
  readonly page: Page;
  readonly names: readonly string[];
  readonly locales: readonly string[];
  /** Shows one state in the window of its surface, or in one of another width. */
  show(shown: Shown, width?: number): Promise<void>;
  /** What axe finds: rule, element, and why; empty for nothing. Of one rule only, or of all. */
  findings(rule?: string): Promise<readonly string[]>;
  close(): Promise<void>;
}

export async function openGallery(kind: 'chromium' | 'firefox'): Promise<GallerySession> {
  const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  const served = await serveGallery();
  const session = await launchBrowser({ kind, headless: true });
  const page = await session.open(served.url);
  // A card that is still fading in has no contrast yet. Firefox cannot be told so; there the tests look at layout only.
  if (kind === 'chromium')
    await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
  await page.evaluate(axe);
  const { names, locales } = await page.evaluate(() => ({
    names: [...gallery.names],
    locales: [...gallery.locales],
  }));
  return {
    session,
    page,
    names,
    locales,
    async show({ name, locale, theme }, width) {
      const viewport = viewportOf(name);
      await page.setViewport({ ...viewport, width: width ?? viewport.width });
      await page.evaluate((...scene) => gallery.show(...scene), name, locale, theme);
    },
    findings: (rule) =>
      page.evaluate(async (only) => {
        const { axe: runner } = window as unknown as {
          axe: { run(context: string, options: object): Promise<AxeResults> };
        };
        const { violations } = await runner.run('[data-scene]', {
          resultTypes: ['violations'],
          runOnly: only
            ? { type: 'rule', values: [only] }
            : ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
          // The rules about a whole page are about the page that the surface is in.
          rules: only
            ? {}
            : {
                'target-size': { enabled: true },
                region: { enabled: false },
                'landmark-one-main': { enabled: false },
                'page-has-heading-one': { enabled: false },
              },
        });
        return violations.flatMap(({ id, nodes }) =>
          nodes.map(({ target, failureSummary }) => `${id}: ${target} ${failureSummary ?? ''}`),
        );
      }, rule),
    async close() {
      await session.close();
      await served.close();
    },
  };
}
