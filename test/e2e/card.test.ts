import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  cardText,
  cardTitle,
  noticeText,
  placeInCard,
  waitForCard,
  waitForNoCard,
} from '../../scripts/card-probe.ts';
import { hoverPainted, paintedTexts } from '../../scripts/drive.ts';
import { loadKnowledge } from '../../utils/knowledge/load.ts';
import { askArticle, eventually, highlighted, KINDS, openStage, type Stage } from './support.ts';

const TERM = '高质量数据集';
const { terms } = loadKnowledge();
const RELATED = terms.get(terms.get('gao-zhi-liang-shu-ju-ji')?.related[0] ?? '')!;

/** The storage of the extension, as its own pages reach it. */
declare const chrome: {
  readonly storage: {
    readonly sync: { set(items: object): Promise<void>; remove(key: string): Promise<void> };
  };
};

/** What Chromium says of a manifest when it asks the reader. */
interface Warnings {
  readonly management: { getPermissionWarningsByManifest(manifest: string): Promise<readonly string[]> };
  readonly runtime: { getManifest(): object };
}

describe.each(KINDS)('the card in %s', (kind) => {
  let stage: Stage;
  let page: Page;
  /** A page of the extension, to send what the browser's own shortcuts and menus send. */
  let own: Page;

  beforeAll(async () => {
    stage = await openStage(kind);
    own = await stage.openOwn('options.html');
    page = await stage.open('/');
    await highlighted(page);
  });
  afterAll(() => stage?.close());
  afterEach(async () => {
    await page.bringToFront();
    await page.keyboard.press('Escape');
    await page.mouse.move(2, 2);
    await waitForNoCard(page);
  });

  async function openTermCard(): Promise<void> {
    await hoverPainted(page, ['data-compute'], TERM);
    expect(await waitForCard(page)).toBe(TERM);
  }

  async function clickInCard(className: string, text: string): Promise<void> {
    const place = await eventually(`“${text}” in the card`, () => placeInCard(page, className, text));
    await page.mouse.move(place.x, place.y, { steps: 3 });
    await page.mouse.click(place.x, place.y);
  }

  it.runIf(kind === 'chromium')(
    'asks for no more, at the installation, than the content script',
    async () => {
      const [shipped, without] = await own.evaluate(async () => {
        const { management, runtime } = Reflect.get(globalThis, 'chrome') as Warnings;
        const manifest = runtime.getManifest();
        return Promise.all(
          [manifest, { ...manifest, host_permissions: [] }].map((each) =>
            management.getPermissionWarningsByManifest(JSON.stringify(each)),
          ),
        );
      });
      expect(without).toHaveLength(1);
      expect(shipped).toEqual(without);
    },
  );

  it('closes by Esc while the pointer stays on the term', async () => {
    await openTermCard();
    await page.keyboard.press('Escape');
    await waitForNoCard(page);
  });

  it('opens after the rest that the reader has chosen, in pages that are open already', async () => {
    await own.evaluate(() => chrome.storage.sync.set({ 'choice.dwell': 1500 }));
    try {
      // Until the page has heard of it, the card opens sooner.
      await eventually('a card that waits', async () => {
        await page.mouse.move(2, 2);
        await waitForNoCard(page);
        await hoverPainted(page, ['data-compute'], TERM);
        await new Promise((resolve) => setTimeout(resolve, 700));
        return (await cardTitle(page)) === undefined;
      });
      expect(await waitForCard(page)).toBe(TERM);
    } finally {
      await own.evaluate(() => chrome.storage.sync.remove('choice.dwell'));
    }
  });

  it('stays where it is pinned, and goes by Esc', async () => {
    await openTermCard();
    await clickInCard('button', 'Pin');
    await page.mouse.move(2, 2);
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(await cardTitle(page)).toBe(TERM);
    // The focus is on the pin that was clicked: Esc inside of the card.
    await page.keyboard.press('Escape');
  });

  it('looks a related term up inside of itself, and goes back', async () => {
    await openTermCard();
    await clickInCard('tag', RELATED.title.en);
    await eventually('the related term', async () => (await cardTitle(page)) === RELATED.title.hans);
    await clickInCard('back', TERM);
    await eventually('the first term', async () => (await cardTitle(page)) === TERM);
  });

  it('takes a term off the page when it is hidden, and brings it back by undo', async () => {
    const texts = await paintedTexts(page, 'data-compute');
    expect(texts).toContain(TERM);
    await openTermCard();
    await clickInCard('button', 'Hide term');
    await eventually('the notice', async () => (await noticeText(page)).includes('no longer marked'));
    await eventually(
      'the term to go',
      async () => !(await paintedTexts(page, 'data-compute')).includes(TERM),
    );
    await clickInCard('button', 'Undo');
    await eventually('the term to come back', async () =>
      (await paintedTexts(page, 'data-compute')).includes(TERM),
    );
    expect((await paintedTexts(page, 'data-compute')).sort()).toEqual(texts.sort());
  });

  it('copies a citation on a page without the clipboard interface', async () => {
    await openTermCard();
    await clickInCard('button', 'Cite');
    await clickInCard('small', 'One-line reference');
    await eventually('the word that it was copied', async () => (await cardText(page))?.includes('Copied'));
    expect(await noticeText(page)).toBe('');
  });

  it('goes to the next term by the shortcut and opens the card there by Enter', async () => {
    await page.evaluate(() => scrollTo(0, 0));
    await step();
    await page.keyboard.press('Enter');
    const first = await waitForCard(page);
    await page.keyboard.press('Escape');
    await waitForNoCard(page);
    await step();
    await page.keyboard.press('Enter');
    expect(await waitForCard(page)).not.toBe(first);
  });

  it('leaves Enter to a link of the page that has the focus', async () => {
    await step();
    await page.evaluate(() => document.querySelector<HTMLElement>('.rm_txt_con a')?.focus());
    await page.keyboard.press('Enter');
    await eventually('the link to be followed', () => page.evaluate(() => location.hash === '#top'));
    expect(await cardTitle(page)).toBeUndefined();
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  });

  it('explains a selection with everything in it', async () => {
    await page.evaluate(() => {
      const range = document.createRange();
      range.selectNodeContents(document.querySelector('#words') ?? document.body);
      getSelection()?.removeAllRanges();
      getSelection()?.addRange(range);
    });
    await askPage('explainSelection', {});
    expect(await waitForCard(page)).toBe('《关于深入实施“人工智能+”行动的意见》');
    await page.evaluate(() => getSelection()?.removeAllRanges());
  });

  it('says so where a selection has nothing to explain', async () => {
    await page.evaluate(() =>
      getSelection()?.selectAllChildren(document.querySelector('.rel h3') ?? document.body),
    );
    await askPage('explainSelection', {});
    await eventually('the notice', async () => (await noticeText(page)).includes('no listed term'));
    expect(await cardTitle(page)).toBeUndefined();
  });

  async function step(): Promise<void> {
    await askPage('step', { direction: 'next' });
  }

  async function askPage(name: string, params: object): Promise<void> {
    await askArticle(own, name, params);
    await page.bringToFront();
  }
});
