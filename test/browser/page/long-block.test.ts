import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSER_KINDS, type Lab, openLab } from '../../support/lab.ts';
import { articlePage } from '../../support/pages.ts';

/** A block of about one megabyte in UTF-8: two marks in every eleven characters. */
const WORDS = 60_000;
/** In code units: what is annotated in one go. Two go into a slice where the second look at the clock ends it. */
const PIECE = 8_192;
/** Screens and margins: on each line of a screen are some marks. */
const MOST_PAINTED = 2_000;

/** Blocks that take up the whole text, as HTML with the text in the place of `…`. */
const BLOCKS = [
  ['a paragraph', '<p>…</p>'],
  ['a table cell', '<table><tr><td>…</td></tr></table>'],
  ['the container itself', '…'],
] as const;

declare global {
  /** How many stretches of work there have been. */
  var stretches: number;
}

/**
 * Runs in the page, before the reader starts. From then on the second look at the clock finds a slice over, so that only
 * what is done between looks counts, however busy the machine is.
 */
function countStretches(): void {
  globalThis.stretches = 0;
  let time = 0;
  performance.now = () => {
    time += 4;
    return time;
  };
  const { scheduler } = globalThis as unknown as {
    scheduler: { postTask(task: () => void, options: object): Promise<void> };
  };
  const post = scheduler.postTask.bind(scheduler);
  scheduler.postTask = (task, options) => {
    stretches++;
    return post(task, options);
  };
}

describe.each(BROWSER_KINDS)('a block of a megabyte in %s', (kind) => {
  let lab: Lab;
  beforeAll(async () => {
    lab = await openLab(kind);
  });
  afterAll(() => lab?.close());

  function openLong(block: string, text = '大模型，算力，看一看。'.repeat(WORDS / 2)): Promise<Page> {
    return lab.open(articlePage(block.replace('…', text)));
  }

  it.each(BLOCKS)('is annotated in slices, and painted where it is seen: %s', async (_what, block) => {
    const page = await openLong(block);
    await page.evaluate(countStretches);
    const top = await page.evaluate(async () => {
      await probe.start();
      return {
        stretches,
        listed: probe.listed().length,
        painted: probe.painted().length,
        seen: probe.paintedTextsInViewport(),
      };
    });
    expect(top.stretches).toBeGreaterThan((WORDS * 5.5) / (2 * PIECE));
    expect(top.listed).toBe(WORDS);
    expect(top.painted).toBeLessThan(MOST_PAINTED);
    expect(top.seen).toBeGreaterThan(20);
  });

  it.each([
    ['of one text', '<p>…</p>', '大模型，算力，看一看。'],
    ['of very many words', '<p>…</p>', '<b>大模型</b>，<span>算力</span>，<i>看一看</i>。'],
  ])('has its marks wherever the reader scrolls: a block %s', async (_what, block, text) => {
    const page = await openLong(block, text.repeat(800));
    const seen = await page.evaluate(async () => {
      await probe.start();
      const found: number[] = [];
      for (const part of [0.3, 0.31, 0.6, 0.9, 0]) {
        scrollTo(0, document.documentElement.scrollHeight * part);
        await new Promise((resolve) => setTimeout(resolve, 200));
        found.push(probe.paintedTextsInViewport());
      }
      return { least: Math.min(...found), painted: probe.painted().length };
    });
    expect(seen.least).toBeGreaterThan(20);
    expect(seen.painted).toBeLessThan(MOST_PAINTED);
  });

  it('is read anew where it changes while it is taken up', async () => {
    const page = await openLong('<p>…</p>');
    await page.evaluate(countStretches);
    const [followed, fresh] = await page.evaluate(async () => {
      const [text] = document.querySelector('#ozoom p')!.childNodes as unknown as [Text];
      await probe.start({}, { wait: false });
      // In the midst of reading, and of annotating.
      for (const turns of [3, 10, 15]) {
        while (stretches < turns) await new Promise((resolve) => setTimeout(resolve));
        text.insertData(0, '数据集，');
      }
      await probe.settled();
      const places = [probe.paintedPlaces(), probe.listed().length];
      await probe.start();
      return [places, [probe.paintedPlaces(), probe.listed().length]];
    });
    expect(followed).toEqual(fresh);
    expect(fresh?.[1]).toBe(WORDS + 3);
  });

  it('has every word of a text without a full stop', async () => {
    // Longer than a piece, and of an odd length, so that some word would be cut.
    const page = await openLong('<p>…</p>', `好${'人工智能，大模型、算力 '.repeat(2_000)}`);
    const listed = await page.evaluate(async () => {
      await probe.start();
      return probe.listed().length;
    });
    expect(listed).toBe(6_000);
  });

  it('is pointed at without a look at every mark', async () => {
    const page = await openLong('<p>…</p>');
    const found = await page.evaluate(async () => {
      await probe.start();
      const place = probe.middleOf('算力', 4)!;
      return probe.hitTest(place.x, place.y);
    });
    expect(found).toBe('算力');
  });
});
