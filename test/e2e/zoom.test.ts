import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { boxesInCard, cardTitle, waitForCard, waitForNoCard } from '../../scripts/card-probe.ts';
import { atRest, eventually, highlighted, KINDS, openStage, type Stage } from './support.ts';

const TERM = '高质量数据集';
const ARTICLE = `<!doctype html><html lang="zh"><meta charset="utf-8"><title>t</title><body><div id="rm_txt_zw">
<p>今天建设${TERM}，发展人工智能。</p>${'<p>今天天气很好，大家都去公园散步。</p>'.repeat(60)}<p>今天建设${TERM}。</p></div></body></html>`;

/** Below this width of the window the card is a sheet at its edge, and may lie over the term. */
const NARROW = 480;

interface TabsApi {
  readonly tabs: {
    query(query: object): Promise<{ readonly id: number; readonly url?: string }[]>;
    setZoom(tab: number, factor: number): Promise<void>;
  };
}

describe.each(KINDS)('in %s, with the zoom of the browser', (kind) => {
  let stage: Stage;
  let own: Page;
  let page: Page;
  beforeAll(async () => {
    stage = await openStage(kind, { '/zoom.html': ARTICLE });
    page = await stage.open('/zoom.html');
    await page.setViewport({ width: 1100, height: 800 });
    await highlighted(page);
    own = await stage.openOwn('options.html');
  });
  afterAll(() => stage?.close());

  async function zoomTo(factor: number): Promise<void> {
    await own.evaluate(async (wanted) => {
      const world = globalThis as unknown as { readonly browser?: TabsApi; readonly chrome: TabsApi };
      const { tabs } = world.browser ?? world.chrome;
      const tab = (await tabs.query({})).find(({ url }) => url?.endsWith('/zoom.html'));
      if (tab) await tabs.setZoom(tab.id, wanted);
    }, factor);
    await page.bringToFront();
    await eventually('the zoom', () =>
      page.evaluate((wanted) => Math.abs(innerWidth - 1_100 / wanted) < 2, factor),
    );
  }

  /** Where a term is, the first or the last, after the page has been scrolled to it. */
  function placeOf(which: 'first' | 'last'): Promise<DOMRect> {
    return page.evaluate(
      (term, selector) => {
        const paragraph = document.querySelector(selector)!;
        paragraph.scrollIntoView({ block: 'center' });
        const text = paragraph.firstChild as Text;
        const range = new Range();
        range.setStart(text, text.data.indexOf(term));
        range.setEnd(text, text.data.indexOf(term) + term.length);
        return range.getBoundingClientRect().toJSON();
      },
      TERM,
      `p:${which}-of-type`,
    );
  }

  it.each([0.5, 1.5, 3])(
    'of %d, a term is hit to its edges, and its card lies in the window',
    async (factor) => {
      await zoomTo(factor);
      for (const which of ['first', 'last'] as const) {
        const { left, top, width, height } = await placeOf(which);
        const middle = top + height / 2;
        await page.mouse.move(left - 8, middle);
        await new Promise((resolve) => setTimeout(resolve, 800));
        expect(await cardTitle(page)).toBeUndefined();
        for (const x of [left + 3, left + width - 3]) {
          await page.mouse.move(x, middle);
          expect(await waitForCard(page)).toBe(TERM);
          const { card } = await atRest('a card at rest', () => boxesInCard(page));
          const [right, bottom] = await page.evaluate(() => [innerWidth + 1, innerHeight + 1] as const);
          expect(card.left).toBeGreaterThanOrEqual(0);
          expect(card.top).toBeGreaterThanOrEqual(0);
          expect(card.left + card.width).toBeLessThanOrEqual(right);
          expect(card.top + card.height).toBeLessThanOrEqual(bottom);
          const isApart =
            card.left >= left + width ||
            card.left + card.width <= left ||
            card.top >= top + height ||
            card.top + card.height <= top;
          expect(isApart || right < NARROW).toBe(true);
          await page.keyboard.press('Escape');
          await page.mouse.move(left - 8, middle);
          await waitForNoCard(page);
        }
      }
    },
  );
});
