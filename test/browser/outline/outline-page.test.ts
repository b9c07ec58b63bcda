import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { AxeResults } from 'axe-core';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BrowserSession, launchBrowser } from '../../../scripts/browsers.ts';
import { BUILD_FOLDER, makeTrialCopy } from '../../../scripts/build.ts';
import { type PageServer, servePages } from '../../../scripts/demo/server.ts';
import { loadKnowledge } from '../../../utils/knowledge/load.ts';

const ARTICLE = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>试读</title>
<div class="article"><h1>人工智能落地还要过几道关</h1><div id="ozoom">
<p>要建设高质量数据集，完善数据产权制度，发展数据标注产业，让人工智能用得好、用得起。</p>
<p>2024年全国数据生产总量达41.06泽字节（ZB），智能体等应用普及率到2027年要超70%。</p>
</div></div></html>`;

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** The extension in a browser with an article open, and the outline page beside it. */
interface Desk {
  readonly session: BrowserSession;
  readonly article: Page;
  /** Id of the article's tab, and the index of the first 高质量数据集 in it. */
  readonly tab: number;
  readonly from: number;
  open(rest: string): Promise<Page>;
  close(): Promise<void>;
}

async function openDesk(kind: 'chromium' | 'firefox'): Promise<Desk> {
  const server: PageServer = await servePages({ '/': ARTICLE });
  const build = await makeTrialCopy(
    ROOT + BUILD_FOLDER[kind],
    ['http://127.0.0.1/*'],
    // Files that run side by side have a copy each.
    `trial-${process.env.VITEST_POOL_ID}`,
  );
  const session = await launchBrowser({ kind, headless: true, extension: build });
  const article = await session.open(server.url);
  await article.waitForFunction(() => (CSS.highlights.get('aiplus-data-compute')?.size ?? 0) > 0);
  const open = async (rest: string): Promise<Page> => {
    const page = await session.open(`${session.origin}/outline.html${rest}`);
    await page.setViewport({ width: 1440, height: 960 });
    await page.waitForSelector('.outline-page');
    // The page of the first run may have come to the front meanwhile; hidden pages draw no frames.
    await page.bringToFront();
    return page;
  };
  const page = await open('');
  const { tab, from } = await page.evaluate(async () => {
    interface Report {
      readonly annotations: readonly { readonly index: number; readonly text: string }[];
    }
    const { browser, chrome } = globalThis as unknown as Record<
      string,
      {
        tabs: {
          query(filter: object): Promise<readonly { readonly id: number }[]>;
          sendMessage(id: number, message: object): Promise<Report>;
        };
      }
    >;
    const { tabs } = (browser ?? chrome)!;
    for (const { id } of await tabs.query({})) {
      const report = await tabs
        .sendMessage(id, { aiplus: 'tab', name: 'report', params: {} })
        .catch(() => undefined);
      const found = report?.annotations.find(({ text }) => text === '高质量数据集');
      if (found) return { tab: id, from: found.index };
    }
    throw new Error('No tab has the article.');
  });
  await page.close();
  return {
    session,
    article,
    tab,
    from,
    open,
    async close() {
      await session.close();
      await server.close();
    },
  };
}

const topOf = (page: Page, id: string) =>
  page.$eval(`#${id}`, (element) => Math.round(element.getBoundingClientRect().top));
const follow = (page: Page, place: string) =>
  page.evaluate((hash) => {
    location.hash = hash;
  }, place);

describe.each(['chromium', 'firefox'] as const)('the outline page in %s', (kind) => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk(kind);
  });
  afterAll(() => desk.close());

  it('opens at the item of its address, below the bars, with the focus on it', async () => {
    const page = await desk.open('#op-3-8');
    await page.waitForFunction(() => document.activeElement?.id === 'op-3-8');
    expect(await topOf(page, 'op-3-8')).toBeGreaterThanOrEqual(56);
    expect(await topOf(page, 'op-3-8')).toBeLessThan(200);
    expect(await page.$$eval('[data-here]:not(.chip)', (all) => all.map(({ id }) => id))).toEqual(['op-3-8']);
    await page.close();
  });

  it('opens every item, target, figure and term by its id', async () => {
    const knowledge = loadKnowledge();
    const items = [...knowledge.items.values()];
    const places = [
      ...items.map(({ id }) => id),
      ...items.flatMap(({ targets }) => targets ?? []).map(({ id }) => id),
      ...[...knowledge.figures.keys()].slice(0, 20),
      ...[...knowledge.terms.keys()].slice(0, 20).map((id) => `term-${id}`),
    ];
    const page = await desk.open('');
    const missing = await page.evaluate(async (all) => {
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      const lost: string[] = [];
      for (const place of all) {
        location.hash = place;
        for (let wait = 0; wait < 60 && document.activeElement?.id !== place; wait++) await frame();
        const top =
          document.activeElement?.id === place ? document.activeElement.getBoundingClientRect().top : -1;
        if (top < 0 || top > innerHeight) lost.push(place);
      }
      return lost;
    }, places);
    expect(missing).toEqual([]);
    await page.close();
  });

  it('goes back and forward through the places the reader has seen', async () => {
    const page = await desk.open('#op-1');
    const arrive = (id: string) =>
      page.waitForFunction((wanted) => document.activeElement?.id === wanted, {}, id);
    await arrive('op-1');
    await follow(page, 'art-2-1');
    await arrive('art-2-1');
    await follow(page, 'term-zhi-neng-ti');
    await arrive('term-zhi-neng-ti');
    await page.evaluate(() => history.back());
    await arrive('art-2-1');
    expect(await topOf(page, 'art-2-1')).toBeLessThan(200);
    await page.evaluate(() => history.back());
    await arrive('op-1');
    await page.evaluate(() => history.forward());
    await arrive('art-2-1');
    await page.close();
  });

  it('says so where the address names nothing, and does NOT stay empty', async () => {
    const page = await desk.open('#op-9-9');
    expect(await page.$eval('.note', ({ textContent }) => textContent)).toContain('op-9-9');
    expect(await page.$('#op-1')).not.toBeNull();
    await page.close();
  });

  it('marks what the article has, and leads back to the sentence', async () => {
    const page = await desk.open(`?tab=${desk.tab}&from=${desk.from}#op-3-8`);
    await page.waitForSelector('#op-3-8 .chip[data-here]');
    expect(await page.$eval('.arrival', ({ textContent }) => textContent)).toContain('高质量数据集');
    expect(await page.$eval('.beside-bar b', ({ textContent }) => textContent)).toContain('落地');
    expect(await page.$eval('[data-item="op-3-8"] .item-heat', ({ textContent }) => textContent)).toMatch(
      /3/,
    );
    expect(await page.$('[data-item="op-3-12"] .item-heat')).toBeNull();
    await page.waitForFunction(() => {
      const { top } = document.querySelector('.arrival')?.getBoundingClientRect() ?? { top: 0 };
      return top > 100 && top < 260;
    });
    await page.click('.arrival button');
    await desk.article.waitForFunction(() => document.visibilityState === 'visible');
    await page.close();
  });

  it('opens the card of a term with look-ups inside, and gives the focus back', async () => {
    const page = await desk.open('#op-3-8');
    await page.waitForFunction(() => document.activeElement?.id === 'op-3-8');
    const title = () => page.$eval('[role="dialog"] h2', ({ textContent }) => textContent);
    await page.focus('#op-3-8 .chip');
    await page.keyboard.press('Enter');
    await page.waitForSelector('[role="dialog"]:focus');
    expect(await title()).toBe('高质量数据集');
    await page.$eval('[role="dialog"] .tag', (lead) => (lead as HTMLElement).click());
    await page.waitForFunction(
      () => document.querySelector('[role="dialog"] h2')?.textContent !== '高质量数据集',
    );
    await page.keyboard.press('Backspace');
    await page.waitForFunction(
      () => document.querySelector('[role="dialog"] h2')?.textContent === '高质量数据集',
    );
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => document.querySelector('[role="dialog"]') === null);
    expect(await page.evaluate(() => document.activeElement?.matches('#op-3-8 .chip:first-child'))).toBe(
      true,
    );
    await page.close();
  });

  it('finds by pinyin and by traditional characters, and marks what it found where it stands', async () => {
    const page = await desk.open('');
    await page.focus('input[type="search"]');
    await page.keyboard.type('sjcq');
    await page.waitForFunction(() => document.querySelector('.search-result a')?.textContent === '数据产权');
    await page.$eval('input[type="search"]', (field) => {
      (field as HTMLInputElement).value = '數據供給';
      field.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await page.waitForSelector('.search-result a[href="#op-3-8"] mark');
    await page.$eval('.search-result a[href="#op-3-8"]', (link) => (link as HTMLElement).click());
    await page.waitForSelector('#op-3-8 h3 mark');
    expect(await page.$eval('#op-3-8 h3 mark', ({ textContent }) => textContent)).toBe('数据供给');
    await page.close();
  });

  it('shows the first answer first, wherever the reader was, and leaves an emptied field its focus', async () => {
    const page = await desk.open('#op-3-8');
    await page.waitForFunction(() => document.activeElement?.id === 'op-3-8');
    await page.focus('input[type="search"]');
    await page.keyboard.type('shu');
    await page.waitForSelector('.search-result');
    await page.evaluate(() => scrollTo(0, 2000));
    await page.keyboard.type('ju');
    await page.waitForFunction(() => scrollY === 0);
    for (let letter = 0; letter < 5; letter++) await page.keyboard.press('Backspace');
    await page.waitForSelector('#op-3-8');
    await page.keyboard.type('suanli');
    await page.waitForFunction(() => document.querySelector('.search-result a')?.textContent === '算力');
    expect(await page.$eval('input[type="search"]', (field) => (field as HTMLInputElement).value)).toBe(
      'suanli',
    );
    await page.close();
  });

  it.each(['op-1', 'art-2-1', 'kind-technology'])(
    'gives titles the width of the tree (%s)',
    async (place) => {
      const page = await desk.open(`#${place}`);
      await page.waitForSelector('.tree a');
      const narrow = await page.$$eval('.tree a', (links) =>
        links.flatMap((link) => {
          const title = link.querySelector(':scope > span:not(.tree-number, .item-heat)');
          const isNarrow = (title?.getBoundingClientRect().width ?? 0) < 0.5 * link.clientWidth;
          // A title of one line is as wide as it is.
          return isNarrow && link.clientHeight > 60 ? [link.textContent] : [];
        }),
      );
      expect(narrow).toEqual([]);
      await page.close();
    },
  );

  it('draws the charts without a breach of the policy, each with its words and its table', async () => {
    const page = await desk.open('');
    await page.evaluate(() => {
      Object.assign(window, { breaches: [] });
      document.addEventListener('securitypolicyviolation', ({ violatedDirective }) =>
        (window as unknown as { breaches: string[] }).breaches.push(violatedDirective),
      );
    });
    await page.waitForFunction(
      () =>
        document.querySelectorAll('.chart-frame svg').length === document.querySelectorAll('.chart').length,
    );
    const charts = await page.$$eval('.chart', (all) =>
      all.map((chart) => ({
        said: chart.querySelector('[role="img"]')?.getAttribute('aria-label') ?? '',
        marks: chart.querySelectorAll('svg rect').length,
        rows: chart.querySelectorAll('tbody tr').length,
      })),
    );
    expect(charts).toHaveLength(7);
    for (const { said, marks, rows } of charts) {
      expect(rows).toBeGreaterThanOrEqual(2);
      expect(marks).toBeGreaterThanOrEqual(rows);
      expect(said).toMatch(/\d/);
    }
    expect(await page.evaluate(() => (window as unknown as { breaches: string[] }).breaches)).toEqual([]);
    await page.close();
  });

  it('saves the files it offers', async () => {
    const page = await desk.open('');
    const saved = await page.evaluate(async () => {
      const files: { readonly name: string; readonly start: string }[] = [];
      const made = new Map<string, Blob>();
      const create = URL.createObjectURL;
      URL.createObjectURL = (blob: Blob) => {
        const url = create.call(URL, blob);
        made.set(url, blob);
        return url;
      };
      const clicked: HTMLAnchorElement[] = [];
      HTMLAnchorElement.prototype.click = function () {
        clicked.push(this);
      };
      for (const button of document.querySelectorAll<HTMLElement>('.menu:last-child .menu-list button')) {
        button.click();
        await new Promise((resolve) => setTimeout(resolve, 50));
        const link = clicked.at(-1);
        const bytes = new Uint8Array((await made.get(link?.href ?? '')?.arrayBuffer()) ?? new ArrayBuffer(0));
        files.push({ name: link?.download ?? '', start: String.fromCharCode(...bytes.slice(0, 3)) });
      }
      return files;
    });
    expect(saved.map(({ name }) => name)).toEqual([
      'ai-plus-outline.md',
      'ai-plus-outline.json',
      'ai-plus-outline.csv',
      'ai-plus-figures.csv',
      'ai-plus-terms.csv',
    ]);
    for (const { name, start } of saved) if (name.endsWith('.csv')) expect(start).toBe('\u00EF\u00BB\u00BF');
    await page.close();
  });

  it('prints the whole booklet without an id that stands twice, and comes back to where it was', async () => {
    const page = await desk.open('#op-3-8');
    await page.waitForFunction(() => document.activeElement?.id === 'op-3-8');
    const printed = await page.evaluate(async () => {
      const counted = new Promise<readonly [number, number, number]>((resolve) => {
        window.print = () => {
          const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
          resolve([
            document.querySelectorAll('.outline-document').length,
            document.querySelectorAll('.entry').length,
            ids.length - new Set(ids).size,
          ]);
        };
      });
      document.querySelectorAll<HTMLElement>('.menu:first-of-type .menu-list button')[1]?.click();
      const counts = await counted;
      window.dispatchEvent(new Event('afterprint'));
      return counts;
    });
    const { terms, figures } = loadKnowledge();
    expect(printed).toEqual([2, terms.size + figures.size, 0]);
    await page.waitForFunction(() => document.querySelectorAll('.outline-document').length === 1);
    await page.waitForFunction(() => {
      const { top } = document.querySelector('#op-3-8')?.getBoundingClientRect() ?? { top: -1 };
      return top > 0 && top < 300;
    });
    await page.close();
  });

  it('fits a window of 320 pixels, which is 400 % zoom', async () => {
    const page = await desk.open('#op-3-8');
    await page.setViewport({ width: 320, height: 800 });
    for (const place of ['op-1', 'art-2-1', 'fig-data-volume-2024']) {
      await follow(page, place);
      await page.waitForFunction((id) => document.activeElement?.id === id, {}, place);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    }
    await page.close();
  });

  it('is reached and left by keyboard: skip link, menus', async () => {
    const page = await desk.open('');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.matches('.skip'))).toBe(true);
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
    await page.focus('.menu:last-child summary');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.menu:last-child[open]');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Escape');
    await page.waitForSelector('.menu:last-child:not([open])');
    expect(await page.evaluate(() => document.activeElement?.matches('.menu:last-child summary'))).toBe(true);
    await page.close();
  });
});

describe('axe on the whole page', () => {
  let desk: Desk;
  let axe: string;
  beforeAll(async () => {
    axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
    desk = await openDesk('chromium');
  });
  afterAll(() => desk.close());

  it.each([
    ['an item, beside the article', 'light', (tab: number) => `?tab=${tab}#op-3-8`],
    ['an item, beside the article', 'dark', (tab: number) => `?tab=${tab}#op-3-8`],
    ['the outline of the article', 'light', () => '#art-2-1'],
    ['the index of figures', 'light', () => '#kind-figure'],
  ] as const)('finds nothing on %s (%s)', async (_, theme, address) => {
    const page = await desk.open(address(desk.tab));
    await page.evaluate((chosen) => {
      document.documentElement.dataset.theme = chosen;
    }, theme);
    await page.waitForFunction(() => document.querySelectorAll('.chart-frame svg').length === 7);
    // A part comes after its chapters where the page is opened in the midst of it.
    await page.waitForFunction(() => document.querySelector('[data-later]') === null);
    await page.evaluate(axe);
    const findings = await page.evaluate(async () => {
      const { axe: runner } = window as unknown as { axe: { run(options: object): Promise<AxeResults> } };
      const { violations } = await runner.run({
        resultTypes: ['violations'],
        rules: { 'target-size': { enabled: true } },
      });
      return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target}`));
    });
    expect(findings).toEqual([]);
    await page.close();
  });
});
