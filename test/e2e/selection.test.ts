import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BrowserSession, launchBrowser } from '../../scripts/browsers.ts';
import { BUILD_FOLDER, makeTrialCopy } from '../../scripts/build.ts';
import { cardText, waitForCard, waitForNoCard } from '../../scripts/card-probe.ts';
import { type PageServer, servePages } from '../../scripts/demo/server.ts';
import { hoverPainted, paintedCounts, paintedTexts } from '../../scripts/drive.ts';
import type { BrowserUi } from '../support/browser-ui.ts';
import { chromiumUi, freePort, uiSwitches } from '../support/chromium-ui.ts';
import { firefoxUi } from '../support/firefox-ui.ts';
import { eventually, highlighted, KINDS, ownPage } from './support.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const WORD = '链主信托';
const DEFINITION = '本组自己的释义';
const BUILT_IN = '大模型';
const ARTICLE = `<!doctype html><html lang="zh"><meta charset="utf-8"><title>选中</title><link rel="icon" href="data:,">
<body><div id="rm_txt_zw"><p>各地推动${BUILT_IN}走进工厂。今天天气很好，大家都去公园散步。</p>
<p>本市发布<b>${WORD}</b>，今天天气很好，孩子们在草地上放风筝。</p></div></body></html>`;

/** The context menu is the browser's own: it is opened over a selection, and its items are taken, as by a reader. */
describe.each(KINDS)('from a selection in %s', (kind) => {
  let server: PageServer;
  let session: BrowserSession;
  let ui: BrowserUi;
  let article: Page;

  beforeAll(async () => {
    server = await servePages({ '/': ARTICLE });
    const port = await freePort();
    session = await launchBrowser({
      ...{ kind, headless: true },
      // It may read 127.0.0.1, and not `localhost`, which is the same server.
      extension: await makeTrialCopy(ROOT + BUILD_FOLDER[kind], ['http://127.0.0.1/*'], 'selection'),
      ...(kind === 'chromium' ? { args: uiSwitches(port) } : {}),
    });
    const own = await session.open(`${session.origin}/outline.html`);
    ui = await (kind === 'firefox' ? firefoxUi(session, own) : chromiumUi(session, port));
    article = await session.open(server.url);
    await highlighted(article);
  });
  afterAll(async () => {
    ui?.close();
    await session?.close();
    await server?.close();
  });

  /** Takes “Add to my glossary” over the word in the article. Returns the options page with the form it opens. */
  async function addWord(): Promise<Page> {
    await article.bringToFront();
    await ui.chooseInMenu(article, await select(article, WORD), 'add-to-glossary');
    const options = await ownPage({ session }, 'options.html');
    await options.bringToFront();
    const term = await options.waitForSelector('.entry-form input');
    expect(await term?.evaluate(({ value }) => value)).toBe(WORD);
    return options;
  }

  it('“Explain the selection” opens its card in a page that is not read, and leaves the page so', async () => {
    const page = await session.open(server.url.replace('127.0.0.1', 'localhost'));
    await ui.chooseInMenu(page, await select(page, BUILT_IN), 'explain-selection');
    expect(await waitForCard(page)).toBe(BUILT_IN);
    expect(await paintedCounts(page)).toStrictEqual({});
    await page.close();
  });

  it('“Add to my glossary” brings the word into the glossary, onto the open page and onto its card', async () => {
    const options = await addWord();
    await options.type('.entry-form textarea', DEFINITION);
    await options.click('.entry-form button[type="submit"]');
    await eventually('the entry', async () => (await entriesIn(options)).length === 1);
    expect(await entriesIn(options)).toStrictEqual([expect.stringContaining(WORD)]);
    await options.close();
    await article.bringToFront();
    await eventually('the word on the page', async () =>
      (await paintedTexts(article, 'policy')).includes(WORD),
    );
    await hoverPainted(article, ['policy'], WORD);
    expect(await waitForCard(article)).toBe(WORD);
    expect(await cardText(article)).toContain(DEFINITION);
    await article.mouse.move(2, 2);
    await waitForNoCard(article);
  });

  it('a word that the glossary has already is not added once more, and the reader is told', async () => {
    const options = await addWord();
    await options.type('.entry-form textarea', 'x');
    await options.click('.entry-form button[type="submit"]');
    const alert = await options.waitForSelector('.entry-form [role="alert"]');
    expect(await alert?.evaluate(({ textContent }) => textContent)).toContain(
      `“${WORD}” has an entry already`,
    );
    expect(await entriesIn(options)).toHaveLength(1);
  });
});

/** What the entries of the glossary say, as the options list them. */
function entriesIn(options: Page): Promise<string[]> {
  return options.evaluate(() =>
    [...document.querySelectorAll('#glossary ul.box-rows > li')].map(({ textContent }) => textContent),
  );
}

/** Selects a word of a page as a reader does. Returns the middle of it, in CSS pixels of the viewport. */
function select(page: Page, word: string): Promise<{ readonly x: number; readonly y: number }> {
  return page.evaluate((wanted) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
      const start = node.data.indexOf(wanted);
      if (start < 0) continue;
      getSelection()?.setBaseAndExtent(node, start, node, start + wanted.length);
      const box = getSelection()?.getRangeAt(0).getBoundingClientRect();
      if (box) return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    }
    throw new Error(`The page has no ${wanted}.`);
  }, word);
}
