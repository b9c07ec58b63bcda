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

/** Which rules axe goes by: the one of contrast takes as long as all others together; `high contrast` is AAA. */
export type Rules = 'all but contrast' | 'contrast' | 'high contrast';

/** What a reader has asked the system for; all of them are off without it. */
export type Wish = 'forced-colors' | 'prefers-contrast' | 'prefers-reduced-motion';

const WISHED: Readonly<Record<Wish, string>> = {
  'forced-colors': 'active',
  'prefers-contrast': 'more',
  'prefers-reduced-motion': 'reduce',
};

/** Firefox takes them from its preferences, at its start; it has none for more contrast without forced colours. */
const FIREFOX_WISHES: Readonly<Partial<Record<Wish, Readonly<Record<string, number>>>>> = {
  'forced-colors': { 'browser.display.document_color_use': 2 },
  'prefers-reduced-motion': { 'ui.prefersReducedMotion': 1 },
};

/** The gallery in a browser, with axe in the page. */
export interface GallerySession {
  readonly session: BrowserSession;
  readonly page: Page;
  readonly names: readonly string[];
  readonly locales: readonly string[];
  /** Shows one state in the window of its surface, or in one of another width. */
  show(shown: Shown, width?: number): Promise<void>;
  /** What axe finds: rule, element, and why; empty for nothing. */
  findings(rules: Rules): Promise<readonly string[]>;
  close(): Promise<void>;
}

/**
 * Opens the gallery for a reader with certain wishes. A card that is still fading in has no contrast yet: nothing moves
 * unless a test is about that.
 */
export async function openGallery(
  kind: 'chromium' | 'firefox',
  wishes: readonly Wish[] = ['prefers-reduced-motion'],
): Promise<GallerySession> {
  const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  const served = await serveGallery();
  const preferences = Object.assign({}, ...wishes.map((wish) => FIREFOX_WISHES[wish]));
  const session = await launchBrowser({ kind, headless: true, preferences });
  const page = await session.open(served.url);
  if (kind === 'chromium') {
    const protocol = await page.createCDPSession();
    const features = wishes.map((name) => ({ name, value: WISHED[name] }));
    await protocol.send('Emulation.setEmulatedMedia', { features });
  }
  await page.evaluate(axe);
  const { names, locales } = await page.evaluate(() => ({
    names: [...gallery.names],
    locales: [...gallery.locales],
  }));
  let window = '';
  return {
    session,
    page,
    names,
    locales,
    async show({ name, locale, theme }, width) {
      const viewport = { ...viewportOf(name), ...(width === undefined ? {} : { width }) };
      // Another window takes longer than all the rest.
      const wanted = `${viewport.width} × ${viewport.height}`;
      if (wanted !== window) await page.setViewport(viewport);
      window = wanted;
      await page.evaluate((...scene) => gallery.show(...scene), name, locale, theme);
    },
    findings: (rules) =>
      page.evaluate(async (chosen) => {
        const { axe: runner } = globalThis as unknown as {
          axe: { run(context: string, options: object): Promise<AxeResults> };
        };
        const { violations } = await runner.run('[data-scene]', {
          resultTypes: ['violations'],
          runOnly:
            chosen !== 'all but contrast'
              ? {
                  type: 'rule',
                  values: [chosen === 'contrast' ? 'color-contrast' : 'color-contrast-enhanced'],
                }
              : ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
          rules:
            chosen !== 'all but contrast'
              ? {}
              : {
                  'color-contrast': { enabled: false },
                  'target-size': { enabled: true },
                  // The rules about a whole page are about the page that the surface is in.
                  region: { enabled: false },
                  'landmark-one-main': { enabled: false },
                  'page-has-heading-one': { enabled: false },
                },
        });
        return violations.flatMap(({ id, nodes }) =>
          nodes.map(({ target, failureSummary }) => `${id}: ${target} ${failureSummary ?? ''}`),
        );
      }, rules),
    async close() {
      await session.close();
      await served.close();
    },
  };
}
