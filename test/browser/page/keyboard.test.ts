import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSER_KINDS, type Lab, openLab } from '../../support/lab.ts';
import { articlePage } from '../../support/pages.ts';

const GAP = '<div style="height: 900px"></div>';

describe.each(BROWSER_KINDS)('in %s, moving from mark to mark', (kind) => {
  let lab: Lab;
  beforeAll(async () => {
    lab = await openLab(kind);
  });
  afterAll(() => lab.close());

  it('goes through all of them in reading order and around, forwards and backwards', async () => {
    const page = await lab.open(articlePage('<p>大模型</p><p>算力</p><p>数据集</p>'));
    const found = await page.evaluate(async () => {
      await probe.start();
      const forwards = [probe.next(), probe.next(), probe.next(), probe.next()];
      return [forwards, [probe.previous(), probe.previous()]];
    });
    expect(found).toEqual([
      ['大模型', '算力', '数据集', '大模型'],
      ['数据集', '算力'],
    ]);
  });

  it('starts at the reading position, not at the top of the page', async () => {
    const page = await lab.open(articlePage(`<p>大模型</p>${GAP}<p>算力</p>${GAP}<p>数据集</p>${GAP}`));
    const found = await page.evaluate(async () => {
      await probe.start();
      scrollTo(0, 700);
      await new Promise((resolve) => setTimeout(resolve, 100));
      const current = probe.current();
      const next = probe.next();
      scrollTo({ top: 700, behavior: 'instant' });
      await new Promise((resolve) => setTimeout(resolve, 100));
      return [current, next, probe.previous()];
    });
    expect(found).toEqual(['算力', '算力', '大模型']);
  });

  it('brings the mark into view, in every scrolling box around it, and says where it is', async () => {
    const page = await lab.open(
      articlePage(
        `${GAP}${GAP}<div id="box" style="height: 100px; overflow: auto"><div style="height: 600px"></div><p>大模型</p></div>${GAP}`,
      ),
    );
    const found = await page.evaluate(async () => {
      await probe.start();
      probe.reveal(0);
      await new Promise((resolve) => setTimeout(resolve, 100));
      const { x, y } = probe.middleOf('大模型')!;
      const box = document.querySelector('#box')!.getBoundingClientRect();
      return {
        inWindow: y > 0 && y < innerHeight,
        inBox: y > box.top && y < box.bottom,
        hit: probe.hitTest(x, y),
        emphasised: CSS.highlights.get('aiplus-pulse')?.size,
      };
    });
    expect(found).toEqual({ inWindow: true, inBox: true, hit: '大模型', emphasised: 1 });
  });

  it('leaves the focus and the selection of the page alone', async () => {
    const page = await lab.open(articlePage(`<p><a id="a" href="#">链接</a></p>${GAP}<p>大模型</p>`));
    const found = await page.evaluate(async () => {
      await probe.start();
      (document.querySelector('#a') as HTMLElement).focus();
      getSelection()?.selectAllChildren(document.querySelector('#a')!);
      probe.next();
      await new Promise((resolve) => setTimeout(resolve, 50));
      return [document.activeElement?.id, getSelection()?.toString()];
    });
    expect(found).toEqual(['a', '链接']);
  });

  it('follows hidden terms, switched-off kinds and an empty page without a mistake', async () => {
    const page = await lab.open(articlePage('<p>大模型，算力</p>'));
    const found = await page.evaluate(async () => {
      await probe.start();
      await probe.update({ kindsOff: ['technology'] });
      const one = [probe.next(), probe.next()];
      await probe.update({ kindsOff: ['technology', 'data-compute'] });
      return [one, [probe.next(), probe.previous(), probe.current(), probe.reveal(0)]];
    });
    expect(found).toEqual([
      ['算力', '算力'],
      [null, null, null, null],
    ]);
  });

  it('stays at its mark while the page changes around it', async () => {
    const page = await lab.open(articlePage('<p>大模型</p><p id="a">算力</p><p>数据集</p>'));
    const found = await page.evaluate(async () => {
      await probe.start();
      probe.next();
      probe.next();
      document.querySelector('#a')!.insertAdjacentHTML('beforebegin', '<p>开源</p>');
      await probe.settled();
      return [probe.current(), probe.next()];
    });
    expect(found).toEqual(['算力', '数据集']);
  });
});
