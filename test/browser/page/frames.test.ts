import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { REST } from '../../../utils/page/timing.ts';
import { BROWSER_KINDS, type Lab, openLab } from '../../support/lab.ts';
import { articlePage, FILLER } from '../../support/pages.ts';

const FRAME = `srcdoc="<style>body { margin: 0 } p { font-size: 20px }</style><p>大模型，${FILLER}</p>" width="500" height="120"`;
const PAGE = articlePage(`<p>数据集</p><iframe ${FRAME}></iframe><p>算力</p>`);

describe.each(BROWSER_KINDS)('in %s, frames of the same origin', (kind) => {
  let lab: Lab;
  beforeAll(async () => {
    lab = await openLab(kind);
  });
  afterAll(() => lab.close());

  it('are read where they stand in the article, and their bodies stay as they are', async () => {
    const page = await lab.open(PAGE);
    const found = await page.evaluate(async () => {
      const framed = document.querySelector('iframe')!.contentDocument!;
      const before = framed.body.outerHTML;
      await probe.start({}, { frames: true });
      await probe.settled();
      return {
        listed: probe.listedTerms(),
        painted: probe.painted(framed),
        same: framed.body.outerHTML === before,
        moves: [probe.next(), probe.next(), probe.next(), probe.previous()],
      };
    });
    expect(found).toEqual({
      listed: ['数据集', '大模型', '算力'],
      painted: ['technology 大模型'],
      same: true,
      moves: ['数据集', '大模型', '算力', '大模型'],
    });
  });

  it.each([
    ['as they stand', ''],
    ['with borders and padding', 'iframe { border: 9px solid; padding: 7px }'],
    ['scaled', 'iframe { transform: scale(0.6); transform-origin: 0 0 }'],
  ])('are pointed into, %s, in the places of the page around', async (_name, style) => {
    const page = await lab.open(articlePage(`<p>数据集</p><iframe ${FRAME}></iframe>`, style));
    const middle = await page.evaluate(async () => {
      await probe.start({}, { frames: true });
      await probe.settled();
      return probe.middleOf('大模型')!;
    });
    expect(await page.evaluate(({ x, y }) => probe.hitTest(x, y), middle)).toBe('大模型');
    await page.mouse.move(middle.x, middle.y);
    await pause(3 * REST);
    expect(await page.evaluate(() => probe.takePoints())).toEqual(['大模型']);
    await page.mouse.click(middle.x, middle.y);
    expect(await page.evaluate(() => probe.takeActivations())).toEqual(['pointer 大模型']);
  });

  it('inside of one another are read, and pointed into through both', async () => {
    const inner = `<iframe srcdoc='<p style=&quot;font-size:20px&quot;>大模型</p>' width=300 height=90></iframe>`;
    const page = await lab.open(
      articlePage(
        `<p>数据集</p><iframe srcdoc="<p>算力，${FILLER}</p>${inner.replaceAll('&', '&amp;')}" width="500" height="260" style="border: 5px solid"></iframe>`,
      ),
    );
    await page.evaluate(() => probe.start({}, { frames: true }));
    await page.waitForFunction(() => probe.listedTerms().join() === '数据集,算力,大模型');
    const middle = (await page.evaluate(() => probe.middleOf('大模型')))!;
    expect(await page.evaluate(({ x, y }) => probe.hitTest(x, y), middle)).toBe('大模型');
    await page.mouse.move(middle.x, middle.y);
    await pause(3 * REST);
    expect(await page.evaluate(() => probe.takePoints())).toEqual(['大模型']);
    expect(await page.evaluate(() => probe.takeErrors())).toEqual([]);
  });

  it('are followed when they change, are navigated, hidden, shown, come, and go', async () => {
    const page = await lab.open(PAGE);
    await page.evaluate(async () => {
      await probe.start({}, { frames: true });
      await probe.settled();
      document.querySelector('iframe')!.contentDocument!.querySelector('p')!.append('普惠，人工智能');
    });
    await page.waitForFunction(() => probe.listedTerms().includes('人工智能'));
    await page.evaluate((text) => {
      document.querySelector('iframe')!.srcdoc = `<p>开源，${text}</p>`;
    }, FILLER);
    await page.waitForFunction(() => probe.listedTerms().join() === '数据集,开源,算力');
    await page.evaluate(() => {
      document.querySelector('iframe')!.style.visibility = 'hidden';
    });
    await page.waitForFunction(() => probe.listedTerms().join() === '数据集,算力');
    await page.evaluate(() => {
      document.querySelector('iframe')!.style.visibility = '';
    });
    await page.waitForFunction(() => probe.listedTerms().join() === '数据集,开源,算力');
    await page.evaluate(() => document.querySelector('iframe')!.remove());
    await page.waitForFunction(() => probe.listedTerms().join() === '数据集,算力');
    expect(await page.evaluate(() => probe.takeErrors())).toEqual([]);
  });

  it('give text to the page around and take it from there: it is marked where it is, once', async () => {
    const page = await lab.open(PAGE);
    const move = (from: 'page' | 'frame'): Promise<void> =>
      page.evaluate(async (source) => {
        const framed = document.querySelector('iframe')!.contentDocument!;
        const article = document.querySelector('#ozoom')!;
        if (source === 'page') framed.body.append(article.querySelector('p')!);
        else article.prepend(framed.querySelector('p:last-of-type')!);
        await new Promise((resolve) => setTimeout(resolve, 0));
        await probe.settled();
      }, from);
    const painted = (): Promise<string[][]> =>
      page.evaluate(() => [
        probe.painted(),
        probe.painted(document.querySelector('iframe')!.contentDocument!),
      ]);
    await page.evaluate(() => probe.start({}, { frames: true }));
    await page.waitForFunction(() => probe.listedTerms().length === 3);
    const before = await painted();
    for (let turn = 0; turn < 3; turn++) {
      await move('page');
      await page.waitForFunction(() => probe.listedTerms().join() === '大模型,数据集,算力');
      expect(await painted()).toEqual([['data-compute 算力'], ['technology 大模型', 'data-compute 数据集']]);
      await move('frame');
      await page.waitForFunction(() => probe.listedTerms().join() === '数据集,大模型,算力');
      expect(await painted()).toEqual(before);
    }
    expect(await page.evaluate(() => probe.takeErrors())).toEqual([]);
  });

  it('have nothing left of the reader after it has stopped', async () => {
    const page = await lab.open(PAGE);
    const left = await page.evaluate(async () => {
      const framed = document.querySelector('iframe')!.contentDocument!;
      const before = framed.documentElement.outerHTML;
      await probe.start({}, { frames: true });
      await probe.settled();
      probe.stop();
      let names = 0;
      framed.defaultView!.CSS.highlights.forEach(() => {
        names++;
      });
      return [names, framed.documentElement.outerHTML === before];
    });
    expect(left).toEqual([0, true]);
  });
});
