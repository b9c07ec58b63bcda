import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cardTitle, noticeText, placeInCard } from '../../scripts/card-probe.ts';
import { eventually, highlighted, KINDS, openCardOf, openInstead, openStage, type Stage } from './support.ts';

const TERM = '高质量数据集';
const PARAGRAPHS = 12;
const FILL = '<p>建设高质量数据集，推动大模型发展，数据总量达到41.06ZB。</p>'.repeat(PARAGRAPHS);
const article = (head: string, body = `<div id="rm_txt_zw">${FILL}</div>`): string =>
  `<!doctype html><html lang="zh"><head><meta charset="utf-8"><title>人工智能</title>${head}</head>
<body><h1>人工智能</h1>${body}</body></html>`;

/** What scripts ask documents for. */
const OF_DOCUMENTS = [
  ...['documentElement', 'body', 'head', 'title', 'activeElement', 'defaultView', 'readyState', 'hidden'],
  ...['querySelector', 'querySelectorAll', 'createElement', 'createTreeWalker', 'addEventListener', 'fonts'],
  ...[
    'elementFromPoint',
    'caretPositionFromPoint',
    'createRange',
    'getRootNode',
    'contains',
    'nodeType',
    'firstChild',
  ],
  ...['dispatchEvent', 'execCommand', 'styleSheets', 'scrollingElement', 'ownerDocument', 'visibilityState'],
];
/** What scripts ask elements for. */
const OF_ELEMENTS = [
  ...['nodeType', 'nodeName', 'localName', 'tagName', 'id', 'className', 'classList', 'hidden', 'dataset'],
  ...['firstChild', 'lastChild', 'nextSibling', 'previousSibling', 'parentNode', 'parentElement', 'children'],
  ...['childNodes', 'shadowRoot', 'assignedSlot', 'isConnected', 'ownerDocument', 'getRootNode', 'contains'],
  ...['closest', 'matches', 'querySelector', 'querySelectorAll', 'getAttribute', 'hasAttribute', 'data'],
  ...['hasAttributes', 'textContent', 'getBoundingClientRect', 'getClientRects', 'checkVisibility', 'style'],
  ...['scrollIntoView', 'compareDocumentPosition', 'isContentEditable', 'inert', 'host', 'append', 'remove'],
];
const fields = (names: readonly string[]): string =>
  names.map((name) => `<input type="hidden" name="${name}">`).join('');

/** Custom properties of the card's sheet: a page can read them in the package. */
const PROPERTIES = [
  '--ink',
  '--raised',
  '--surface',
  '--line',
  '--accent',
  '--rem',
  '--s-4',
  '--font-zh',
  '--room',
];

const PAGES = {
  '/plain.html': article(''),
  '/names-in-document.html': article(
    '',
    `<div id="rm_txt_zw">${FILL}</div>${OF_DOCUMENTS.map((name) => `<img name="${name}" alt=""><form name="${name}"></form>`).join('')}`,
  ),
  '/names-in-form.html': article(
    '',
    `<div id="rm_txt_zw"><form>${FILL}${fields(OF_ELEMENTS)}</form>${FILL}</div>`,
  ),
  // Without care, the node after the form is the field, and the node after the field is the form.
  '/ring.html': article(
    '',
    `<div id="rm_txt_zw">${FILL}<input name="nextSibling" form="f" type="hidden"><form id="f">${FILL}</form>${FILL}</div>`,
  ),
  '/restyled.html': article(`<style>
    html > div { ${PROPERTIES.map((name) => `${name}: red !important`).join(';')} }
  </style><script>
    for (const name of ${JSON.stringify(PROPERTIES)})
      CSS.registerProperty({ name, syntax: '<angle>', inherits: false, initialValue: '1deg' });
  </script>`),
  '/huge.html': article(
    '',
    `<div id="rm_txt_zw">${FILL}<p id="huge"></p></div><script>
      huge.textContent = '今天天气很好，大模型发展，数据总量达到41.06ZB。'.repeat(1_000);
    </script>`,
  ),
  '/frames.html': article(
    '',
    `<div id="rm_txt_zw">${FILL}</div>${'<iframe srcdoc="<p>大模型</p><script>setInterval(()=>document.body.append(`大模型`),50)</script>"></iframe>'.repeat(20)}`,
  ),
};

describe.each(KINDS)('tricks of a page in %s', (kind) => {
  let stage: Stage;
  let page: Page;
  let errors: string[];
  beforeAll(async () => {
    stage = await openStage(kind, PAGES);
  });
  afterAll(() => stage?.close());

  async function visit(path: string): Promise<Readonly<Record<string, number>>> {
    errors = [];
    page = await openInstead(stage, page, path, errors);
    return highlighted(page);
  }

  const openCard = () => openCardOf(page, TERM);

  it.each(['/names-in-document.html', '/names-in-form.html', '/ring.html'])(
    'names that come before properties neither stop nor hold the reading: %s',
    async (path) => {
      const painted = await visit(path);
      expect(painted['data-compute']).toBeGreaterThanOrEqual(PARAGRAPHS);
      await openCard();
      await page.mouse.move(2, 2);
      // The changes are followed, in the form too.
      await page.evaluate(() => {
        for (const part of Document.prototype.querySelectorAll.call(document, 'form, #rm_txt_zw'))
          Element.prototype.append.call(part, '算力');
      });
      await openCard();
      expect(errors).toEqual([]);
    },
  );

  it('the card looks the same to the pixel, whatever the page does with names of its sheet', async () => {
    const pictures: string[] = [];
    for (const path of ['/plain.html', '/restyled.html']) {
      await visit(path);
      await openCard();
      // The card comes with a short animation.
      await new Promise((resolve) => setTimeout(resolve, 500));
      pictures.push(await page.screenshot({ encoding: 'base64' }));
    }
    expect(pictures[1] === pictures[0]).toBe(true);
  });

  it('what a page gets of the card in spite of all gives it no hand', async () => {
    await visit('/plain.html');
    await page.evaluate(watchForNodes);
    await openCard();
    const { x, y } = await eventually('the definition', () => placeInCard(page, 'card-definition', ''));
    await page.mouse.move(x - 60, y, { steps: 3 });
    await page.mouse.down();
    await page.mouse.move(x + 60, y, { steps: 6 });
    await page.mouse.up();
    await new Promise((resolve) => setTimeout(resolve, 300));
    const tabs = (await stage.session.browser.pages()).length;
    const pressed = await page.evaluate(() => (window as never as { pressAll(): number }).pressAll());
    // Firefox tells the nodes of a closed tree, as the original targets of events; Chromium tells none.
    if (kind === 'chromium') expect(pressed).toBe(0);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await cardTitle(page)).toBe(TERM);
    expect(await noticeText(page)).toBe('');
    expect((await stage.session.browser.pages()).length).toBe(tabs);
    expect(errors).toEqual([]);
  });

  it.each(['/huge.html', '/frames.html'])('is read within the usual time: %s', async (path) => {
    await visit(path);
    await openCard();
    expect(errors).toEqual([]);
  });

  it('a flood of addresses changes nothing', async () => {
    const before = await visit('/plain.html');
    await page.evaluate(() => {
      for (let index = 0; index < 90; index++) {
        history.pushState({}, '', `#${index}`);
        history.replaceState({}, '', `?${index}`);
        dispatchEvent(new PopStateEvent('popstate'));
        dispatchEvent(new HashChangeEvent('hashchange'));
        dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
      }
    });
    expect(await highlighted(page)).toEqual(before);
    await openCard();
    expect(errors).toEqual([]);
  });
});

/**
 * Runs in the page: gathers every node of a shadow tree that the browser hands out by events, timings, animations and
 * the selection. `pressAll` presses all buttons of their trees and returns how many there are.
 */
function watchForNodes(): void {
  const trees = new Set<Node>();
  const note = (node: unknown): void => {
    if (node instanceof Node && node.isConnected && node.getRootNode() !== document)
      trees.add(node.getRootNode());
  };
  for (const type of [
    'pointermove',
    'pointerover',
    'pointerdown',
    'click',
    'mousemove',
    'focusin',
    'selectstart',
  ])
    window.addEventListener(
      type,
      (event) => {
        // `in` goes through the prototypes too: `originalTarget`, `rangeParent` and whatever else there is.
        for (const name in event) note((event as unknown as Record<string, unknown>)[name]);
        for (const node of event.composedPath()) note(node);
      },
      { capture: true },
    );
  for (const type of PerformanceObserver.supportedEntryTypes) {
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const {
          element,
          target,
          sources = [],
        } = entry as unknown as {
          readonly element?: unknown;
          readonly target?: unknown;
          readonly sources?: readonly { readonly node: unknown }[];
        };
        for (const node of [element, target, ...sources.map((source) => source.node)]) note(node);
      }
    }).observe({ type, buffered: true });
  }
  (function everyFrame(): void {
    for (const { effect } of document.getAnimations()) note((effect as KeyframeEffect | null)?.target);
    for (const node of [getSelection()?.anchorNode, getSelection()?.focusNode, document.activeElement])
      note(node);
    requestAnimationFrame(everyFrame);
  })();
  const pressAll = (): number => {
    const buttons = [...trees].flatMap((tree) => [
      ...(tree as ShadowRoot).querySelectorAll<HTMLElement>('button, a'),
    ]);
    for (const button of buttons) {
      if (button.localName === 'button') button.click();
      for (const key of ['p', 'h', 'c', 'Escape'])
        button.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }));
    }
    return buttons.length;
  };
  Object.assign(window, { pressAll });
}
