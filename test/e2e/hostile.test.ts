import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { cardText, cardTitle, placeInCard, waitForCard } from '../../scripts/card-probe.ts';
import { hoverPainted, paintedTexts } from '../../scripts/drive.ts';
import { eventually, highlighted, KINDS, openInstead, openStage, type Stage } from './support.ts';

const TERM = '高质量数据集';
const FILL = '<p>建设高质量数据集，推动大模型发展，数据总量达到41.06ZB。</p>'.repeat(12);
const article = (head: string, after = ''): string =>
  `<!doctype html><html lang="zh"><head><meta charset="utf-8"><title>人工智能</title>${head}</head>
<body><h1>人工智能</h1><div id="rm_txt_zw">${FILL}</div>${after}</body></html>`;

/** Everything a sheet can do to elements it can select. */
const STYLED = article(`<style>
  html { filter: hue-rotate(10deg); transform: translateX(200px); perspective: 10px; contain: strict; height: 3000px }
  html > div, div[data-aiplus-card], html > :not(head, body), * > [data-aiplus-card]:not(#x#y#z) {
    display: none !important; opacity: 0 !important; visibility: hidden !important; pointer-events: none !important;
    transform: translate(-9999px) !important; position: static !important; zoom: 0.01 !important;
    clip-path: inset(100%) !important; content-visibility: hidden !important; letter-spacing: 90px !important;
    font-size: 1px !important; color: transparent !important; direction: rtl !important; filter: blur(9px) !important;
  }
</style>`);

/** Takes out whatever appears beside head and body, for ever. */
const EVICTING = article(`<script>
  window.evicted = 0;
  new MutationObserver(() => {
    for (const child of [...document.documentElement.children])
      if (child.localName !== 'head' && child.localName !== 'body' && window.evicted < 50) {
        window.evicted++;
        child.remove();
      }
  }).observe(document.documentElement, { childList: true });
</script>`);

const MARKUP = '<img src=x onerror="window.owned=1">';
const FORGED = article(
  '',
  `<p>${MARKUP.replaceAll('<', '&lt;')}</p><script>document.title = ${JSON.stringify(MARKUP)} + '人工智能';</script>`,
);

const PAGES = {
  '/plain.html': article(''),
  '/styled.html': STYLED,
  '/evicting.html': EVICTING,
  '/forged.html': FORGED,
  '/strict.html': {
    body: article(''),
    policy: "default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
  },
  '/sandboxed.html': { body: article(''), policy: 'sandbox allow-scripts' },
};

describe.each(KINDS)('a hostile page in %s', (kind) => {
  let stage: Stage;
  let page: Page;
  let errors: string[];

  beforeAll(async () => {
    stage = await openStage(kind, PAGES);
  });
  afterAll(() => stage?.close());
  beforeEach(() => {
    errors = [];
  });

  async function visit(path: string): Promise<void> {
    page = await openInstead(stage, page, path, errors);
    await highlighted(page);
  }

  it.each(['/strict.html', '/sandboxed.html'])('is read all the same with the policy of %s', async (path) => {
    await visit(path);
    expect(await paintedTexts(page, 'data-compute')).toContain(TERM);
    await hoverPainted(page, ['data-compute'], TERM);
    expect(await waitForCard(page)).toBe(TERM);
    expect(errors).toEqual([]);
  });

  it('cannot hide, move or style the card, or take the pointer from it', async () => {
    await visit('/styled.html');
    await hoverPainted(page, ['data-compute'], TERM);
    await waitForCard(page);
    const pages = (await stage.session.browser.pages()).length;
    const link = await eventually('the link in the card', () => placeInCard(page, 'card-place', '(8)'));
    await page.mouse.move(link.x, link.y, { steps: 4 });
    await page.mouse.click(link.x, link.y);
    await eventually('the outline', async () => (await stage.session.browser.pages()).length === pages + 1);
    await page.bringToFront();
  });

  it('cannot look into the card or click in it', async () => {
    await visit('/plain.html');
    await hoverPainted(page, ['data-compute'], TERM);
    await waitForCard(page);
    const seen = await page.evaluate(() => {
      const host = document.querySelector<HTMLElement>('html > [data-aiplus-card]')!;
      const attempt = (action: () => unknown): unknown => {
        try {
          return action();
        } catch (error) {
          return (error as Error).name;
        }
      };
      const html = host as unknown as { getHTML(options: object): string };
      host.click();
      host.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
      return {
        shadow: host.shadowRoot,
        internals: attempt(() => host.attachInternals()),
        again: attempt(() => host.attachShadow({ mode: 'open' })),
        html: html.getHTML({ serializableShadowRoots: true }),
        text: host.textContent,
        children: host.childNodes.length,
        attributes: host.getAttributeNames(),
        parts: host.getAttribute('exportparts'),
      };
    });
    expect(seen).toEqual({
      shadow: null,
      internals: 'NotSupportedError',
      again: 'NotSupportedError',
      html: '',
      text: '',
      children: 0,
      attributes: ['data-aiplus-card'],
      parts: null,
    });
    expect(await cardTitle(page)).toBe(TERM);
  });

  it('sees no more of what happens in the card than its host', async () => {
    await visit('/plain.html');
    await page.evaluate(() => {
      const paths = new Set<string>();
      Object.assign(window, { paths });
      for (const type of ['pointermove', 'pointerdown', 'click', 'keydown', 'focusin', 'copy'])
        window.addEventListener(
          type,
          (event) => {
            const [first] = event.composedPath();
            if (first instanceof Element && first.closest('[data-aiplus-card]')) paths.add(first.tagName);
          },
          { capture: true },
        );
    });
    await hoverPainted(page, ['data-compute'], TERM);
    await waitForCard(page);
    const place = await eventually('the card', () => placeInCard(page, 'card-place', '(8)'));
    await page.mouse.move(place.x, place.y, { steps: 4 });
    expect(await page.evaluate(() => [...(window as never as { paths: Set<string> }).paths])).toEqual([
      'DIV',
    ]);
  });

  it('cannot open a card with forged events, nor reach the extension with messages', async () => {
    await visit('/plain.html');
    await page.mouse.move(1, 1);
    const reached = await page.evaluate(() => {
      const [painted] = CSS.highlights.get('aiplus-data-compute') ?? [];
      const range = document.createRange();
      range.setStart(painted!.startContainer, painted!.startOffset);
      range.setEnd(painted!.endContainer, painted!.endOffset);
      const { x, y, height } = range.getBoundingClientRect();
      const at = { clientX: x + 8, clientY: y + height / 2, bubbles: true, composed: true, isPrimary: true };
      const element = painted!.startContainer.parentElement!;
      for (const type of ['pointerover', 'pointermove', 'pointermove', 'pointerdown', 'pointerup', 'click'])
        element.dispatchEvent(new PointerEvent(type, { ...at, pointerType: 'mouse' }));
      for (const type of ['mouseover', 'mousemove', 'click']) element.dispatchEvent(new MouseEvent(type, at));
      for (const key of ['Enter', 'Escape']) window.dispatchEvent(new KeyboardEvent('keydown', { key }));
      for (const room of ['background', 'tab', 'notice'])
        for (const name of ['openOptions', 'openOutline', 'report', 'explainSelection'])
          for (const target of ['*', location.origin])
            window.postMessage({ aiplus: room, name, params: {} }, target);
      const names = globalThis as unknown as Record<
        string,
        { runtime?: { sendMessage?: unknown } } | undefined
      >;
      return [names.chrome?.runtime?.sendMessage, names.browser?.runtime?.sendMessage].map((it) => typeof it);
    });
    expect(reached).toEqual(['undefined', 'undefined']);
    const pages = (await stage.session.browser.pages()).length;
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(await cardText(page)).toBeUndefined();
    expect((await stage.session.browser.pages()).length).toBe(pages);
  });

  it('that throws the card out gets it back at the next term, and no error', async () => {
    await visit('/evicting.html');
    await hoverPainted(page, ['data-compute'], TERM);
    await eventually('the eviction', () =>
      page.evaluate(() => (window as never as { evicted: number }).evicted > 0),
    );
    await page.evaluate(() => Object.assign(window, { evicted: 50 }));
    await page.mouse.move(1, 1);
    await new Promise((resolve) => setTimeout(resolve, 600));
    await hoverPainted(page, ['technology'], '大模型');
    expect(await waitForCard(page)).toBe('大模型');
    expect(errors).toEqual([]);
  });

  it('that throws its whole content out is read again when there is one', async () => {
    await visit('/plain.html');
    await page.evaluate(async () => {
      const body = document.body.cloneNode(true);
      const root = document.documentElement;
      root.replaceChildren();
      await new Promise((resolve) => setTimeout(resolve, 300));
      root.append(document.createElement('head'), body);
    });
    await eventually('highlights in the new body', async () => {
      const texts = await page.evaluate(
        () =>
          [...(CSS.highlights.get('aiplus-data-compute') ?? [])].filter(
            (range) => range.startContainer.isConnected,
          ).length,
      );
      return texts > 0;
    });
    expect(errors).toEqual([]);
  });

  it('cannot put markup into the popup, the options or the outline', async () => {
    await visit('/forged.html');
    const popup = await stage.openOwn('popup.html');
    await page.bringToFront();
    await popup.evaluate(() => location.reload());
    const marked = encodeURIComponent(MARKUP);
    const options = await stage.openOwn(`options.html?term=${marked}#glossary`);
    const outline = await stage.openOwn(`outline.html?q=${marked}#${marked}`);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    for (const own of [popup, options, outline]) {
      expect(
        await own.evaluate(() => ({
          images: document.querySelectorAll('img[src="x"]').length,
          owned: 'owned' in window,
        })),
      ).toEqual({ images: 0, owned: false });
      await own.close();
    }
    expect(await page.evaluate(() => 'owned' in window)).toBe(false);
  });

  it.each(['popup', 'sidepanel', 'options', 'outline', 'welcome'])(
    'has no lever in %s.html: markup as text is refused there, and the page works',
    async (name) => {
      const own = await stage.openOwn(`${name}.html`);
      await eventually('the page', () => own.evaluate(() => (document.body.textContent ?? '').length > 20));
      const refused = await own.evaluate(() => {
        try {
          document.body.insertAdjacentHTML('beforeend', '<b id="put-in"></b>');
        } catch (error) {
          return (error as Error).name;
        }
        return null;
      });
      expect(refused).toBe('TypeError');
      await own.close();
    },
  );
});
