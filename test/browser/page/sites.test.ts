import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FIXTURE_PAGES } from '../../fixtures/pages/pages.ts';
import { BROWSER_KINDS, type Lab, type LabPage, openLab } from '../../support/lab.ts';

const FOLDER = new URL('../../fixtures/pages/', import.meta.url);

/** As these servers send it: the bytes, and no word about their encoding. */
async function bytesOf(file: string): Promise<LabPage> {
  return { body: await readFile(new URL(file, FOLDER)), headers: { 'content-type': 'text/html' } };
}

/** Pages as they were saved from the sites; not part of the project, tried where they are at hand. */
const SAVED = new URL('../../../../shared/eval/pages/html/', import.meta.url);
const SAVED_PAGES: readonly {
  readonly file: string;
  readonly address: string;
  readonly begins: string;
  readonly ends: string;
  /** Parts of the container that only the profile knows. */
  readonly leftOut: readonly string[];
  readonly without: readonly string[];
}[] = [
  {
    file: 'people-2024-04-24.html',
    address: 'http://politics.people.com.cn/n1/2024/0424/c1024-40223222.html',
    begins: '新华社北京4月24日电',
    ends: '造福全人类',
    leftOut: ['责编', '分享让更多人看到', '小字号'],
    without: ['举报邮箱', '领导留言板'],
  },
  {
    file: 'xinhuanet-2020.html',
    address: 'http://www.xinhuanet.com/comments/2020-02/19/c_1125597921.htm',
    begins: '为什么还不能出去',
    ends: '才有这座英雄的城',
    leftOut: ['责任编辑'],
    without: ['微视频', '联系我们'],
  },
  {
    file: 'cctv-2024-07-21.html',
    address: 'https://news.cctv.com/2024/07/21/ARTI0000000000000000000000240721.shtml',
    begins: '新闻联播',
    ends: '（60）',
    leftOut: [],
    without: ['版权所有', '下载客户端'],
  },
].filter(({ file }) => existsSync(new URL(file, SAVED)));

describe.each(BROWSER_KINDS)('in %s', (kind) => {
  let lab: Lab;
  beforeAll(async () => {
    lab = await openLab(kind);
  });
  afterAll(() => lab.close());

  describe.each(FIXTURE_PAGES)('$file ($oddity)', ({ file, address, site, title, date, terms }) => {
    it('is recognised, and the terms of its article and no others are painted', async () => {
      const page = await lab.openAt(address, await bytesOf(file));
      const found = await page.evaluate(async (count) => {
        await probe.start();
        // Some articles are filled in by scripts after the page has loaded.
        for (let round = 0; round < 40 && probe.paintedTerms().length < count; round++) {
          await new Promise((resolve) => setTimeout(resolve, 25));
          await probe.settled();
        }
        return { ...probe.site(), terms: probe.paintedTerms() };
      }, terms.length);
      expect(found).toEqual({ id: site, title, date, terms });
    });
  });

  it('without a profile, the density rule finds nearly all of every article and little else', async () => {
    const rows: { readonly file: string; readonly recall: number; readonly precision: number }[] = [];
    for (const { file, address, site } of FIXTURE_PAGES) {
      // A page that scripts fill in later is the watcher's matter; a page of headlines has no article.
      if (site === null || file === 'people-app.html' || file === 'paper-layout.html') continue;
      const page = await lab.openAt(address, await bytesOf(file));
      const [wanted, found] = await page.evaluate(() => [probe.articleTexts(), probe.articleTexts('none')]);
      rows.push({ file, ...compare(wanted ?? [], found ?? []) });
    }
    const poor = rows.filter(({ recall, precision }) => recall < 0.9 || precision < 0.7);
    expect(poor).toEqual([]);
    expect(mean(rows.map(({ recall }) => recall))).toBeGreaterThan(0.98);
    expect(mean(rows.map(({ precision }) => precision))).toBeGreaterThan(0.9);
  });

  it.each(['class="comments"', 'id="comment-list"', 'id="SOHUCS"', 'class="post-comments" id="c"'])(
    'without a profile, comments are not the article, however long they are and whenever they come (%s)',
    async (names) => {
      const sentence = '今天天气很好，大家都去公园散步，孩子们在草地上放风筝。';
      const page = await lab.open(
        `<!doctype html><title>t</title><div><h1>题</h1><p>大模型。${sentence}</p><p>${sentence}</p></div><div ${names}></div>`,
      );
      const found = await page.evaluate(async (text) => {
        await probe.start({}, { profile: 'none' });
        document.querySelector('div + div')!.innerHTML = `<p>算力。${text}</p>`.repeat(30);
        await probe.settled();
        const followed = probe.listedTerms();
        await probe.start({}, { profile: 'none' });
        return [followed, probe.listedTerms()];
      }, sentence);
      expect(found).toEqual([['大模型'], ['大模型']]);
    },
  );

  describe.each(SAVED_PAGES)('the saved page $file', ({ file, address, begins, ends, leftOut, without }) => {
    it.each(['by its profile', 'by the density rule'])('is read from beginning to end %s', async (way) => {
      const page = await lab.openAt(address, {
        body: await readFile(new URL(file, SAVED)),
        headers: { 'content-type': 'text/html; charset=utf-8' },
      });
      const byProfile = way === 'by its profile';
      const texts = await page.evaluate(
        (profile) => probe.articleTexts(profile),
        byProfile ? undefined : 'none',
      );
      const text = texts.join('\n');
      expect(text).toContain(begins);
      expect(text).toContain(ends);
      for (const surrounding of byProfile ? [...leftOut, ...without] : without)
        expect(text).not.toContain(surrounding);
    });
  });
});

/** How much of the wanted text was found, and how much of the found text was wanted, in characters. */
function compare(
  wanted: readonly string[],
  found: readonly string[],
): { readonly recall: number; readonly precision: number } {
  const length = (texts: readonly string[]): number => texts.reduce((sum, text) => sum + text.length, 0);
  const both = length(found.filter((text) => wanted.includes(text)));
  return { recall: both / length(wanted), precision: both / length(found) };
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}
