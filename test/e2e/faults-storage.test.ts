import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cardTitle, noticeText, waitForNoCard } from '../../scripts/card-probe.ts';
import { paintedTexts } from '../../scripts/drive.ts';
import {
  eventually,
  highlighted,
  KINDS,
  openCardOf,
  openInstead,
  openStage,
  restingPlace,
  type Stage,
} from './support.ts';

const TERM = '高质量数据集';

/** The extension's own reach, in its pages. */
declare const chrome: {
  readonly storage: {
    readonly sync: {
      get(keys: null): Promise<object>;
      set(items: object): Promise<void>;
      remove(keys: readonly string[]): Promise<void>;
    };
  };
};

describe.each(KINDS)('faults around the pages in %s', (kind) => {
  let stage: Stage;
  let page: Page;
  let own: Page;
  const errors: string[] = [];
  beforeAll(async () => {
    stage = await openStage(kind);
    own = await stage.openOwn('options.html');
  });
  afterAll(() => stage?.close());

  async function visit(): Promise<Readonly<Record<string, number>>> {
    page = await openInstead(stage, page, '/', errors);
    return highlighted(page);
  }

  const openCard = () => openCardOf(page, TERM);

  async function press(className: string, text: string): Promise<void> {
    const place = await restingPlace(page, className, text);
    await page.mouse.move(place.x, place.y, { steps: 3 });
    await page.mouse.click(place.x, place.y);
  }

  it('a full storage is told where something was to be stored, and what was there stays', async () => {
    const before = await visit();
    const keys = await own.evaluate(fillStorage);
    await openCard();
    await press('button', 'Hide term');
    // What to do is in our words, not in the browser's.
    await eventually('the notice', async () => (await noticeText(page)).includes('no room is left'));
    expect(await paintedTexts(page, 'data-compute')).toContain(TERM);
    await own.evaluate((filled) => chrome.storage.sync.remove(filled), keys);
    await page.keyboard.press('Escape');
    await page.mouse.move(2, 2);
    await waitForNoCard(page);
    await openCard();
    await press('button', 'Hide term');
    await eventually(
      'the term off the page',
      async () => !(await paintedTexts(page, 'data-compute')).includes(TERM),
    );
    await own.evaluate(async () => {
      const stored = Object.keys(await chrome.storage.sync.get(null));
      await chrome.storage.sync.remove(stored.filter((key) => key.startsWith('choice.hiddenTerms')));
    });
    await eventually('the term again', async () => (await paintedTexts(page, 'data-compute')).includes(TERM));
    expect(await highlighted(page)).toEqual(before);
  });

  it.runIf(kind === 'chromium')('a worker that is ended before every step misses none', async () => {
    const { browser } = stage.session;
    const isMarked = async () => (await paintedTexts(page, 'data-compute')).includes(TERM);
    const steps: readonly (readonly [string, () => Promise<unknown>, () => Promise<boolean>])[] = [
      ['reading', visit, isMarked],
      ['the card', openCard, async () => (await cardTitle(page)) === TERM],
      ['a related term', () => press('tag', ''), async () => (await cardTitle(page)) !== TERM],
      ['the way back', () => press('back', TERM), async () => (await cardTitle(page)) === TERM],
      ['hiding', () => press('button', 'Hide term'), async () => !(await isMarked())],
      ['undoing', () => press('button', 'Undo'), isMarked],
      ['the card again', openCard, async () => (await cardTitle(page)) === TERM],
    ];
    for (const [step, take, isTaken] of steps) {
      const worker = browser.targets().find((target) => target.type() === 'service_worker');
      await (await worker?.worker())?.close();
      await take();
      await eventually(step, isTaken);
    }
    expect(await paintedTexts(page, 'data-compute')).toContain(TERM);
    expect(errors).toEqual([]);
  });
});

/** Runs in a page of the extension: fills the storage to the last byte that it takes. Returns the keys. */
async function fillStorage(): Promise<string[]> {
  const keys: string[] = [];
  for (const size of [7_000, 500, 50, 1]) {
    try {
      for (;;) {
        const key = `fill${keys.length}`;
        await chrome.storage.sync.set({ [key]: 'x'.repeat(size) });
        keys.push(key);
      }
    } catch {
      // Full for this size; a smaller one may still fit.
    }
  }
  return keys;
}
