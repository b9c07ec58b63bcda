import type { Page, Realm } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { boxesInCard, cardTitle, waitForNoCard } from '../../scripts/card-probe.ts';
import type { ServedPage } from '../../scripts/demo/server.ts';
import { atRest, eventually, KINDS, openInstead, openStage, type Stage } from './support.ts';

const TERM = '高质量数据集';
const FILL = `<p>建设${TERM}，推动大模型发展，数据总量达到41.06ZB。</p>`.repeat(12);
const article = (head = '', root = ''): string =>
  `<!doctype html><html lang="zh" ${root}><head><meta charset="utf-8"><title>人工智能</title>${head}</head>
<body><h1>人工智能</h1><div id="rm_txt_zw">${FILL}</div></body></html>`;

/** Pages that few extensions are tried on. */
const PAGES: Readonly<Record<string, ServedPage>> = {
  'in quirks mode': article().replace('<!doctype html>', ''),
  'of XHTML': {
    type: 'application/xhtml+xml',
    body: `<html xmlns="http://www.w3.org/1999/xhtml"><head><title>人工智能</title></head><body><h1>人工智能</h1><div id="rm_txt_zw">${FILL}</div></body></html>`,
  },
  'from right to left': article('', 'dir="rtl"'),
  'from top to bottom': article('<style>html { writing-mode: vertical-rl }</style>'),
  'with everything that is inherited': article(`<style>
    html { font: italic 6px/0 serif; letter-spacing: 9px; word-spacing: 30px; text-transform: uppercase;       text-align: right; white-space: nowrap; cursor: none; user-select: none; pointer-events: none;
      word-break: break-all; text-shadow: 3px 3px red; -webkit-text-fill-color: transparent; visibility: hidden }
    body { visibility: visible; pointer-events: auto } p { font-size: 20px; line-height: 2 }</style>`),
  'whose prototypes give every object more than it has': article(`<script>
    Object.prototype.foo = 'bar'; Array.prototype.evil = () => 1; Object.prototype.signal = 'x';
    Object.prototype.capture = true; Object.prototype.get = Object.prototype.then = () => { throw new Error('got') };
  </script>`),
  'whose prototypes throw': article(`<script>{
    const fail = () => { throw new Error('poison') };
    Object.defineProperty(Array.prototype, Symbol.iterator, { value: fail });
    Object.defineProperty(Node.prototype, 'textContent', { get: fail, set: fail });
    Element.prototype.attachShadow = HTMLElement.prototype.showPopover = document.createElement = fail;
    window.CSS = { highlights: { get: fail, set: fail } };
    window.Highlight = window.StaticRange = window.IntersectionObserver = fail;
    for (const type of [Array, Object, Map, Set, WeakMap, Promise, RegExp, Document]) Object.freeze(type.prototype);
    Object.freeze(document);
  }</script>`),
  'whose root is another one after a while': article(`<script>
    setTimeout(() => {
      const copy = document.documentElement.cloneNode(true);
      for (const script of copy.querySelectorAll('script')) script.remove();
      document.replaceChild(copy, document.documentElement);
    }, 700);
  </script>`),
  'in an element that fills the screen': article(`<style>#rm_txt_zw { background: white }</style><script>
    addEventListener('click', () => rm_txt_zw.requestFullscreen(), { once: true });
  </script>`),
};

const addressOf = (name: string): string => `/${name.replaceAll(' ', '-')}.html`;

describe.each(KINDS)('the reader in %s, on a page', (kind) => {
  let stage: Stage;
  let page: Page;
  beforeAll(async () => {
    stage = await openStage(
      kind,
      Object.fromEntries(Object.entries(PAGES).map(([name, served]) => [addressOf(name), served])),
    );
  });
  afterAll(() => stage?.close());

  /** A place on the first term; asked in the world that puppeteer keeps to itself, which no page can poison. */
  function placeOfTerm(): Promise<{ readonly x: number; readonly y: number } | undefined> {
    const frame = page.mainFrame() as unknown as { isolatedRealm(): Realm };
    return frame.isolatedRealm().evaluate((term) => {
      const text = document.querySelector('#rm_txt_zw p')?.firstChild as Text | null | undefined;
      if (!text) return undefined;
      const range = document.createRange();
      range.setStart(text, text.data.indexOf(term));
      range.setEnd(text, text.data.indexOf(term) + 1);
      const { x, y, width, height } = range.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    }, TERM);
  }

  it.each(Object.keys(PAGES))('%s opens its card beside the term, as on any other', async (name) => {
    const errors: string[] = [];
    page = await openInstead(stage, page, addressOf(name), errors);
    if (name.includes('another'))
      await eventually('the other root', () => page.evaluate(() => !document.querySelector('script')));
    if (name.includes('screen')) {
      await page.mouse.click(3, 3);
      await eventually('a full screen', () => page.evaluate(() => document.fullscreenElement !== null));
    }
    await eventually('the card of the term', async () => {
      await page.mouse.move(2, 2);
      const { x, y } = (await placeOfTerm()) ?? { x: 2, y: 2 };
      await page.mouse.move(x - 1, y);
      await page.mouse.move(x, y);
      await new Promise((resolve) => setTimeout(resolve, 500));
      return (await cardTitle(page)) === TERM;
    });
    const { card, targets } = await atRest('a card at rest', () => boxesInCard(page));
    const place = (await placeOfTerm())!;
    expect(card.width).toBe(376);
    expect(card.left).toBeGreaterThanOrEqual(0);
    // Whatever the direction of the page: the button that closes the card is at its right.
    expect(Math.max(...targets.map(({ left, width }) => left + width))).toBeGreaterThan(card.left + 300);
    expect(targets[1]!.left).toBeGreaterThan(card.left + card.width / 2);
    expect(
      place.x < card.left ||
        place.x > card.left + card.width ||
        place.y < card.top ||
        place.y > card.top + card.height,
    ).toBe(true);
    if (!name.includes('screen')) {
      await page.keyboard.press('Escape');
      await waitForNoCard(page);
    }
    expect(errors).toEqual([]);
  });
});
