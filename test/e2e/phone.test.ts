import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { boxesInCard, cardText, cardTitle, waitForCard, waitForNoCard } from '../../scripts/card-probe.ts';
import { paintedTexts, placeOfPainted } from '../../scripts/drive.ts';
import {
  eventually,
  highlighted,
  KINDS,
  openBesideArticle,
  openStage,
  restingPlace,
  type Stage,
} from './support.ts';

/** A common telephone, in CSS pixels. */
const PHONE = { width: 390, height: 844 };
/** The least width and height of what is touched, in CSS pixels: WCAG 2.2, 2.5.8. */
const TARGET = 24;
/** Longer than a tap on what has just opened counts for nothing (entrypoints/card/card-host.tsx), in milliseconds. */
const MEANT = 300;
const TERM = '高质量数据集';

describe.each(KINDS)('at the size of a telephone, by touch, in %s', (kind) => {
  let stage: Stage;
  let page: Page;

  beforeAll(async () => {
    stage = await openStage(kind);
    page = await stage.open('/');
    await page.setViewport({ ...PHONE, hasTouch: true });
    await highlighted(page);
  });
  afterAll(() => stage?.close());

  /** Taps the term. Returns when that was, in seconds since the epoch as the protocol counts them. */
  async function tapTerm(): Promise<number> {
    const place = await placeOfPainted(page, ['data-compute'], TERM);
    if (!place) throw new Error(`“${TERM}” is not painted.`);
    const at = Date.now() / 1_000;
    await page.touchscreen.tap(place.x, place.y);
    expect(await waitForCard(page)).toBe(TERM);
    return at;
  }

  async function tapOutside(): Promise<void> {
    await page.touchscreen.tap(PHONE.width / 2, 20);
    await waitForNoCard(page);
  }

  it('the card is a sheet at the lower edge, within the screen, with room for a finger', async () => {
    await tapTerm();
    await restingPlace(page, 'button', 'Hide term');
    const boxes = await boxesInCard(page);
    expect(boxes).toBeDefined();
    const { card, targets } = boxes!;
    expect(card.left).toBeGreaterThanOrEqual(0);
    expect(card.left + card.width).toBeLessThanOrEqual(PHONE.width);
    expect(card.top).toBeGreaterThan(0);
    expect(card.top + card.height).toBeCloseTo(PHONE.height, 0);
    expect(targets.length).toBeGreaterThan(3);
    for (const { width, height, left } of targets) {
      expect(Math.min(width, height)).toBeGreaterThanOrEqual(TARGET);
      expect(left).toBeGreaterThanOrEqual(card.left);
      expect(left + width).toBeLessThanOrEqual(card.left + card.width);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
    await tapOutside();
  });

  it('a tap in the card does what its button says', async () => {
    await tapTerm();
    const cite = await restingPlace(page, 'button', 'Cite');
    await new Promise((resolve) => setTimeout(resolve, MEANT));
    await page.touchscreen.tap(cite.x, cite.y);
    await eventually('the ways to cite', async () => (await cardText(page))?.includes('One-line reference'));
    await tapOutside();
  });

  // Only the protocol of Chromium lets a touch have been at a time that it names.
  it.runIf(kind === 'chromium')(
    'a tap that was on its way before the card opened hides nothing; a later one does',
    async () => {
      const opened = await tapTerm();
      const hide = await restingPlace(page, 'button', 'Hide term');
      const session = await page.createCDPSession();
      const touch = (type: 'touchStart' | 'touchEnd', timestamp: number) =>
        session.send('Input.dispatchTouchEvent', {
          type,
          touchPoints: type === 'touchStart' ? [{ x: hide.x, y: hide.y }] : [],
          timestamp,
        });
      await touch('touchStart', opened);
      await touch('touchEnd', opened);
      await session.detach();
      await new Promise((resolve) => setTimeout(resolve, MEANT));
      expect(await cardTitle(page)).toBe(TERM);
      expect(await paintedTexts(page, 'data-compute')).toContain(TERM);
      await page.touchscreen.tap(hide.x, hide.y);
      await eventually(
        'the term off the page',
        async () => !(await paintedTexts(page, 'data-compute')).includes(TERM),
      );
      const undo = await restingPlace(page, 'button', 'Undo');
      await page.touchscreen.tap(undo.x, undo.y);
      await eventually('the term again', async () =>
        (await paintedTexts(page, 'data-compute')).includes(TERM),
      );
    },
  );

  it('the popup fits the screen, and a tap explains an entry and goes to the place', async () => {
    const popup = await openBesideArticle(stage, page, 'popup.html');
    // Without `hasTouch`, for which the driver would load the page again; a touch is one all the same.
    await popup.setViewport(PHONE);
    const layout = await popup.evaluate(() => ({
      width: document.documentElement.scrollWidth,
      least: [...document.querySelectorAll('button, input, summary')]
        .map((element) => element.closest('label') ?? element)
        .map((element) => element.getBoundingClientRect())
        .filter(({ width }) => width > 0)
        .reduce((least, { width, height }) => Math.min(least, width, height), Number.POSITIVE_INFINITY),
    }));
    expect(layout.width).toBeLessThanOrEqual(PHONE.width);
    expect(layout.least).toBeGreaterThanOrEqual(TARGET);
    await tapOn(popup, '.page-entry-name');
    await popup.waitForSelector('.page-entry-detail');
    expect(await popup.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
    await popup.close();
  });
});

/** Taps the middle of the first element that a selector finds. */
async function tapOn(page: Page, selector: string): Promise<void> {
  const { x, y } = await page.$eval(selector, (element) => {
    element.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { left, top, width, height } = element.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  });
  await page.touchscreen.tap(x, y);
}
