import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { BROWSER_KINDS, type Lab, openLab } from '../../support/lab.ts';
import { articlePage, FILLER } from '../../support/pages.ts';

const STYLE = '.off { display: none } .gone { visibility: hidden } body.compact .extra { display: none }';

/** An edit of the page, as source text that runs in it, and the terms that are painted after it. */
const EDITS: readonly (readonly [rule: string, html: string, edit: string, painted: readonly string[]])[] = [
  [
    'a new paragraph is read',
    '<p id="a">算力</p>',
    `$('#a').insertAdjacentHTML('afterend', '<p>大模型</p>')`,
    ['算力', '大模型'],
  ],
  [
    'a paragraph in front is listed in front',
    '<p id="a">算力</p>',
    `$('#a').insertAdjacentHTML('beforebegin', '<p>大模型</p>')`,
    ['大模型', '算力'],
  ],
  [
    'text that is replaced is read anew',
    '<p id="a">算力</p>',
    `$('#a').firstChild.data = '大模型与数据集'`,
    ['大模型', '数据集'],
  ],
  [
    'text that is typed into a node completes a term',
    '<p id="a">大模</p>',
    `$('#a').firstChild.appendData('型')`,
    ['大模型'],
  ],
  ['a term is completed across elements', '<p id="a">人工<b></b></p>', `$('b').append('智能')`, ['人工智能']],
  [
    'a term that is cut is no term any more',
    '<p id="a">大模型</p>',
    `$('#a').firstChild.splitText(1); $('#a').firstChild.after(document.createElement('br'))`,
    [],
  ],
  [
    'two nodes that are joined keep their term',
    '<p id="a">大模型</p>',
    `$('#a').firstChild.splitText(1); $('#a').normalize()`,
    ['大模型'],
  ],
  [
    'removed text is dropped with everything in it',
    '<div id="a"><p>大模型</p><section><p>算力</p></section></div><p>数据集</p>',
    `$('#a').remove()`,
    ['数据集'],
  ],
  [
    'text that is moved is painted once, where it is now',
    '<p id="a">大模型</p><p>算力</p>',
    `$('#ozoom').append($('#a'))`,
    ['算力', '大模型'],
  ],
  [
    'text moved out of the article is dropped',
    '<p id="a">大模型</p><p>算力</p>',
    `$('footer').append($('#a'))`,
    ['算力'],
  ],
  [
    'text moved into the article is read',
    '<p>算力</p>',
    `$('#ozoom').append($('footer'))`,
    ['算力', '人工智能'],
  ],
  [
    'text moved into a shadow tree is painted there',
    '<p id="a">大模型</p><div id="b"></div>',
    `$('#b').attachShadow({ mode: 'open' }); $('#b').shadowRoot.append($('#a'))`,
    ['大模型'],
  ],
  [
    'text moved out of a shadow tree is painted outside',
    '<div id="b"><template shadowrootmode="open"><p>大模型</p></template></div><p id="c">算力</p>',
    `$('#c').after($('#b').shadowRoot.querySelector('p'))`,
    ['算力', '大模型'],
  ],
  [
    'text inside of a shadow tree is followed',
    '<div id="b"><template shadowrootmode="open"><p>大模型</p></template></div>',
    `$('#b').shadowRoot.querySelector('p').textContent = '数据集'`,
    ['数据集'],
  ],
  [
    'a class that hides takes the marks away',
    '<p id="a">大模型</p><p>算力</p>',
    `$('#a').className = 'off'`,
    ['算力'],
  ],
  [
    'a class that shows brings them',
    '<p id="a" class="off">大模型</p><p>算力</p>',
    `$('#a').className = ''`,
    ['大模型', '算力'],
  ],
  [
    'a style that hides takes them away',
    '<p id="a">大模型</p><p>算力</p>',
    `$('#a').style.visibility = 'hidden'`,
    ['算力'],
  ],
  [
    'a style that shows brings them',
    '<p id="a" style="display:none">大模型</p>',
    `$('#a').style.display = ''`,
    ['大模型'],
  ],
  ['hidden and shown again', '<p id="a" hidden>大模型</p>', `$('#a').hidden = false`, ['大模型']],
  [
    'a details that is opened',
    '<details id="a"><summary>摘要</summary><p>大模型</p></details>',
    `$('#a').open = true`,
    ['大模型'],
  ],
  [
    'a class far above that hides',
    '<p class="extra">大模型</p><p>算力</p>',
    `document.body.className = 'compact'`,
    ['算力'],
  ],
  [
    'text that becomes editable is left alone',
    '<p id="a">大模型</p><p>算力</p>',
    `$('#a').contentEditable = 'true'`,
    ['算力'],
  ],
  [
    'text that becomes a button is left alone',
    '<p id="a">大模型</p><p>算力</p>',
    `$('#a').setAttribute('role', 'button')`,
    ['算力'],
  ],
  [
    'an article that is replaced as a whole is read',
    '<p>大模型</p>',
    `$('#ozoom').outerHTML = '<div id="ozoom"><p>算力，${FILLER}</p></div>'`,
    ['算力'],
  ],
  ['an article that is moved is still read', '<p>大模型</p>', `$('footer').after($('#ozoom'))`, ['大模型']],
  [
    'an article that is put into a new frame is still read',
    '<p>大模型</p>',
    `const main = document.createElement('main'); $('#ozoom').before(main); main.append($('#ozoom'))`,
    ['大模型'],
  ],
  [
    'an article that is taken out of its frame is still read',
    '<p>大模型</p>',
    `const main = document.createElement('main'); $('#ozoom').before(main); main.append($('#ozoom')); main.replaceWith($('#ozoom'))`,
    ['大模型'],
  ],
  [
    'an article that moves with what is around it is still read',
    '<p>大模型</p>',
    `const main = document.createElement('main'); main.append(...document.body.childNodes); document.body.append(main)`,
    ['大模型'],
  ],
  [
    'a body that is replaced as a whole is read',
    '<p>大模型</p>',
    `document.body.outerHTML = '<body><div id="ozoom"><p>算力，${FILLER}</p></div></body>'`,
    ['算力'],
  ],
  [
    'innerHTML of everything',
    '<p>大模型</p>',
    `document.body.innerHTML = '<div id="ozoom"><p>算力，${FILLER}</p></div>'`,
    ['算力'],
  ],
  [
    'very many changes at once',
    '<p id="a">大模型</p>',
    `for (let i = 0; i < 5000; i++) { const p = document.createElement('p'); p.textContent = '的'; $('#ozoom').append(p); } $('#a').textContent = '算力'`,
    ['算力'],
  ],
  [
    'a title that comes later',
    '<p>算力</p>',
    `document.body.insertAdjacentHTML('afterbegin', '<div class="article"><h1>大模型</h1></div>')`,
    ['大模型', '算力'],
  ],
  [
    'changes of a neighbour that a word depends on',
    '<p id="a">今天</p><p>普惠</p>',
    `$('#a').textContent = '发展AI'`,
    ['AI', '普惠'],
  ],
];

describe.each(BROWSER_KINDS)('in %s, the marks follow the page:', (kind) => {
  let lab: Lab;
  beforeAll(async () => {
    lab = await openLab(kind);
  });
  afterAll(() => lab.close());

  it.each(EDITS)('%s', async (_rule, html, edit, painted) => {
    const page = await lab.open(articlePage(html, STYLE));
    const found = await page.evaluate(async (source) => {
      await probe.start();
      // The page's own script, not the reader's.
      const script = document.createElement('script');
      script.textContent = `(($) => { ${source} })((selector) => document.querySelector(selector))`;
      document.documentElement.append(script);
      await probe.settled();
      return { painted: probe.paintedTerms(), listed: probe.listed().length, errors: probe.takeErrors() };
    }, edit);
    expect(found).toEqual({ painted, listed: painted.length, errors: [] });
  });

  it('text that no change of the document shows is painted once it is seen', async () => {
    const page = await lab.open(
      articlePage(
        '<input id="more" type="checkbox"><p class="fold">大模型</p>',
        '.fold { display: none } #more:checked ~ .fold { display: block }',
      ),
    );
    const before = await page.evaluate(async () => {
      await probe.start();
      return probe.painted();
    });
    await page.click('#more');
    await page.waitForFunction(() => probe.painted().length > 0);
    expect(before).toEqual([]);
    expect(await page.evaluate(() => probe.painted())).toEqual(['technology 大模型']);
  });

  it('a headline that moves into the text is listed there', async () => {
    const page = await lab.open(articlePage('<p>算力</p>').replace('<nav>', '<h1>大模型</h1><nav>'));
    const found = await page.evaluate(async () => {
      await probe.start();
      const before = probe.listedTerms();
      document.querySelector('#ozoom')!.append(document.querySelector('h1')!);
      await probe.settled();
      return [before, probe.listedTerms(), probe.paintedTerms()];
    });
    expect(found).toEqual([
      ['大模型', '算力'],
      ['算力', '大模型'],
      ['算力', '大模型'],
    ]);
  });

  it('one change among ten thousand known parts does not hold the page up', async () => {
    const page = await lab.open(articlePage('<div id="a"></div>'));
    const found = await page.evaluate(async () => {
      const list = document.querySelector('#a')!;
      list.innerHTML = '<i>大模型</i><div>算力</div>'.repeat(10_000);
      await probe.start();
      list.append('大模型');
      const began = performance.now();
      await probe.settled();
      return { listed: probe.listed().length, isSoon: performance.now() - began < 3_000 };
    });
    expect(found).toEqual({ listed: 20_001, isSoon: true });
  });

  it('a custom element that gets its shadow tree late is read', async () => {
    const page = await lab.open(articlePage('<x-late></x-late>'));
    await page.evaluate(async () => {
      await probe.start();
      customElements.define(
        'x-late',
        class extends HTMLElement {
          connectedCallback(): void {
            this.attachShadow({ mode: 'open' }).innerHTML = '<p>大模型</p>';
          }
        },
      );
    });
    await page.waitForFunction(() => probe.listed().length === 1);
  });

  it('moving on without a reload (history.pushState) is followed by the new text', async () => {
    const page = await lab.open(articlePage('<p>大模型</p>'));
    const found = await page.evaluate(async (filler) => {
      await probe.start();
      history.pushState({}, '', '/another-article.html');
      document.title = '另一篇';
      document.querySelector('#ozoom')!.innerHTML = `<h1>算力</h1><p>数据集，${filler}</p>`;
      await probe.settled();
      const second = probe.paintedTerms();
      history.back();
      await new Promise((resolve) => addEventListener('popstate', resolve, { once: true }));
      document.querySelector('#ozoom')!.innerHTML = `<p>大模型，${filler}</p>`;
      await probe.settled();
      return [second, probe.paintedTerms()];
    }, FILLER);
    expect(found).toEqual([['算力', '数据集'], ['大模型']]);
  });

  it('document.open and document.write', async () => {
    const page = await lab.open(articlePage('<p>大模型</p>'));
    const found = await page.evaluate(async (filler) => {
      await probe.start();
      document.open();
      document.write(`<body><div id="ozoom"><p>算力，${filler}</p></div></body>`);
      document.close();
      await new Promise((resolve) => setTimeout(resolve, 50));
      await probe.settled();
      const rewritten = probe.paintedTerms();
      document.querySelector('p')!.append('数据集');
      await probe.settled();
      return [rewritten, probe.paintedTerms()];
    }, FILLER);
    expect(found).toEqual([['算力'], ['算力', '数据集']]);
  });

  it('what changes in a pause of the reading leaves the places of what follows right', async () => {
    const page = await lab.open(articlePage('<p>的的大模型</p>'.repeat(300)));
    const found = await page.evaluate(async () => {
      // Two looks at the clock end a slice, so that the reading has a pause after every few blocks.
      let looks = 0;
      performance.now = () => {
        looks++;
        return looks * 4;
      };
      await probe.start({}, { wait: false });
      // The screen has been read ahead by then, and half of the rest.
      while (looks < 300) await new Promise((resolve) => setTimeout(resolve));
      const [text] = document.querySelectorAll('#ozoom p')[290]!.childNodes;
      text!.replaceWith('的');
      await probe.settled();
      return [probe.painted().length, ...new Set(probe.painted())];
    });
    expect(found).toEqual([299, 'technology 大模型']);
  });

  it('a page that never stops changing is still painted', async () => {
    const page = await lab.open(articlePage('<p id="ticker">0</p><p id="a">大模型</p>'));
    await page.evaluate(async () => {
      await probe.start({}, { wait: false });
      let count = 0;
      setInterval(() => {
        document.querySelector('#ticker')!.textContent = `算力 ${count++}`;
      }, 1);
    });
    await pause(300);
    await page.evaluate(() => document.querySelector('#a')!.append('数据集'));
    await page.waitForFunction(() => probe.paintedTerms().includes('数据集'), { timeout: 3_000 });
    expect(await page.evaluate(() => probe.takeErrors())).toEqual([]);
  });

  it('what the reader has marked keeps its identity while other blocks change', async () => {
    const page = await lab.open(articlePage('<p>大模型</p><p id="a">算力</p>'));
    const found = await page.evaluate(async () => {
      await probe.start();
      const before = probe.identities();
      document.querySelector('#a')!.append('，今天天气很好');
      await probe.settled();
      return [before, probe.identities()];
    });
    expect(found[1]![0]).toBe(found[0]![0]);
  });

  // The last one: a driven Firefox cannot go on to another page from one that has come back.
  it('a page that comes back from the cache has its marks and still follows', async () => {
    const page = await lab.open(articlePage('<p id="a">大模型</p>'));
    await page.evaluate(() => probe.start());
    await page.goto(lab.serve(articlePage('<p>另一页</p>')));
    // Not `goBack`: it waits for a load, and a page out of the cache has none.
    await page.evaluate(() => void setTimeout(() => history.back(), 0));
    await vi.waitFor(async () => {
      if (!(await page.evaluate(() => document.querySelector('#a') !== null)))
        throw new Error('Not back yet.');
    }, 5_000);
    const found = await page.evaluate(async () => {
      const before = probe.paintedTerms();
      document.querySelector('#a')!.textContent = '算力';
      await probe.settled();
      return [before, probe.paintedTerms()];
    });
    expect(found).toEqual([['大模型'], ['算力']]);
  });
});
