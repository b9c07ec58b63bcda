import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { REST } from '../../../utils/page/timing.ts';
import { BROWSER_KINDS, type Lab, openLab } from '../../support/lab.ts';
import { articlePage, FILLER } from '../../support/pages.ts';

const STYLE = 'body { margin: 40px } p { font-size: 20px; line-height: 1.5 }';
const HIT = ['大模型', '大模型', '大模型'];
const MISS = [null, null, null];

/** What is under the pointer on each character of 大模型. */
const PLACES: readonly (readonly [rule: string, html: string, hits: readonly (string | null)[]])[] = [
  ['in plain text', '<p>发展大模型。</p>', HIT],
  ['on a term wrapped over three lines', '<p style="width: 1em; word-break: break-all">大模型</p>', HIT],
  ['in vertical text', '<p style="writing-mode: vertical-rl; height: 200px">发展大模型。</p>', HIT],
  ['in vertical Latin order', '<p style="writing-mode: vertical-lr; height: 40px">发展大模型。</p>', HIT],
  [
    'in text that lies on its side',
    '<p style="writing-mode: sideways-rl; height: 200px">发展大模型。</p>',
    HIT,
  ],
  [
    'in upright vertical text',
    '<p style="writing-mode: vertical-rl; text-orientation: upright; height: 200px">发展大模型。</p>',
    HIT,
  ],
  ['in text set backwards', '<p>发展<bdo dir="rtl">大模型</bdo>。</p>', HIT],
  ['in right-to-left text', '<p dir="rtl">שלום 大模型</p>', HIT],
  ['in turned text', '<p style="transform: rotate(35deg); width: 200px; margin: 90px">发展大模型。</p>', HIT],
  ['in scaled text', '<p style="transform: scale(2.5); transform-origin: 0 0">发展大模型。</p>', HIT],
  ['in skewed and mirrored text', '<p style="transform: skew(30deg) scaleX(-1)">发展大模型。</p>', HIT],
  [
    'in text moved in space',
    '<p style="width: 200px; transform: perspective(400px) rotateY(40deg)">发展大模型。</p>',
    HIT,
  ],
  ['in zoomed text', '<p style="zoom: 1.75">发展大模型。</p>', HIT],
  [
    'in columns',
    '<p style="columns: 2; width: 400px">今天天气很好，大家都去公园散步。发展大模型，发展很好。</p>',
    HIT,
  ],
  ['in a link', '<p>发展<a href="#">大模型</a>。</p>', HIT],
  ['in text that cannot be selected', '<p style="user-select: none">发展大模型。</p>', HIT],
  ['in an inline block', '<p>发展<span style="display: inline-block; padding: 9px">大模型</span>。</p>', HIT],
  ['in text without a box of its own', '<p>发展<span style="display: contents">大模型</span>。</p>', HIT],
  ['in a fixed box', '<p style="position: fixed; top: 10px">发展大模型。</p>', HIT],
  ['behind a floating first letter', '<p class="initial">大模型</p>', HIT],
  [
    'in a scrolled box, where it is visible',
    '<div class="box" style="height: 60px; overflow: auto"><div style="height: 200px"></div><p>大模型</p></div>',
    HIT,
  ],
  [
    'under a layer that lets the pointer through',
    '<p>大模型</p><div style="position: absolute; inset: 0; pointer-events: none"></div>',
    HIT,
  ],
  [
    'in a paragraph of very many pieces',
    `<p>${'<b>的</b>的'.repeat(40)}发展大模型。${'<b>的</b>的'.repeat(40)}</p>`,
    HIT,
  ],
  [
    'NOT where it is cut off',
    '<div style="height: 10px; width: 300px; overflow: hidden"><p style="margin-top: 60px">大模型</p></div>',
    MISS,
  ],
  ['NOT where it is clipped', '<div style="clip-path: inset(0 0 0 100%)"><p>大模型</p></div>', MISS],
  [
    'NOT under a covering element',
    '<div style="position: relative"><p>大模型</p><div style="position: absolute; inset: 0; background: white"></div></div>',
    MISS,
  ],
  [
    'NOT under a bar that stays at its place',
    '<p>大模型</p><div style="position: fixed; inset: 0 0 auto; height: 200px; background: white"></div>',
    MISS,
  ],
  [
    'NOT where it is cut off without a scrolling box',
    '<div style="height: 10px; width: 300px; overflow: clip"><p style="margin-top: 60px">大模型</p></div>',
    MISS,
  ],
  ['NOT in hidden text', '<p style="visibility: hidden">大模型</p>', MISS],
];

describe.each(BROWSER_KINDS)('in %s, a mark is pointed at', (kind) => {
  let lab: Lab;
  beforeAll(async () => {
    lab = await openLab(kind);
  });
  afterAll(() => lab.close());

  async function read(content: string, style = ''): Promise<Page> {
    const page = await lab.open(
      articlePage(content, `${STYLE} .initial::first-letter { float: left; font-size: 3em } ${style}`),
    );
    await page.evaluate(() => probe.start());
    return page;
  }

  describe('among the places', () => {
    let page: Page;
    beforeAll(async () => {
      page = await read('');
    });

    // One page for all of them: opening a page takes longer than reading it.
    it.each(PLACES)('%s', async (_rule, html, hits) => {
      const found = await page.evaluate(
        async (content, filler) => {
          document.querySelector('#ozoom')!.innerHTML = `${content}<p>${filler}</p>`;
          const box = document.querySelector('.box');
          if (box) box.scrollTop = 1_000;
          await probe.start();
          return probe.hitsOnCharacters('大模型');
        },
        html,
        FILLER,
      );
      expect(found).toEqual(hits);
    });
  });

  it('on the characters under a ruby, NOT on the reading above them', async () => {
    const page = await read('<p style="line-height: 3"><ruby>大<rt>dà</rt>模<rt>mó</rt></ruby>型</p>');
    const hits = await page.evaluate(() => [
      ...probe.hitsOnCharacters('大'),
      ...probe.hitsOnCharacters('模'),
      ...probe.hitsOnCharacters('型'),
      ...probe.hitsOnCharacters('dà'),
    ]);
    expect(hits).toEqual(['大模型', '大模型', '大模型', null, null]);
  });

  it('NOT in the empty corners around turned text', async () => {
    const page = await read(
      '<p style="transform: rotate(45deg); width: 200px; margin: 90px">大模型大模型</p>',
    );
    const corners = await page.evaluate(() => {
      const rects = [...probe.characterRects('大模型'), ...probe.characterRects('大模型', 1)];
      const left = Math.min(...rects.map((rect) => rect.left));
      const right = Math.max(...rects.map((rect) => rect.right));
      const top = Math.min(...rects.map((rect) => rect.top));
      const bottom = Math.max(...rects.map((rect) => rect.bottom));
      return [probe.hitTest(right - 6, top + 6), probe.hitTest(left + 6, bottom - 6)];
    });
    expect(corners).toEqual([null, null]);
  });

  it('NOT beside the text of its line and NOT between the lines', async () => {
    const page = await read('<p style="line-height: 4; width: 400px">发展大模型</p>');
    const beside = await page.evaluate(() => {
      const rect = probe.characterRects('型')[0]!;
      const middle = rect.y + rect.height / 2;
      return [
        probe.hitTest(rect.right + 40, middle),
        probe.hitTest(rect.x + 5, rect.top - 12),
        probe.hitTest(rect.x + 5, rect.bottom + 12),
      ];
    });
    expect(beside).toEqual([null, null, null]);
  });

  it('in shadow trees inside one another', async () => {
    const page = await lab.open(articlePage('<div id="host"></div>', STYLE));
    const hit = await page.evaluate(async () => {
      const outer = document.querySelector('#host')!.attachShadow({ mode: 'open' });
      outer.innerHTML = '<div></div>';
      const inner = outer.querySelector('div')!.attachShadow({ mode: 'open' });
      inner.innerHTML = '<p>大模型</p>';
      await probe.start();
      const middle = probe.middleOf('大模型')!;
      return probe.hitTest(middle.x, middle.y);
    });
    expect(hit).toBe('大模型');
  });

  it('by a pointer that comes to rest, and left again', async () => {
    const page = await read('<p>发展大模型，建设数据集。</p>');
    const [first, second] = await page.evaluate(() => [probe.middleOf('大模型')!, probe.middleOf('数据集')!]);
    await page.mouse.move(first!.x, first!.y);
    await pause(3 * REST);
    expect(await page.evaluate(() => probe.takePoints())).toEqual(['大模型']);
    await page.mouse.move(second!.x, second!.y);
    await pause(3 * REST);
    expect(await page.evaluate(() => probe.takePoints())).toEqual(['数据集']);
    await page.mouse.move(600, 500);
    expect(await page.evaluate(() => probe.takePoints())).toEqual([null]);
  });

  it('NOT by a pointer that crosses it quickly', async () => {
    const page = await read(`<p>${'大模型数据集'.repeat(5)}</p>`);
    // Made in the page: the driver's own moves are as far apart in time as the machine is busy.
    const crossed = await page.evaluate(() => {
      const { y } = probe.middleOf('大模型')!;
      const marks: (string | null)[] = [];
      for (let x = 10; x < 700; x += 40) {
        const target = document.elementFromPoint(x, y)!;
        target.dispatchEvent(
          new PointerEvent('pointermove', { clientX: x, clientY: y, bubbles: true, composed: true }),
        );
        marks.push(probe.hitTest(x, y));
      }
      return new Set(marks).size;
    });
    expect(crossed).toBe(3);
    await pause(3 * REST);
    expect(await page.evaluate(() => probe.takePoints())).toEqual([]);
  });

  it('NOT while a button is down', async () => {
    const page = await read('<p>发展大模型，建设数据集。</p>');
    const { x, y } = (await page.evaluate(() => probe.middleOf('数据集')))!;
    await page.mouse.move(20, y);
    await page.mouse.down();
    await page.mouse.move(x, y, { steps: 3 });
    await pause(3 * REST);
    expect(await page.evaluate(() => probe.takePoints())).toEqual([]);
    await page.mouse.up();
  });

  it('and left when the page scrolls it away from under the pointer', async () => {
    const page = await read('<p>大模型</p><div style="height: 3000px"></div>');
    const { x, y } = (await page.evaluate(() => probe.middleOf('大模型')))!;
    await page.mouse.move(x, y);
    await pause(3 * REST);
    await page.evaluate(() => scrollTo(0, 400));
    await page.waitForFunction(() => scrollY === 400);
    await pause(100);
    expect(await page.evaluate(() => probe.takePoints())).toEqual(['大模型', null]);
  });

  it.each([
    ['plain text', '<p>大模型</p>', ['pointer 大模型']],
    ['a link', '<p><a href="#here">大模型</a></p>', []],
    ['an element with a handler of its own', '<p onclick="">大模型</p>', []],
    ['the summary of a details', '<details><summary>大模型</summary></details>', []],
    ['something that acts as a button', '<p><span role="button" tabindex="0">大模型</span></p>', []],
    ['text whose click the page has dealt with', '<p class="dealt">大模型</p>', []],
  ])('and a click on %s means the mark or the page, never both', async (_name, html, activations) => {
    const page = await read(html);
    await page.evaluate(() => {
      document.querySelector('.dealt')?.addEventListener('click', (event) => event.preventDefault());
    });
    const rect = await page.evaluate(() => {
      const { x, y, width, height } = probe.characterRects('大模型')[0]!;
      return { x: x + width / 2, y: y + height / 2 };
    });
    await page.mouse.click(rect.x, rect.y);
    expect(await page.evaluate(() => probe.takeActivations())).toEqual(activations);
  });

  it('and a click with a modifier key, with another button, or that selects text is the page’s', async () => {
    const page = await read('<p>发展大模型，建设数据集。</p>');
    const { x, y } = (await page.evaluate(() => probe.middleOf('大模型')))!;
    await page.keyboard.down('Control');
    await page.mouse.click(x, y);
    await page.keyboard.up('Control');
    await page.mouse.move(x - 20, y);
    await page.mouse.down();
    await page.mouse.move(x + 20, y, { steps: 4 });
    await page.mouse.up();
    expect(await page.evaluate(() => getSelection()?.isCollapsed)).toBe(false);
    await page.mouse.click(x, y, { button: 'middle' });
    expect(await page.evaluate(() => probe.takeActivations())).toEqual([]);
  });

  // Two fingers cannot be driven in Firefox.
  it.runIf(kind === 'chromium')('in a page that two fingers have made larger', async () => {
    const page = await read(`<p>${FILLER}</p><p>发展大模型。</p><div style="height: 2000px"></div>`);
    const session = await page.createCDPSession();
    await session.send('Input.synthesizePinchGesture', { x: 60, y: 110, scaleFactor: 2.5 });
    const [layout, seen] = await page.evaluate(() => {
      const { scale, offsetLeft, offsetTop } = visualViewport!;
      const { x, y } = probe.middleOf('大模型')!;
      if (scale < 2) throw new Error(`Only ${scale} times as large.`);
      // The protocol counts in the page's own pixels, from the corner of what is seen.
      return [
        { x, y },
        { x: x - offsetLeft, y: y - offsetTop },
      ] as const;
    });
    expect(await page.evaluate(({ x, y }) => probe.hitTest(x, y), layout)).toBe('大模型');
    await session.send('Input.dispatchMouseEvent', { type: 'mouseMoved', ...seen });
    await pause(3 * REST);
    expect(await page.evaluate(() => probe.takePoints())).toEqual(['大模型']);
    await session.detach();
  });

  it('by a pen that hovers, and meant by one that taps', async () => {
    const page = await read('<p>发展大模型，建设<a href="#here">数据集</a>。</p>');
    const [plain, linked] = await page.evaluate(() => [probe.middleOf('大模型')!, probe.middleOf('数据集')!]);
    await movePen(page, plain!);
    await pause(3 * REST);
    expect(await page.evaluate(() => probe.takePoints())).toEqual(['大模型']);
    await movePen(page, linked!);
    await pause(3 * REST);
    expect(await page.evaluate(() => probe.takePoints())).toEqual(['数据集']);
    // A page that forges a tap is not listened to, and the driver of Firefox answers “Unimplemented” to any pen.
    if (kind === 'firefox') return;
    await tapPen(page, plain!);
    await tapPen(page, linked!);
    await page.waitForFunction(() => location.hash === '#here');
    expect(await page.evaluate(() => probe.takeActivations())).toEqual(['pointer 大模型']);
  });

  it('and a tap on it means the mark, on a link only a long press does', async () => {
    const page = await read('<p>大模型</p><p><a href="#here">数据集</a></p>');
    const [plain, linked] = await page.evaluate(() => [probe.middleOf('大模型')!, probe.middleOf('数据集')!]);
    await page.touchscreen.tap(plain!.x, plain!.y);
    await pause(100);
    expect(await page.evaluate(() => probe.takeActivations())).toEqual(['touch 大模型']);
    await page.touchscreen.tap(linked!.x, linked!.y);
    await page.waitForFunction(() => location.hash === '#here');
    expect(await page.evaluate(() => probe.takeActivations())).toEqual([]);
    const touch = await page.touchscreen.touchStart(linked!.x, linked!.y);
    await pause(700);
    await touch.end();
    expect(await page.evaluate(() => probe.takeActivations())).toEqual(['touch 数据集']);
    expect(await page.evaluate(() => probe.takePoints().filter((point) => point !== null))).toEqual([]);
  });
});

/** A pen above the page, made in the page: browsers that are driven have none that hovers. */
function movePen(page: Page, at: { readonly x: number; readonly y: number }): Promise<void> {
  return page.evaluate(({ x, y }) => {
    const move = { clientX: x, clientY: y, pointerType: 'pen', bubbles: true, composed: true };
    document.elementFromPoint(x, y)!.dispatchEvent(new PointerEvent('pointermove', move));
  }, at);
}

async function tapPen(page: Page, at: { readonly x: number; readonly y: number }): Promise<void> {
  const session = await page.createCDPSession();
  for (const type of ['mousePressed', 'mouseReleased'] as const) {
    await session.send('Input.dispatchMouseEvent', {
      type,
      ...at,
      button: 'left',
      clickCount: 1,
      pointerType: 'pen',
    });
  }
  await session.detach();
}
