import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSER_KINDS, type Lab, openLab } from '../../support/lab.ts';
import { articlePage, FILLER } from '../../support/pages.ts';

const STYLE = `
  .skipped { content-visibility: hidden }
  [data-state=closed], #gone, #more:checked ~ .fold { display: none }`;

/** What an article with this content shows: everything else in it says 大模型. */
const CASES: readonly (readonly [rule: string, html: string, shown: readonly string[]])[] = [
  [
    'text right inside of a closed details',
    '<details><summary>摘要</summary>大模型</details><p>算力</p>',
    ['算力'],
  ],
  ['a closed details without a summary', '<details>大模型</details><p>算力</p>', ['算力']],
  [
    'the second summary of a closed details',
    '<details><summary>算力</summary><summary>大模型</summary></details>',
    ['算力'],
  ],
  [
    'text without a box of its own in a closed details',
    '<details><summary>摘要</summary><b style="display:contents">大模型</b></details><p>算力</p>',
    ['算力'],
  ],
  ['text right inside of skipped content', '<div class="skipped">大模型</div><p>算力</p>', ['算力']],
  [
    'text that is hidden until it is found',
    '<p hidden="until-found">大模型</p><div hidden="until-found"><p>大模型</p></div><p>算力</p>',
    ['算力'],
  ],
  [
    'the content of a slot that is given something else',
    '<div><template shadowrootmode="open"><slot>大模型</slot></template><p>算力</p></div>',
    ['算力'],
  ],
  [
    'text of a host that no slot takes',
    '<div>大模型<p>大模型</p><template shadowrootmode="open"><p>算力</p></template></div>',
    ['算力'],
  ],
  [
    'text in a slot that is hidden',
    '<div>大模型<template shadowrootmode="open"><slot style="display:none"></slot><p>算力</p></template></div>',
    ['算力'],
  ],
  [
    'invisible text without a box of its own',
    '<p>算力<b style="display:contents;visibility:hidden">大模型</b></p>',
    ['算力'],
  ],
  ['a popover that is closed', '<div popover><p>大模型</p></div><p>算力</p>', ['算力']],
  ['a dialog', '<dialog open><p>大模型</p></dialog><p>算力</p>', ['算力']],
];

const SHOWN: readonly (readonly [rule: string, html: string])[] = [
  ['in an open details', '<details open><summary>摘要</summary>算力</details>'],
  ['in a summary', '<details><summary>算力</summary></details>'],
  [
    'in a slot that is given nothing',
    '<div><template shadowrootmode="open"><slot>算力</slot></template></div>',
  ],
  ['in a host, by its slot', '<div>算力<template shadowrootmode="open"><slot></slot></template></div>'],
  [
    'in a named slot',
    '<div><b slot="a">算力</b><template shadowrootmode="open"><slot name="a"></slot></template></div>',
  ],
  [
    'visible inside of invisible text',
    '<div style="visibility:hidden"><p style="visibility:visible">算力</p></div>',
  ],
  [
    'skipped only as long as it is off the screen',
    '<div style="height:5000px"></div><div style="content-visibility:auto"><p>算力</p></div>',
  ],
  ['inert, or hidden from screen readers alone', '<p inert aria-hidden="true">算力</p>'],
];

/** Edits that no record of the document tells, or not one that is listened to; what is shown then is 算力. */
const EDITS: readonly (readonly [rule: string, html: string, edit: string])[] = [
  ['a details is closed', '<details id="a" open>大模型</details><p>算力</p>', `$('#a').open = false`],
  ['a popover is closed', '<div id="a" popover><p>大模型</p></div><p>算力</p>', `$('#a').hidePopover()`],
  [
    'a box is ticked',
    '<input id="more" type="checkbox"><p class="fold">大模型</p><p>算力</p>',
    `$('#more').checked = true`,
  ],
  [
    'an attribute of the page’s own hides',
    '<p id="a">大模型</p><p>算力</p>',
    `$('#a').dataset.state = 'closed'`,
  ],
  ['an id hides', '<p id="a">大模型</p><p>算力</p>', `$('#a').id = 'gone'`],
  [
    'a style sheet comes later',
    '<p id="a">大模型</p><p>算力</p>',
    `$('head').append(Object.assign(document.createElement('style'), { textContent: '#a { display: none }' }))`,
  ],
  ['a style skips it', '<p id="a">大模型</p><p>算力</p>', `$('#a').style.contentVisibility = 'hidden'`],
  [
    'a slot takes it no longer',
    '<div><p id="a">大模型</p><template shadowrootmode="open"><slot></slot></template></div><p>算力</p>',
    `$('#a').slot = 'none'`,
  ],
];

describe.each(BROWSER_KINDS)('in %s', (kind) => {
  let lab: Lab;
  let page: Page;
  beforeAll(async () => {
    lab = await openLab(kind);
  });
  afterAll(() => lab.close());

  describe('what is not shown is neither painted nor listed nor the first occurrence:', () => {
    it.each(CASES)('%s', async (_rule, html, shown) => {
      page = await lab.open(articlePage(`${html}<p>大模型</p>`, STYLE));
      const found = await page.evaluate(async () => {
        await probe.start({ density: 'page' });
        return [probe.paintedTerms(), probe.listedTerms(), probe.takeErrors()];
      });
      const all = [...shown, '大模型'];
      expect(found).toEqual([all, all, []]);
    });
  });

  it.each(SHOWN)('text is painted %s', async (_rule, html) => {
    page = await lab.open(articlePage(html, STYLE));
    const found = await page.evaluate(async () => {
      await probe.start();
      return [probe.listedTerms(), probe.takeErrors()];
    });
    expect(found).toEqual([['算力'], []]);
  });

  it.each(EDITS)(
    'the mark of a text that is hidden without a word goes within seconds: %s',
    async (_rule, html, edit) => {
      page = await lab.open(articlePage(html, STYLE));
      await page.evaluate(async (source) => {
        document.querySelector<HTMLElement>('[popover]')?.showPopover();
        await probe.start();
        if (probe.listedTerms().join() !== '大模型,算力') throw new Error(`Listed: ${probe.listedTerms()}`);
        new Function('$', source)((selector: string) => document.querySelector(selector));
      }, edit);
      await page.waitForFunction(() => probe.listedTerms().join() === '算力', { timeout: 5_000 });
      expect(await page.evaluate(() => [probe.paintedTerms(), probe.takeErrors()])).toEqual([['算力'], []]);
    },
  );

  it('marks that are hidden are passed over on a page with very many of them, in turn', async () => {
    page = await lab.open(
      articlePage(`${'<p>大模型</p>'.repeat(150)}<p id="a">算力</p>${'<p>大模型</p>'.repeat(10)}`, STYLE),
    );
    await page.evaluate(async () => {
      await probe.start();
      document.querySelector<HTMLElement>('#a')!.dataset.state = 'closed';
    });
    await page.waitForFunction(() => !probe.listedTerms().includes('算力'), { timeout: 8_000 });
  });

  describe('what is edited is left alone:', () => {
    const EDITORS: readonly (readonly [rule: string, body: string])[] = [
      ['the article itself', '<div id="ozoom" contenteditable>'],
      ['what is around the article', '<main contenteditable="plaintext-only"><div id="ozoom">'],
      ['the whole document', '<script>document.designMode = "on"</script><div id="ozoom">'],
    ];
    it.each(EDITORS)('%s', async (_rule, body) => {
      page = await lab.open(`<!doctype html><title>t</title>${body}<p>大模型，${FILLER}</p>`);
      const found = await page.evaluate(async () => {
        await probe.start();
        return [probe.listedTerms(), probe.painted(), probe.takeErrors()];
      });
      expect(found).toEqual([[], [], []]);
    });

    it.each(['document.body', 'document.querySelector("#ozoom")'])(
      '%s, from when on it can be edited and until it cannot',
      async (element) => {
        page = await lab.open(articlePage('<p>大模型</p>'));
        const found = await page.evaluate(async (source) => {
          await probe.start();
          const edited = new Function(`return ${source}`)() as HTMLElement;
          edited.contentEditable = 'true';
          await probe.settled();
          const while_ = probe.painted();
          edited.contentEditable = 'inherit';
          await probe.settled();
          return [while_, probe.paintedTerms(), probe.takeErrors()];
        }, element);
        expect(found).toEqual([[], ['大模型'], []]);
      },
    );

    it('a document that becomes an editor, until it is none', async () => {
      page = await lab.open(articlePage('<p>大模型</p>'));
      await page.evaluate(async () => {
        await probe.start();
        document.designMode = 'on';
      });
      await page.waitForFunction(() => probe.painted().length === 0);
      await page.evaluate(() => {
        document.designMode = 'off';
      });
      await page.waitForFunction(() => probe.listedTerms().join() === '大模型');
    });

    it.each([
      ['an editor in a frame', '<body contenteditable>'],
      ['a frame that is an editor', '<script>document.designMode = `on`</script><body>'],
    ])('%s', async (_rule, body) => {
      const frame = `<iframe srcdoc='${body}<p>大模型，${FILLER}</p>' width="400" height="90"></iframe>`;
      const plain = `<iframe srcdoc='<p>数据集，${FILLER}</p>' width="400" height="90"></iframe>`;
      page = await lab.open(articlePage(`${frame}<p>算力</p>${plain}`));
      await page.evaluate(() => probe.start({}, { frames: true }));
      await page.waitForFunction(() => probe.listedTerms().join() === '算力,数据集');
      expect(await page.evaluate(() => probe.takeErrors())).toEqual([]);
    });
  });
});
