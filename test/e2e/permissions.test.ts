import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BrowserSession, launchBrowser } from '../../scripts/browsers.ts';
import { BUILD_FOLDER } from '../../scripts/build.ts';
import { waitForCard } from '../../scripts/card-probe.ts';
import { type PageServer, servePages } from '../../scripts/demo/server.ts';
import { hoverPainted, paintedCounts } from '../../scripts/drive.ts';
import type { BrowserUi } from '../support/browser-ui.ts';
import { chromiumUi, freePort, uiSwitches } from '../support/chromium-ui.ts';
import { firefoxUi } from '../support/firefox-ui.ts';
import { zipFolder } from '../support/zip.ts';
import { bare, eventually, highlighted, KINDS } from './support.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const ARTICLE = new URL('../../assets/demo/article.html', import.meta.url);
const HOST = '127.0.0.1';
/** A site of the curated list, and one below it; their names lead to our server. */
const MINISTRY = 'www.miit.gov.cn';
const PEOPLES_DAILY = 3;
const GRANT = '.empty-actions .primary';
const ONCE = '.empty-actions .button:not(.primary)';

/** The extension as it ships, in a profile that outlives the browser: no permission is given beforehand. */
describe.each(KINDS)('permissions in %s', (kind) => {
  let server: PageServer;
  let profile: string;
  let session: BrowserSession;
  let ui: BrowserUi;
  /** The options of the extension. */
  let options: Page;

  async function start(installed?: string): Promise<void> {
    const extension = ROOT + BUILD_FOLDER[kind];
    const port = await freePort();
    const archive = join(profile, 'extension.xpi');
    if (kind === 'firefox' && installed === undefined) await writeFile(archive, await zipFolder(extension));
    session = await launchBrowser({
      ...{ kind, headless: true, extension, installed, profile },
      ...(kind === 'firefox'
        ? {
            archive,
            preferences: { 'xpinstall.signatures.required': false, 'network.dns.localDomains': MINISTRY },
          }
        : { args: [...uiSwitches(port), `--host-resolver-rules=MAP ${MINISTRY} ${HOST}`] }),
    });
    options = await session.open(`${session.origin}/options.html`);
    ui = await (kind === 'firefox' ? firefoxUi(session, options) : chromiumUi(session, port));
  }

  async function stop(): Promise<void> {
    ui?.close();
    await session?.close();
  }

  /** Hosts beside those of People's Daily that the browser lets the extension read. */
  const granted = (): Promise<number> =>
    options.evaluate(async (own) => {
      const { permissions } = Reflect.get(globalThis, 'chrome') as unknown as {
        permissions: { getAll(): Promise<{ readonly origins: readonly string[] }> };
      };
      return (await permissions.getAll()).origins.length - own;
    }, PEOPLES_DAILY);
  const optionsSay = (text: string): Promise<boolean> =>
    options.evaluate((wanted) => document.body.textContent.includes(wanted), text);

  beforeAll(async () => {
    server = await servePages({ '/': await readFile(ARTICLE, 'utf8') });
    profile = await mkdtemp(join(tmpdir(), 'aiplus-profile-'));
    await start();
  });
  afterAll(async () => {
    await stop();
    await server?.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  });

  it('a refusal is said and changes nothing', async () => {
    const page = await session.open(server.url);
    await options.bringToFront();
    await options.type('.box-line input[type="text"]', HOST);
    await options.keyboard.press('Enter');
    await ui.answerPrompt(false);
    await eventually('the sentence', () =>
      options.evaluate(() => document.querySelector('[role="alert"]') !== null),
    );
    expect(await granted()).toBe(0);
    expect(await paintedCounts(page)).toStrictEqual({});
    await page.close();
  });

  it('“Just once” reads the page that is open, with its card, and no other one', async () => {
    const page = await session.open(server.url);
    await ui.clickInPopup(page, ONCE);
    await page.bringToFront();
    await highlighted(page);
    await hoverPainted(page, ['technology'], '科学大模型');
    expect(await waitForCard(page)).toBe('科学大模型');
    expect(await granted()).toBe(0);
    await page.reload();
    await bare(page);
    await page.close();
  });

  it('Alt+Q explains the selection on a page that is not read, and leaves it so', async () => {
    const page = await session.open(server.url);
    await page.evaluate((wanted) => {
      const paragraph = [...document.querySelectorAll('p')].find((one) => one.textContent.includes(wanted));
      if (paragraph) getSelection()?.selectAllChildren(paragraph);
    }, '科学大模型');
    await ui.pressAlt(page, 'q');
    expect(await waitForCard(page)).not.toBe('');
    expect(await paintedCounts(page)).toStrictEqual({});
    expect(await granted()).toBe(0);
    await page.close();
  });

  it('“Just once” reads a file of this device', async () => {
    const page = await session.open(await savedArticle());
    await ui.clickInPopup(page, '[data-state="file"] .primary');
    await page.bringToFront();
    await highlighted(page);
    await page.reload();
    await bare(page);
    await page.close();
  });

  it('“Read here too” asks the browser; the page is read at once, and after a reload', async () => {
    const page = await session.open(server.url);
    await ui.clickInPopup(page, GRANT);
    await ui.answerPrompt(true);
    await page.bringToFront();
    await highlighted(page);
    expect(await granted()).toBe(1);
    await page.reload();
    await highlighted(page);
    await eventually('the site in the options', () => optionsSay(HOST));
    await page.close();
  });

  it('what was granted is still granted when the browser starts again', async () => {
    await stop();
    await start(session.origin);
    const page = await session.open(server.url);
    await highlighted(page);
    expect(await granted()).toBe(1);
    await page.close();
  });

  it('the list of central media and government is allowed in one step', async () => {
    await options.bringToFront();
    const sites = await options.evaluate(
      () => document.querySelectorAll('.box-columns input:checked').length,
    );
    expect(sites).toBeGreaterThan(10);
    await options.click('.box-group .primary');
    await ui.answerPrompt(true);
    await eventually('all of them', async () => (await granted()) === 1 + sites);
    const page = await session.open(server.url.replace(HOST, MINISTRY));
    await highlighted(page);
    await page.close();
  });

  it('a permission taken back in the settings of the browser ends the reading, of that site alone', async () => {
    const page = await session.open(server.url);
    const other = await session.open(server.url.replace(HOST, MINISTRY));
    await highlighted(other);
    await page.bringToFront();
    await highlighted(page);
    const before = await granted();
    await ui.revoke(HOST);
    await page.bringToFront();
    await bare(page);
    // Nothing of the extension is left: a head and a body.
    expect(await page.evaluate(() => document.documentElement.children.length)).toBe(2);
    expect(await granted()).toBe(before - 1);
    await page.reload();
    await bare(page);
    await other.bringToFront();
    await highlighted(other);
  });

  /** The article as a reader has saved it. */
  async function savedArticle(): Promise<string> {
    const file = join(profile, 'saved.html');
    await writeFile(file, await readFile(ARTICLE));
    return pathToFileURL(file).href;
  }
});
