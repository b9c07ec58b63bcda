import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually, highlighted, KINDS, openCardOf, openInstead, openStage, type Stage } from './support.ts';

const TERM = '高质量数据集';
/** A page about some terms, with a link to the next. */
const article = (words: string, head = ''): string =>
  `<!doctype html><html lang="zh"><head><meta charset="utf-8"><title>t</title><link rel="icon" href="data:,">${head}</head>
<body><h1>人工智能</h1><div id="rm_txt_zw"><p>今天建设${TERM}，${words}，发展人工智能，大家都很高兴。</p></div><a href="/next.html">下一篇</a>
<script>addEventListener('pageshow', ({ persisted }) => { document.title = persisted ? 'again' : 'first' })</script></body></html>`;

const PRERENDER =
  '<script type="speculationrules">{ "prerender": [{ "urls": ["/next.html"], "eagerness": "immediate" }] }</script>';

interface TabsApi {
  readonly tabs: { query(query: object): Promise<{ readonly id: number; readonly url?: string }[]> };
  readonly action: { getBadgeText(tab: { readonly tabId: number }): Promise<string> };
}

describe.each(KINDS)('in %s, the badge tells the terms of the page that is shown', (kind) => {
  let stage: Stage;
  let own: Page;
  let page: Page | undefined;
  const errors: string[] = [];
  beforeAll(async () => {
    stage = await openStage(kind, {
      '/first.html': article('发展'),
      '/next.html': article('发展算力，智能体'),
      '/ahead.html': article('发展', PRERENDER),
    });
    own = await stage.openOwn('options.html');
  });
  afterAll(() => stage?.close());

  async function open(path: string): Promise<Page> {
    page = await openInstead(stage, page, path, errors);
    await page.bringToFront();
    await highlighted(page);
    return page;
  }

  function badgeOf(path: string): Promise<string | undefined> {
    return own.evaluate(async (end) => {
      const world = globalThis as unknown as { readonly browser?: TabsApi; readonly chrome: TabsApi };
      const api = world.browser ?? world.chrome;
      const tab = (await api.tabs.query({})).find(({ url }) => url?.endsWith(end));
      return tab && api.action.getBadgeText({ tabId: tab.id });
    }, path);
  }

  function expectBadge(path: string, terms: string): Promise<boolean> {
    return eventually(`the badge of ${path}`, async () => (await badgeOf(path)) === terms);
  }

  it('when it comes back from the cache', async () => {
    const shown = await open('/first.html');
    await expectBadge('/first.html', '2');
    await Promise.all([shown.waitForNavigation(), shown.click('a')]);
    await expectBadge('/next.html', '4');
    await shown.evaluate(() => history.back());
    await expectBadge('/first.html', '2');
    expect(await shown.title()).toBe('again');
    expect(errors).toEqual([]);
  });

  it.runIf(kind === 'chromium')('when it was read before it was shown, and its card opens', async () => {
    const shown = await open('/ahead.html');
    // Nothing tells a page that another one has been read in advance.
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    await Promise.all([shown.waitForNavigation(), shown.click('a')]);
    const activation = await shown.evaluate(() => {
      const [entry] = performance.getEntriesByType('navigation');
      return (entry as unknown as { readonly activationStart: number }).activationStart;
    });
    expect(activation).toBeGreaterThan(0);
    await expectBadge('/next.html', '4');
    await highlighted(shown);
    await openCardOf(shown, TERM);
    expect(errors).toEqual([]);
  });
});
