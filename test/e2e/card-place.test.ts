import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { boxesInCard, waitForCard, waitForNoCard } from '../../scripts/card-probe.ts';
import { atRest, highlighted, KINDS, openStage, restingPlace, type Stage } from './support.ts';

const TERM = '高质量数据集';
/** Where a term can be in the window: beside every edge, in the middle, broken into two lines. */
const PLACES = {
  'left above': 'left: 0; top: 0',
  'right above': 'right: 0; top: 0',
  'left below': 'left: 0; bottom: 0',
  'right below': 'right: 0; bottom: 0',
  middle: 'left: 45%; top: 45%',
  'middle below': 'left: 45%; bottom: 90px',
  'two lines': 'left: 45%; top: 30%; width: 4em',
};
const PARAGRAPHS = Object.entries(PLACES).map(
  ([name, style]) => `<p data-place="${name}" style="position: fixed; margin: 0; ${style}">${TERM}</p>`,
);
const EDGES = `<!doctype html><html lang="zh"><meta charset="utf-8"><title>t</title><body><div id="rm_txt_zw">
${PARAGRAPHS.join('\n')}<p style="margin: 900px 0 1500px 200px" data-place="flow">建设${TERM}，发展人工智能。</p></div></body></html>`;

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

describe.each(KINDS)('the place of the card in %s', (kind) => {
  let stage: Stage;
  let page: Page;
  beforeAll(async () => {
    stage = await openStage(kind, { '/edges.html': EDGES });
    page = await stage.open('/edges.html');
    await page.setViewport({ width: 1100, height: 800 });
    await highlighted(page);
  });
  afterAll(() => stage?.close());

  /** The lines of the term at a place, in CSS pixels of the viewport. */
  function linesAt(place: string): Promise<readonly Box[]> {
    return page.evaluate(
      (name, term) => {
        const text = document.querySelector(`[data-place="${name}"]`)?.firstChild;
        if (!(text instanceof Text)) return [];
        const range = new Range();
        range.setStart(text, text.data.indexOf(term));
        range.setEnd(text, text.data.indexOf(term) + term.length);
        return [...range.getClientRects()].map(({ left, top, width, height }) => ({
          left,
          top,
          width,
          height,
        }));
      },
      place,
      TERM,
    );
  }

  async function openAt({ left, top, width, height }: Box): Promise<void> {
    await page.mouse.move(left + width / 2 - 1, top + height / 2);
    await page.mouse.move(left + width / 2, top + height / 2);
    expect(await waitForCard(page)).toBe(TERM);
  }

  /** Where the card is when it has come to rest. */
  function cardAtRest(): Promise<Box> {
    return atRest('a card at rest', async () => (await boxesInCard(page))?.card);
  }

  async function close(): Promise<void> {
    await page.keyboard.press('Escape');
    await page.mouse.move(290, 40);
    await waitForNoCard(page);
  }

  /** Of two boxes that lie side by side, or one above the other, in CSS pixels. */
  const distance = (one: Box, other: Box): number =>
    Math.max(
      one.left - other.left - other.width,
      other.left - one.left - one.width,
      one.top - other.top - other.height,
      other.top - one.top - one.height,
    );

  async function expectInWindow({ left, top, width, height }: Box): Promise<void> {
    const [right, bottom] = await page.evaluate(() => [innerWidth, innerHeight]);
    expect(left).toBeGreaterThanOrEqual(0);
    expect(top).toBeGreaterThanOrEqual(0);
    expect(left + width).toBeLessThanOrEqual(right ?? 0);
    expect(top + height).toBeLessThanOrEqual(bottom ?? 0);
  }

  it.each(Object.keys(PLACES))(
    'is within the window and never over the term, on whichever of its lines the pointer is (%s)',
    async (place) => {
      const lines = await linesAt(place);
      for (const line of lines) {
        await openAt(line);
        const card = await cardAtRest();
        await expectInWindow(card);
        for (const read of lines) expect(distance(card, read)).toBeGreaterThanOrEqual(0);
        await close();
      }
    },
  );

  it('is a sheet within the window at 400 % zoom', async () => {
    await page.setViewport({ width: 320, height: 256 });
    try {
      const [line] = await linesAt('left above');
      await openAt(line!);
      const card = await cardAtRest();
      await expectInWindow(card);
      expect(card.width).toBe(await page.evaluate(() => document.documentElement.clientWidth));
      await close();
    } finally {
      await page.setViewport({ width: 1100, height: 800 });
    }
  });

  it('keeps its size, and is beside its term, on a page that is zoomed by its own style', async () => {
    const sizeAt = async (): Promise<Box> => {
      const [line] = await linesAt('left above');
      await openAt(line!);
      const card = await cardAtRest();
      expect(distance(card, line!)).toBeLessThan(20);
      await expectInWindow(card);
      await close();
      return card;
    };
    const { width } = await sizeAt();
    await page.evaluate(() => {
      document.documentElement.style.zoom = '1.6';
    });
    try {
      expect((await sizeAt()).width).toBeCloseTo(width, 0);
    } finally {
      await page.evaluate(() => document.documentElement.style.removeProperty('zoom'));
    }
  });

  it('follows its term while the page scrolls', async () => {
    await page.evaluate(() => scrollTo(0, 500));
    const [line] = await linesAt('flow');
    await openAt(line!);
    const pin = await restingPlace(page, 'button', 'Pin');
    await page.mouse.click(pin.x, pin.y);
    await cardAtRest();
    await page.evaluate(() => scrollBy(0, 150));
    const [after] = await linesAt('flow');
    const card = await cardAtRest();
    await expectInWindow(card);
    expect(distance(card, after!)).toBeGreaterThanOrEqual(0);
    expect(distance(card, after!)).toBeLessThan(12);
    await close();
  });
});
