import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BrowserSession, launchBrowser } from '../../scripts/browsers.ts';
import { BUILD_FOLDER, makeTrialCopy } from '../../scripts/build.ts';
import { cardTitle, waitForCard, waitForNoCard } from '../../scripts/card-probe.ts';
import { type PageServer, servePages } from '../../scripts/demo/server.ts';
import { hoverPainted, paintedCounts } from '../../scripts/drive.ts';
import { bare, eventually, highlighted, KINDS } from './support.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The context of an open page's scripts becomes invalid while they run: the extension starts itself anew. */
describe.each(KINDS)('the extension starts anew under an open page in %s', (kind) => {
  let profile: string;
  let server: PageServer;
  let session: BrowserSession;
  let page: Page;
  const errors: string[] = [];

  beforeAll(async () => {
    server = await servePages({ '/': await readFile(`${ROOT}assets/demo/article.html`, 'utf8') });
    profile = await mkdtemp(join(tmpdir(), 'aiplus-profile-'));
    await mkdir(join(profile, 'Default'));
    // Chromium starts an unpacked extension anew only for developers.
    const preferences = { extensions: { ui: { developer_mode: true } } };
    await writeFile(join(profile, 'Default', 'Preferences'), JSON.stringify(preferences));
    session = await launchBrowser({
      kind,
      headless: true,
      extension: await makeTrialCopy(ROOT + BUILD_FOLDER[kind], ['http://127.0.0.1/*'], 'anew'),
      ...(kind === 'chromium' ? { profile } : {}),
    });
    page = await session.open(server.url);
    page.on('pageerror', (error) => errors.push(String(error)));
  });
  afterAll(async () => {
    await session?.close();
    await server?.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  });

  it('marks and card go with the old one, nothing is thrown, and the new one paints once', async () => {
    const before = await highlighted(page);
    await hoverPainted(page, ['data-compute']);
    await waitForCard(page);
    await startAnew(session);
    await page.bringToFront();
    await waitForNoCard(page);
    // Firefox runs the content script of the new one in open pages, Chromium leaves them until they are loaded again.
    if (kind === 'chromium') {
      await bare(page);
      await page.mouse.move(2, 2);
      await hoverPainted(page, ['data-compute']);
      expect(await cardTitle(page)).toBeUndefined();
      await page.reload();
    }
    await eventually('the same marks', async () => isDeepStrictEqual(await paintedCounts(page), before));
    await page.mouse.move(2, 2);
    await hoverPainted(page, ['data-compute']);
    await waitForCard(page);
    expect(await page.evaluate(() => document.querySelectorAll('[data-aiplus-card]').length)).toBe(1);
    await page.keyboard.press('Escape');
    await waitForNoCard(page);
    expect(await paintedCounts(page)).toEqual(before);
    expect(errors).toEqual([]);
  });
});

/** Has a page of the extension start it anew, which closes that page. */
async function startAnew({ kind, origin, open }: BrowserSession): Promise<void> {
  const own = await open(`${origin}/options.html`);
  await own
    .evaluate(
      (name) => {
        const { runtime } = Reflect.get(globalThis, name) as { runtime: { reload(): void } };
        runtime.reload();
      },
      kind === 'firefox' ? 'browser' : 'chrome',
    )
    .catch(() => undefined);
  await eventually('the page to be closed', () => own.evaluate(() => false).catch(() => true));
}
