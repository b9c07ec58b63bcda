import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cardText, waitForCard } from '../../scripts/card-probe.ts';
import { hoverPainted, paintedTexts } from '../../scripts/drive.ts';
import { choose, click, countOf, has, importFile } from '../support/import-glossary.ts';
import { eventually, highlighted, KINDS, openStage, type Stage } from './support.ts';

/** As many terms as a glossary may have. */
const TERMS = 20_000;
const OWN = '算电协同示范区';
const DEFINITION = '本组自己的释义';
/** A built-in term that a glossary has as well. */
const SHARED = '大模型';
/** Pages whose loading is measured, each way; the least of their longest stretches is what the work itself takes. */
const LOADS = 2;
/** How long after its marks a page is watched, in milliseconds. */
const AFTERMATH = 400;

/**
 * Runs in the page: beats as fast as messages go, and keeps the longest time between two beats after the document was
 * parsed. What is longer than a beat is somebody's work on the main thread.
 */
const BEAT = `<script>
addEventListener('DOMContentLoaded', () => {
  const { port1, port2 } = new MessageChannel();
  let last = performance.now();
  globalThis.longest = 0;
  port1.onmessage = () => {
    const now = performance.now();
    globalThis.longest = Math.max(globalThis.longest, now - last);
    last = now;
    port2.postMessage(0);
  };
  port2.postMessage(0);
});</script>`;
const ARTICLE = `<!doctype html><html lang="zh"><meta charset="utf-8"><title>t</title>${BEAT}<body><div id="rm_txt_zw">
<p>各地建设算電協同示範區，推动大模型走进工厂。今天天气很好，大家都去公园散步，孩子们在草地上放风筝。</p>
<p>${OWN}的数据量达到41.06泽字节（ZB），同比增长25%。今天天气很好，大家都去公园散步。</p></div></body></html>`;

describe.each(KINDS)('an own glossary of 20,000 terms in %s', (kind) => {
  let stage: Stage;
  let options: Page;
  let article: Page;
  /** Longest stretches without own terms, in milliseconds. */
  const without: number[] = [];

  async function watchLoad(settled: (page: Page) => Promise<unknown>): Promise<number> {
    const page = await stage.open('/own.html');
    await settled(page);
    await new Promise((resolve) => setTimeout(resolve, AFTERMATH));
    const longest = await page.evaluate(() => Number(Reflect.get(globalThis, 'longest')));
    await page.close();
    return longest;
  }

  beforeAll(async () => {
    stage = await openStage(kind, { '/own.html': ARTICLE });
    article = await stage.open('/own.html');
    await highlighted(article);
    for (let load = 0; load < LOADS; load++) without.push(await watchLoad(highlighted));
    options = await stage.openOwn('options.html#glossary');
    await options.waitForSelector('[data-role="glossary-file"]');
  });
  afterAll(() => stage?.close());

  it('shows what is wrong with a file before anything is stored', async () => {
    await choose(options, 'broken.csv', 'term,definition,category\n好词,有,\n链主企业,有,产业\n');
    await eventually('the report', () => has(options, '.findings [data-error]'));
    expect(await countOf(options)).toBe(0);
    await click(options, '.import-foot .end');
    await eventually('the report to close', async () => !(await has(options, '.import')));
  });

  it('leaves nothing behind when it is called off while it is read, compared or stored', async () => {
    for (const step of ['read', 'plan', 'store']) {
      await cancelDuring(options, step, 'own.json', glossaryFile());
      await eventually('the import to end', async () => !(await has(options, '.import')));
      expect(await storedRecord(options), step).toBeUndefined();
      expect(await countOf(options), step).toBe(0);
    }
  });

  it('is imported when the reader agrees, and a page that is open is read with it', async () => {
    await watchStretches(options);
    await importFile(options, 'own.json', glossaryFile());
    const { longest, seen } = await stretches(options);
    const stretchesOf = Object.entries(longest).map(([state, time]) => `${state} ${time.toFixed(0)}`);
    console.info(
      `${kind}: longest stretches of the options while ${TERMS} terms are imported, ms: ${stretchesOf.join(', ')}`,
    );
    // Each step says what it is, and how far it is.
    expect(seen).toBeGreaterThan(3);
    await article.bringToFront();
    // The other script and either occurrence; found without a reload.
    await eventually('the own terms', async () => {
      const texts = await paintedTexts(article, 'economy');
      return texts.includes(OWN) && texts.includes('算電協同示範區');
    });
    expect(await paintedTexts(article, 'figure')).toContain('41.06泽字节（ZB）');
  });

  it('explains an own term in the reader’s words', async () => {
    await hoverPainted(article, ['economy'], OWN);
    expect(await waitForCard(article)).toBe(OWN);
    expect(await cardText(article)).toContain(DEFINITION);
    await article.mouse.move(2, 2);
  });

  it('reads a page that is opened with it, in slices', async () => {
    const ownPainted = (page: Page) =>
      eventually('the own terms', async () => (await paintedTexts(page, 'economy')).includes(OWN));
    const withOwn: number[] = [];
    for (let load = 0; load < LOADS; load++) withOwn.push(await watchLoad(ownPainted));
    console.info(
      `${kind}: longest stretch of the main thread while a page is read: ` +
        `${Math.min(...withOwn).toFixed(1)} ms with ${TERMS} own terms, ${Math.min(...without).toFixed(1)} ms without`,
    );
  });

  it('is gone from the pages when the import is undone', async () => {
    await options.bringToFront();
    await click(options, '.glossary-undo button');
    await eventually('an empty list', async () => (await countOf(options)) === 0);
    await article.bringToFront();
    // For a moment between the two readings nothing is painted.
    await eventually('the built-in terms without the own ones', async () => {
      const economy = await paintedTexts(article, 'economy');
      return !economy.includes(OWN) && (await paintedTexts(article, 'technology')).includes('大模型');
    });
  });

  it('lets the reader choose for each term that is built in as well', async () => {
    const kindOf = async (): Promise<string | undefined> => {
      for (const name of ['economy', 'technology'])
        if ((await paintedTexts(article, name)).includes(SHARED)) return name;
      return undefined;
    };
    await options.bringToFront();
    await importFile(options, 'shared.csv', `term,definition,category\n${SHARED},本组的释义,economy\n`);
    await article.bringToFront();
    await eventually('mine first', async () => (await kindOf()) === 'economy');
    await options.bringToFront();
    await eventually('the list', () => has(options, '.conflicts input[value="builtIn"]'));
    await click(options, '.conflicts input[value="builtIn"]');
    await article.bringToFront();
    await eventually('the built-in one', async () => (await kindOf()) === 'technology');
    await options.bringToFront();
    await click(options, '.conflicts input[value="own"]');
    await article.bringToFront();
    await eventually('mine again', async () => (await kindOf()) === 'economy');
  });
});

function glossaryFile(): string {
  const terms = Array.from({ length: TERMS - 1 }, (_, index) => ({
    id: `own:${index}`,
    forms: [`词表第${index}条目`, `entry number ${index}`],
    category: 'policy',
    definition: `第${index}条的释义。`.repeat(5),
  }));
  const own = { id: 'own:x', forms: [OWN], category: 'economy', definition: DEFINITION };
  return JSON.stringify({ format: 'aiplus-glossary', version: 1, terms: [...terms, own] });
}

/** Chooses a file, agrees to the report, and clicks “Cancel” at the first progress of one step. */
async function cancelDuring(page: Page, step: string, name: string, content: string): Promise<void> {
  await page.evaluate((wanted) => {
    const clicks = (selector: string): void => document.querySelector<HTMLElement>(selector)?.click();
    const observer = new MutationObserver(() => {
      const shown = document.querySelector('.import-work')?.getAttribute('data-step');
      if (shown === wanted) {
        observer.disconnect();
        Reflect.set(globalThis, 'cancelled', true);
        clicks('.import-foot .end, .import-foot button:only-child');
      } else if (!shown) clicks('.import-foot .primary:enabled');
    });
    Reflect.set(globalThis, 'cancelled', false);
    observer.observe(document.body, { subtree: true, childList: true, attributes: true });
  }, step);
  await choose(page, name, content);
  await eventually(`the step “${step}”`, () =>
    page.evaluate(() => Reflect.get(globalThis, 'cancelled') === true),
  );
}

/** The record that the database has, as its version; undefined for none. */
function storedRecord(page: Page): Promise<unknown> {
  return page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('aiplus-glossary');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const reading = opening.result.transaction('glossaries').objectStore('glossaries').get('current');
          reading.onsuccess = () => {
            opening.result.close();
            resolve(reading.result?.revision);
          };
        };
      }),
  );
}

/** Begins to keep the longest stretch of the page's main thread for each thing it shows, and to count progress. */
async function watchStretches(page: Page): Promise<void> {
  await page.evaluate(() => {
    const { port1, port2 } = new MessageChannel();
    const watch = {
      longest: {} as Record<string, number>,
      values: new Set<string>(),
      last: performance.now(),
    };
    Reflect.set(globalThis, 'watch', watch);
    port1.onmessage = () => {
      const now = performance.now();
      const work = document.querySelector<HTMLElement>('.import-work');
      const shows = work?.dataset.step ?? (document.querySelector('.import') ? 'preview' : 'list');
      // Before the file is chosen the driver brings its text here, which no reader's browser does.
      const state = shows === 'list' && watch.values.size === 0 ? 'driver' : shows;
      watch.longest[state] = Math.max(watch.longest[state] ?? 0, now - watch.last);
      watch.last = now;
      const shown = work?.querySelector('progress');
      if (shown) watch.values.add(`${shown.ariaLabel} ${shown.value}`);
      port2.postMessage(0);
    };
    port2.postMessage(0);
  });
}

async function stretches(
  page: Page,
): Promise<{ readonly longest: Readonly<Record<string, number>>; readonly seen: number }> {
  return page.evaluate(() => {
    const watch: { longest: Record<string, number>; values: Set<string> } = Reflect.get(globalThis, 'watch');
    return { longest: watch.longest, seen: watch.values.size };
  });
}
