import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSER_KINDS, type Lab, openLab } from '../../support/lab.ts';
import { articlePage } from '../../support/pages.ts';

/** Controls of every kind with terms in and around them, and a page script that writes down what it gets. */
const PAGE = articlePage(
  `<p id="text">发展大模型和数据集，建设算力。</p>
<p id="link"><a href="#target">人工智能</a></p>
<p id="handler">开源</p>
<p><button id="button">大模型</button> <input id="field" value="算力"> <input id="check" type="checkbox"><label for="check">大模型</label></p>
<p><select id="choice"><option>人工智能<option>大模型</select></p>
<details id="details"><summary>大模型</summary><p>算力</p></details>
<p id="drag" draggable="true">数据集</p><p id="drop">实体经济</p>
<p id="edit" contenteditable>大模型</p>
<div id="scroller" style="height:60px;overflow:auto"><p>大模型</p><div style="height:400px"></div></div>`,
  'body { margin: 30px } p { font-size: 18px }',
  `<script>
    window.log = [];
    const TYPES = 'pointerdown pointerup pointercancel mousedown mouseup click dblclick auxclick contextmenu keydown keyup input change focusin focusout dragstart dragover drop dragend copy selectstart submit hashchange'.split(' ');
    for (const type of TYPES) addEventListener(type, (event) => {
      const target = event.target instanceof Element ? event.target.closest('[id]')?.id : event.target === document ? 'document' : event.target?.nodeName ?? 'window';
      log.push(type + ' ' + target + (event.defaultPrevented ? ' prevented' : '') + (event.key ? ' ' + event.key : ''));
    }, true);
    addEventListener('DOMContentLoaded', () => {
      handler.onclick = () => log.push('handled');
      // Told when the page has time for it, so its place among the others is not always the same.
      addEventListener('toggle', () => { window.toggled = true; }, true);
      drop.ondragover = (event) => event.preventDefault();
    });
  </script>`,
);

/** What a reader does to a page: the same steps each time. */
async function use(page: Page): Promise<unknown> {
  const middle = (selector: string): Promise<{ x: number; y: number }> =>
    page.$eval(selector, (element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return { x: Math.round(x + Math.min(width / 2, 60)), y: Math.round(y + height / 2) };
    });
  const { mouse, keyboard } = page;
  const click = async (selector: string, options?: Parameters<typeof mouse.click>[2]): Promise<void> => {
    const { x, y } = await middle(selector);
    await mouse.click(x, y, options);
  };
  await click('#text');
  await click('#text', { button: 'right' });
  await click('#text', { count: 2 });
  await click('#text', { button: 'middle' });
  await click('#link a');
  await click('#handler');
  await click('#button');
  await click('label');
  await click('summary');
  await click('#field');
  await keyboard.type('大模型');
  await keyboard.press('Tab');
  await keyboard.press(' ');
  await page.select('#choice', '大模型');
  await click('#edit');
  await keyboard.type('算力');
  await keyboard.press('Escape');
  const start = await middle('#text');
  await mouse.move(40, start.y);
  await mouse.down();
  await mouse.move(160, start.y, { steps: 5 });
  await mouse.up();
  const selected = await page.evaluate(() => getSelection()?.toString());
  const scroller = await middle('#scroller');
  await mouse.move(scroller.x, scroller.y);
  await mouse.wheel({ deltaY: 120 });
  await page.waitForFunction(() => (document.querySelector('#scroller')?.scrollTop ?? 0) > 0);
  return page.evaluate((text) => {
    const { log } = window as unknown as { log: string[] };
    const value = (selector: string): unknown => (document.querySelector(selector) as HTMLInputElement).value;
    return {
      log,
      selected: text,
      hash: location.hash,
      field: value('#field'),
      choice: value('#choice'),
      checked: (document.querySelector('#check') as HTMLInputElement).checked,
      open: (document.querySelector('#details') as HTMLDetailsElement).open,
      edited: document.querySelector('#edit')?.textContent,
      focus: document.activeElement?.id,
      html: document.body.innerHTML,
    };
  }, selected);
}

describe.each(BROWSER_KINDS)('in %s', (kind) => {
  let lab: Lab;
  beforeAll(async () => {
    lab = await openLab(kind);
  });
  afterAll(() => lab.close());

  it('clicks, drags, selections, keys, menus and scrolling of the page go through as without the reader', async () => {
    const { page: alone } = await lab.openApart(PAGE);
    const without = await use(alone);
    const { page, world } = await lab.openApart(PAGE);
    await world.evaluate(() => probe.start());
    const together = await use(page);
    expect(together).toEqual(without);
    expect(await world.evaluate(() => probe.listed().length)).toBeGreaterThan(5);
    // The steps have reached the page at all.
    expect(without).toMatchObject({
      hash: '#target',
      choice: '大模型',
      checked: false,
      open: true,
      selected: expect.stringContaining('大模型'),
    });
    const { log } = without as { readonly log: readonly string[] };
    expect(log).toEqual(
      expect.arrayContaining(['handled', 'contextmenu text', 'dblclick text', 'auxclick text']),
    );
  });
});
