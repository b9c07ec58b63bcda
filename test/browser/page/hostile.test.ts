import { setTimeout as pause } from 'node:timers/promises';
import type { Page, Realm } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSER_KINDS, type Lab, type LabPage, openLab } from '../../support/lab.ts';
import { articlePage, FILLER } from '../../support/pages.ts';

/** A page that does its worst, as HTML or with headers, and the terms that are painted on it in the end. */
interface Hostile {
  readonly name: string;
  readonly page: LabPage;
  readonly painted: readonly string[];
}

const ARTICLE = '<p>发展大模型。</p><p>建设<b>算</b>力。</p>';
const BOTH = ['大模型', '算力'];

function withHeaders(body: string, headers: Readonly<Record<string, string>>): LabPage {
  return { body, headers: { 'content-type': 'text/html; charset=utf-8', ...headers } };
}

function withScript(script: string): string {
  return articlePage(ARTICLE, '', `<script>${script}</script>`);
}

const PAGES: readonly Hostile[] = [
  {
    name: 'a policy that allows nothing, with Trusted Types',
    page: withHeaders(articlePage(ARTICLE), {
      'content-security-policy':
        "default-src 'none'; style-src 'none'; script-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'; sandbox allow-scripts",
    }),
    painted: BOTH,
  },
  {
    name: 'frozen prototypes',
    page: withScript(
      'for (const type of [Node, Element, HTMLElement, Text, Document, Array, Object, Map, Set, Promise, Highlight, Range, StaticRange]) Object.freeze(type.prototype);',
    ),
    painted: BOTH,
  },
  {
    name: 'DOM methods that throw',
    page: withScript(`
      const fail = () => { throw new Error('patched') };
      for (const [type, names] of [[Document, ['createTreeWalker', 'createRange', 'elementFromPoint', 'querySelector', 'querySelectorAll']], [Element, ['closest', 'matches', 'getAttribute', 'hasAttribute', 'hasAttributes', 'checkVisibility', 'getBoundingClientRect', 'attachShadow']], [Range, ['setStart', 'setEnd', 'getClientRects']], [EventTarget, ['addEventListener', 'dispatchEvent']], [MutationObserver, ['observe', 'takeRecords']], [Highlight, ['add', 'delete', 'clear']], [HighlightRegistry, ['get', 'set', 'delete']]])
        for (const name of names) type.prototype[name] = fail;
      window.getComputedStyle = window.matchMedia = window.requestAnimationFrame = fail;
      window.StaticRange = window.Highlight = window.MutationObserver = window.IntersectionObserver = fail;
      for (const name of ['firstChild', 'nextSibling', 'parentNode', 'isConnected', 'nodeType']) Object.defineProperty(Node.prototype, name, { get: fail });
      Object.defineProperty(CharacterData.prototype, 'data', { get: fail });
      Array.prototype.map = Array.prototype.filter = Array.prototype.flatMap = Array.prototype[Symbol.iterator] = fail;
      Map.prototype.get = Set.prototype.add = WeakMap.prototype.set = Promise.prototype.then = RegExp.prototype.exec = fail;`),
    painted: BOTH,
  },
  {
    name: 'elements that hide their own properties behind names of form controls',
    page: articlePage(
      `${ARTICLE}<form><input name="parentNode"><input name="firstChild"><input name="nextSibling"><input name="matches"><input name="hasAttributes"><input name="attributes"><input name="nodeType"><input name="shadowRoot"></form><form name="body"></form><img name="defaultView"><img name="documentElement"><img name="querySelector">`,
    ),
    painted: BOTH,
  },
  {
    name: 'a registry that is emptied all the time',
    page: withScript('setInterval(() => CSS.highlights.clear(), 20)'),
    painted: BOTH,
  },
  {
    name: 'our names registered by the page beforehand',
    page: withScript(
      "for (const kind of ['technology', 'data-compute']) CSS.highlights.set('aiplus-' + kind, new Highlight());",
    ),
    painted: BOTH,
  },
  {
    name: 'the attribute on the root element taken away and replaced',
    page: withScript(
      "setInterval(() => { document.documentElement.removeAttribute('data-aiplus'); document.documentElement.setAttribute('data-aiplus', 'dark print \"<'); }, 20)",
    ),
    painted: BOTH,
  },
  {
    name: 'quirks mode and unclosed elements',
    page: `<title>t</title><body><div id=ozoom><p>发展大模型。<p>建设<b>算<i></b>力</i>。<table><p>${FILLER}`,
    painted: BOTH,
  },
  {
    name: 'XHTML',
    page: {
      body: `<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>t</title></head><body><div id="ozoom"><p>发展大<!-- -->模型。</p><p><![CDATA[建设]]><b>算</b>力。</p><p>${FILLER}</p></div></body></html>`,
      headers: { 'content-type': 'application/xhtml+xml' },
    },
    painted: BOTH,
  },
  {
    name: 'a document of SVG',
    page: {
      body: '<svg xmlns="http://www.w3.org/2000/svg"><text y="20">大模型</text></svg>',
      headers: { 'content-type': 'image/svg+xml' },
    },
    painted: [],
  },
  {
    name: 'a plain text file',
    page: { body: '发展大模型。', headers: { 'content-type': 'text/plain; charset=utf-8' } },
    painted: [],
  },
  { name: 'an empty document', page: withHeaders('', {}), painted: [] },
  {
    name: 'right-to-left text, with marks of direction inside of terms',
    page: articlePage('<p dir="rtl">שלום <bdo dir="ltr">大模型</bdo></p><p dir="rtl">建设算力。</p>'),
    painted: BOTH,
  },
  {
    name: 'display: contents everywhere',
    page: articlePage(ARTICLE, 'html, body, div, b { display: contents }'),
    painted: BOTH,
  },
  {
    name: 'frames inside of frames, some of other origins',
    page: articlePage(
      `${ARTICLE}<iframe srcdoc="<iframe srcdoc='<p>x</p>'></iframe>"></iframe><iframe src="data:text/html,x"></iframe><iframe sandbox srcdoc="y"></iframe><object data="about:blank"></object>`,
    ),
    painted: BOTH,
  },
  {
    name: 'a thousand elements inside one another',
    page: articlePage(
      `${ARTICLE}<script>{ let at = ozoom; for (let depth = 0; depth < 1000; depth++) at = at.appendChild(document.createElement('i')); at.append('深'); }</script>`,
    ),
    painted: BOTH,
  },
  {
    name: 'a text of two million characters in one node',
    page: articlePage(
      `${ARTICLE}<script>ozoom.append(document.createElement('p')); ozoom.lastChild.textContent = '的'.repeat(2e6)</script>`,
    ),
    painted: BOTH,
  },
  {
    name: 'a hundred thousand nodes',
    page: articlePage(
      `${ARTICLE}<script>{ const all = document.createDocumentFragment(); for (let i = 0; i < 50000; i++) { const b = document.createElement('b'); b.textContent = '的'; all.append(b); } ozoom.append(all); }</script>`,
    ),
    painted: BOTH,
  },
];

/** What a page does all the time while it is read. */
const STORMS: readonly (readonly [name: string, script: string])[] = [
  [
    'five thousand mutations a second',
    `setInterval(() => { for (let i = 0; i < 50; i++) { const p = document.createElement('p'); p.textContent = '的' + i; storm.append(p); if (storm.childNodes.length > 200) storm.firstChild.remove(); } }, 10)`,
  ],
  [
    'an endless scroll',
    `setInterval(() => { const p = document.createElement('p'); p.textContent = '${FILLER}'; storm.append(p); scrollBy(0, 40); }, 10)`,
  ],
  [
    'attributes that flicker',
    `setInterval(() => { storm.classList.toggle('a'); storm.style.opacity = Math.random(); document.body.classList.toggle('b'); }, 4)`,
  ],
  [
    'an article that is thrown away and written again',
    `{ const html = ozoom.innerHTML; let count = 0; const timer = setInterval(() => { ozoom.innerHTML = html; if (++count > 60) clearInterval(timer); }, 8) }`,
  ],
  [
    'an observer that answers every change with another one',
    `{ let count = 0; new MutationObserver(() => { if (++count < 3000) storm.textContent = '的' + count; }).observe(document, { subtree: true, childList: true, characterData: true, attributes: true }); storm.textContent = '的'; }`,
  ],
];

describe.each(BROWSER_KINDS)('in %s, on a hostile page', (kind) => {
  let lab: Lab;
  beforeAll(async () => {
    lab = await openLab(kind);
  });
  afterAll(() => lab.close());

  /** Starts the reader as a content script is started, and waits until the list holds these terms. */
  async function read(served: LabPage, wanted: readonly string[]): Promise<{ page: Page; world: Realm }> {
    const { page, world } = await lab.openApart(served);
    await world.evaluate(async (terms) => {
      await probe.start({}, { wait: false });
      const end = Date.now() + 5_000;
      while (probe.listedTerms().join() !== terms && Date.now() < end)
        await new Promise((resolve) => setTimeout(resolve, 20));
      // At the very start nothing is listed on any page: whether it stays so is seen only after the page's turn.
      if (terms === '') await new Promise((resolve) => setTimeout(resolve, 300));
    }, wanted.join());
    return { page, world };
  }

  it.each(PAGES)(
    '($name) the marks are right, nothing throws, and the page is as before',
    async ({ page: served, painted }) => {
      const { world } = await read(served, painted);
      const found = await world.evaluate(async () => {
        const html = document.documentElement.outerHTML.length;
        const listed = probe.listedTerms();
        probe.hitTest(60, 60);
        probe.next();
        probe.stop();
        await new Promise((resolve) => setTimeout(resolve, 30));
        return { listed, errors: probe.takeErrors(), isWhole: html > 0 };
      });
      expect(found).toEqual({ listed: painted, errors: [], isWhole: true });
    },
  );

  it('a page that pretends to be our successor does not make us quiet', async () => {
    const { page, world } = await read(articlePage(ARTICLE), BOTH);
    const forged = await page.evaluate(() => {
      const instances = Symbol.for('aiplus-instances');
      const theirs = window as unknown as Record<symbol, WeakMap<object, () => void> | undefined>;
      const seen = theirs[instances] !== undefined;
      for (const place of [document, window]) theirs[instances]?.get(place)?.();
      theirs[instances] = new WeakMap();
      for (const name of ['aiplus-reader-takes-over', 'aiplus-instances', 'wxt:content-script-started'])
        for (const target of [document, window])
          target.dispatchEvent(new CustomEvent(name, { bubbles: true }));
      window.postMessage({ type: 'wxt:content-script-started', contentScriptName: 'content' }, '*');
      document.querySelector('p')!.append('，智能体');
      return seen;
    });
    const listed = await world.evaluate(async () => {
      await new Promise((resolve) => setTimeout(resolve, 50));
      await probe.settled();
      return [probe.listedTerms(), probe.takeErrors()];
    });
    expect(forged).toBe(false);
    expect(listed).toEqual([['大模型', '智能体', '算力'], []]);
  });

  it('a page that answers our attribute on its root with a change is not kept busy by it', async () => {
    const { page, world } = await read(
      articlePage(
        `${ARTICLE}<p id="count"></p>`,
        'body { background: #111; color: #eee }',
        `<script>
          window.answers = 0;
          new MutationObserver(() => {
            document.documentElement.removeAttribute('data-aiplus');
            document.querySelector('#count').textContent = '第' + ++answers + '次';
          }).observe(document.documentElement, { attributes: true });
        </script>`,
      ),
      BOTH,
    );
    await pause(2_500);
    const answers = await page.evaluate(() => (window as unknown as { answers: number }).answers);
    const found = await world.evaluate(() => [probe.listedTerms(), probe.takeErrors()]);
    expect(found).toEqual([BOTH, []]);
    expect(answers).toBeGreaterThan(0);
    expect(answers).toBeLessThan(20);
  });

  it('a clock that is set back an hour while the page is read holds no mark up', async () => {
    const { page, world } = await read(articlePage(ARTICLE), BOTH);
    await world.evaluate(() => {
      for (const clock of [performance, Date]) {
        const now = clock.now.bind(clock);
        Object.defineProperty(clock, 'now', { value: () => now() - 3_600_000, configurable: true });
      }
    });
    await page.evaluate(() => document.querySelector('p')!.append('，智能体'));
    const listed = await world.evaluate(async () => {
      for (let turn = 0; turn < 100 && probe.listedTerms().length < 3; turn++)
        await new Promise((resolve) => setTimeout(resolve, 20));
      return [probe.listedTerms(), probe.takeErrors()];
    });
    expect(listed).toEqual([['大模型', '智能体', '算力'], []]);
  });

  it.each(STORMS)('(%s) the marks are right and the page stays alive', async (_name, script) => {
    const { page, world } = await read(articlePage(`${ARTICLE}<div id="storm"></div>`), BOTH);
    await page.evaluate((source) => {
      const element = document.createElement('script');
      element.textContent = source;
      document.documentElement.append(element);
    }, script);
    await pause(1_200);
    const beats = await page.evaluate(async () => {
      let count = 0;
      const end = performance.now() + 500;
      while (performance.now() < end) {
        await new Promise((resolve) => setTimeout(resolve, 10));
        count++;
      }
      return count;
    });
    const found = await world.evaluate(async () => {
      const end = Date.now() + 3_000;
      while (probe.listedTerms().length !== 2 && Date.now() < end)
        await new Promise((resolve) => setTimeout(resolve, 20));
      return { listed: probe.listedTerms(), errors: probe.takeErrors() };
    });
    expect(found).toEqual({ listed: BOTH, errors: [] });
    expect(beats).toBeGreaterThan(5);
  });
});
