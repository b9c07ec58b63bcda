import { rename } from 'node:fs/promises';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cardText, noticeText, placeInCard, waitForCard, waitForNoCard } from '../../scripts/card-probe.ts';
import { hoverPainted } from '../../scripts/drive.ts';
import { bare, eventually, highlighted, KINDS, openInstead, openStage, type Stage } from './support.ts';

const OTHER = `<!doctype html><html lang="zh"><meta charset="utf-8"><title>天气</title><body><p>天气很好。</p></body></html>`;

/** The extension's background, as its own pages reach it. */
declare const chrome: {
  readonly runtime: { sendMessage(message: unknown): Promise<unknown> };
  readonly storage: { readonly sync: { clear(): Promise<void> } };
};

describe.each(KINDS)('faults in %s', (kind) => {
  let stage: Stage;
  let page: Page;
  const errors: string[] = [];

  async function visit(): Promise<Readonly<Record<string, number>>> {
    page = await openInstead(stage, page, '/', errors);
    return highlighted(page);
  }

  beforeAll(async () => {
    stage = await openStage(kind, { '/other.html': OTHER });
  });
  afterAll(() => stage?.close());

  /** Ends the service worker as Chromium does after 30 seconds without work. */
  async function endWorker(): Promise<void> {
    const { browser } = stage.session;
    const target = browser.targets().find((candidate) => candidate.type() === 'service_worker');
    await (await target?.worker())?.close();
    await eventually('the worker to end', async () =>
      browser.targets().every((candidate) => candidate.type() !== 'service_worker'),
    );
  }

  it('a card that cannot be loaded is told, and comes when it can be', async () => {
    // First of all: Firefox keeps a script that it has loaded once, and that it has not found one.
    const [script, aside] = [`${stage.extension}/card.js`, `${stage.extension}/card.aside`];
    await visit();
    await rename(script, aside);
    await hoverPainted(page, ['technology'], '科学大模型');
    await eventually('the notice', async () => (await noticeText(page)).includes('could not be loaded'));
    expect(await cardText(page)).toBeUndefined();
    await rename(aside, script);
    if (kind === 'firefox') return;
    await page.mouse.move(2, 2);
    await hoverPainted(page, ['technology'], '科学大模型');
    expect(await waitForCard(page)).toBe('科学大模型');
    expect(await noticeText(page)).toBe('');
  });

  describe.runIf(kind === 'chromium')('a service worker that was ended', () => {
    it('before a page is read is started again for its knowledge', async () => {
      await endWorker();
      await visit();
      await hoverPainted(page, ['technology'], '科学大模型');
      expect(await waitForCard(page)).toBe('科学大模型');
    });

    it('before a figure is explained is not missed', async () => {
      await visit();
      await endWorker();
      await hoverPainted(page, ['figure'], '41.06泽字节（ZB）');
      await waitForCard(page);
      expect(await cardText(page)).toContain('4.106 × 10²²');
    });

    it('before the outline is opened is started again to open it', async () => {
      await visit();
      await hoverPainted(page, ['data-compute'], '高质量数据集');
      await waitForCard(page);
      await endWorker();
      const pages = (await stage.session.browser.pages()).length;
      const link = await eventually('the link', () => placeInCard(page, 'card-place', '(8)'));
      await page.mouse.move(link.x, link.y, { steps: 4 });
      await page.mouse.click(link.x, link.y);
      await eventually('the outline', async () => (await stage.session.browser.pages()).length === pages + 1);
    });
  });

  it('messages that are doubled get the same answer, unknown and broken ones none', async () => {
    await visit();
    const own = await stage.openOwn('options.html');
    const answers = await own.evaluate(async () => {
      const ask = (message: unknown): Promise<unknown> =>
        chrome.runtime.sendMessage(message).then(
          (answer) => answer ?? null,
          () => null,
        );
      const describeTerm = {
        aiplus: 'background',
        name: 'describe',
        params: { terms: ['suan-li'], figures: [] },
      };
      const [first, second] = await Promise.all([ask(describeTerm), ask(describeTerm)]);
      const broken = [
        null,
        'report',
        { aiplus: 'background', name: 'constructor', params: {} },
        { aiplus: 'background', name: '__proto__', params: {} },
        { aiplus: 'background', name: 'describe', params: { terms: 'suan-li' } },
        { aiplus: 'background', name: 'openOutline', params: { item: '"><img src=x>' } },
        { aiplus: 'background', name: 'openOptions', params: { section: 'javascript:alert(1)' } },
        { aiplus: 'background', name: 'explain', params: { figures: [{ start: -1 }], locale: 'en' } },
      ];
      const ignored = await Promise.all(broken.map(ask));
      return { first, second, ignored, still: await ask(describeTerm) };
    });
    expect(answers.first).toHaveProperty('terms.suan-li');
    expect(answers.second).toEqual(answers.first);
    expect(answers.ignored).toEqual(answers.ignored.map(() => null));
    expect(answers.still).toEqual(answers.first);
    await own.close();
  });

  it('settings that are lost under an open page fall back to the defaults, and the page stays read', async () => {
    const before = await visit();
    const own = await stage.openOwn('options.html');
    await own.evaluate(() => chrome.storage.sync.clear());
    await own.close();
    await page.bringToFront();
    expect(await highlighted(page)).toEqual(before);
  });

  it('a page that comes back from the cache of the browser is as the settings say now', async () => {
    const before = await visit();
    await page.goto(new URL('/other.html', stage.url).href);
    await toggle(stage);
    await page.bringToFront();
    // Not `goBack`: it waits for a load, and a page out of the cache has none.
    await page.evaluate(() => setTimeout(() => history.back(), 0));
    await eventually('the article', () => page.evaluate(() => document.title !== '天气').catch(() => false));
    await bare(page);
    await toggle(stage);
    await page.bringToFront();
    expect(await highlighted(page)).toEqual(before);
  });

  it('an extension that is replaced under an open page leaves one card at most and throws nothing', async () => {
    const before = await visit();
    await hoverPainted(page, ['technology'], '科学大模型');
    await waitForCard(page);
    await page.mouse.move(2, 2);
    await waitForNoCard(page);
    errors.length = 0;
    await replaceExtension(stage);
    await page.bringToFront();
    await hoverPainted(page, ['technology'], '科学大模型');
    await page.mouse.wheel({ deltaY: 400 });
    await page.mouse.move(2, 2);
    await page.evaluate(() => document.querySelector('p')?.append('大模型'));
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    const hosts = await page.evaluate(() => document.querySelectorAll('html > [data-aiplus-card]').length);
    expect(hosts).toBeLessThanOrEqual(1);
    expect(errors).toEqual([]);
    await page.reload();
    expect(await highlighted(page)).toEqual(before);
    expect(await page.evaluate(() => document.querySelectorAll('[data-aiplus-card]').length)).toBe(0);
  });
});

/** Presses the main switch of the popup. */
async function toggle(stage: Stage): Promise<void> {
  const popup = await stage.openOwn('popup.html');
  await popup.waitForSelector('input.switch');
  await popup.evaluate(() => document.querySelector<HTMLInputElement>('input.switch')?.click());
  await new Promise((resolve) => setTimeout(resolve, 300));
  await popup.close();
}

/** Puts the extension in its own place, as an update does; Firefox starts it in open tabs at once. */
async function replaceExtension(stage: Stage): Promise<void> {
  const { browser, kind, origin } = stage.session;
  if (kind === 'chromium' && origin) await browser.uninstallExtension(new URL(origin).host);
  await browser.installExtension(stage.extension);
  await new Promise((resolve) => setTimeout(resolve, 2_000));
}
