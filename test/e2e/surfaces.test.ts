import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { paintedCounts } from '../../scripts/drive.ts';
import { SETTINGS_VERSION } from '../../utils/settings/migrations.ts';
import { writeSettingsFile } from '../../utils/settings/transfer.ts';
import {
  bare,
  eventually,
  highlighted,
  KINDS,
  openStage,
  type Stage,
  tabTo,
  takeForActive,
  textOf,
} from './support.ts';

/** The smallest PDF that the viewers open; its address does not say what it is. */
const PDF = {
  type: 'application/pdf',
  body: `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj
trailer<</Root 1 0 R>>
%%EOF`,
};

/** How the marks of a page look, as the style sheet is told. */
const look = (page: Page) => page.evaluate(() => document.documentElement.getAttribute('data-aiplus'));

describe.each(KINDS)('the surfaces in %s', (kind) => {
  let stage: Stage;
  let article: Page;
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'aiplus-'));
    stage = await openStage(kind, { '/paper': PDF });
    article = await stage.open('/');
    await highlighted(article);
  });
  afterAll(async () => {
    await stage?.close();
    await rm(folder, { recursive: true, force: true });
  });

  describe('the options', () => {
    let options: Page;
    beforeAll(async () => {
      options = await stage.openOwn('options.html#style');
      await options.waitForSelector('.box');
    });
    afterAll(() => options.close());

    it('open at the section of the address', async () => {
      await eventually('the section in view', () =>
        options.evaluate(
          () => Math.abs(document.getElementById('style')?.getBoundingClientRect().top ?? 999) < 60,
        ),
      );
    });

    it('switch a category in the open article, by keyboard alone', async () => {
      await tabTo(options, '.box-kinds input');
      await options.keyboard.press(' ');
      await eventually('no policy terms', async () => !('policy' in (await paintedCounts(article))));
      await options.keyboard.press(' ');
      await eventually('policy terms again', async () => 'policy' in (await paintedCounts(article)));
    });

    it('change the style of the open article', async () => {
      await options.click('label:has(input[name=style][value=strong])');
      await eventually('strong marks', () =>
        article.evaluate(() => document.documentElement.matches('[data-aiplus~=strong]')),
      );
    });

    it('offer to print the marks where the browser prints highlights', async () => {
      expect(await options.evaluate(() => document.querySelectorAll('#style .box-rows').length)).toBe(
        kind === 'chromium' ? 1 : 0,
      );
    });

    it('show the language that is chosen, at once', async () => {
      await options.click('label:has(input[name=language])[lang=zh-TW]');
      await eventually('the other language', async () => (await textOf(options, '#sites h2')) === '網站');
      await options.click('label:has(input[name=language])[lang=en]');
      await eventually('English', async () => (await textOf(options, '#sites h2')) === 'Sites');
    });

    it('refuse a broken settings file, say why, and change nothing', async () => {
      const before = await look(article);
      const file = join(folder, 'broken.json');
      await writeFile(
        file,
        writeSettingsFile({ style: 'loud', colour: 'red' }, SETTINGS_VERSION, new Date()),
      );
      await upload(file);
      const said = await eventually(
        'the problems',
        async () => (await textOf(options, '#data .outcome')) || undefined,
      );
      expect(said).toContain('style');
      expect(said).toContain('colour');
      expect(await look(article)).toBe(before);
    });

    it('take a settings file over, and put back what was before', async () => {
      const before = await look(article);
      const file = join(folder, 'settings.json');
      await writeFile(
        file,
        writeSettingsFile({ style: 'lines', language: 'en' }, SETTINGS_VERSION, new Date()),
      );
      await upload(file);
      await eventually('the imported style', async () => (await look(article))?.includes('lines'));
      await options.waitForSelector('#data .outcome .button');
      await options.click('#data .outcome .button');
      await eventually('the style before', async () => (await look(article)) === before);
    });

    async function upload(file: string): Promise<void> {
      const input = await options.waitForSelector('#data input[type=file]');
      await (
        input as Awaited<ReturnType<typeof options.$>> & { uploadFile(path: string): Promise<void> }
      ).uploadFile(file);
    }
  });

  describe('the page of the first run', () => {
    let welcome: Page;
    beforeAll(async () => {
      welcome = await stage.openOwn('welcome.html');
      await welcome.waitForSelector('.sample .mark');
    });
    afterAll(() => welcome.close());

    it('opens a card under the pointer and keeps it while the pointer rests', async () => {
      await welcome.hover('.sample .mark[data-kind=technology]');
      await welcome.waitForSelector('.card');
      await new Promise((resolve) => setTimeout(resolve, 800));
      expect(await textOf(welcome, '.card-title')).toBe('大模型');
    });

    it('gives the focus to a card opened by keyboard, and back when it closes', async () => {
      await welcome.mouse.move(1, 1);
      await eventually('the card to close', async () => !(await welcome.$('.card')));
      await tabTo(welcome, '.mark[data-kind=figure]');
      await welcome.keyboard.press('Enter');
      await eventually('the focus in the card', () =>
        welcome.evaluate(() => document.activeElement?.matches('.card') ?? false),
      );
      await welcome.keyboard.press('Escape');
      await eventually('the focus on the word', () =>
        welcome.evaluate(() => document.activeElement?.matches('.mark[data-kind=figure]') ?? false),
      );
      expect(await welcome.$('.card')).toBeNull();
    });

    it('has a switch that counts in the open article too', async () => {
      await welcome.click('.welcome-switch .switch');
      await bare(article);
      await eventually('no marks in the sample', async () => !(await welcome.$('.sample .mark')));
      await welcome.click('.welcome-switch .switch');
      await highlighted(article);
    });
  });

  it('the popup finds a term by the initials of its pinyin, also where there is no article', async () => {
    const popup = await stage.openOwn('popup.html');
    await popup.waitForSelector('.field input');
    await popup.keyboard.press('/');
    await popup.keyboard.type('gzlsjj');
    await eventually('the answer', async () =>
      (await textOf(popup, '.page-entry-name')).includes('高质量数据集'),
    );
    await popup.close();
  });

  it('say of a PDF whose address does not tell it that it cannot be read', async () => {
    const paper = await stage.open('/paper');
    const popup = await stage.openOwn('popup.html');
    await takeForActive(popup, 'http://127.0.0.1/paper');
    await paper.bringToFront();
    await popup.bringToFront();
    // Firefox tells no extension what its viewer shows.
    await popup.waitForSelector(`.empty[data-state="${kind === 'chromium' ? 'pdf' : 'unreadable'}"]`);
    expect(await textOf(popup, '.empty p')).toContain('PDF');
    await popup.close();
    await paper.close();
  });
});

/** Firefox opens neither its popup nor its sidebar for a program. */
describe('the popup and the side panel of Chromium', () => {
  let stage: Stage;
  let article: Page;
  beforeAll(async () => {
    stage = await openStage('chromium');
    article = await stage.open('/');
    await highlighted(article);
  });
  afterAll(() => stage?.close());

  async function openPopup(): Promise<Page> {
    await article.bringToFront();
    const [extension] = [...(await stage.session.browser.extensions()).values()];
    await extension?.triggerAction(article);
    const target = await stage.session.browser.waitForTarget((candidate) =>
      candidate.url().endsWith('/popup.html'),
    );
    const popup = await target.asPage();
    await popup.waitForSelector('.page-entry');
    return popup;
  }

  it('list what is on the page, switch a category and go to an occurrence', async () => {
    const popup = await openPopup();
    const chip = '.kind-chips .chip:has([data-kind=figure])';
    await popup.evaluate((wanted) => document.querySelector<HTMLElement>(wanted)?.click(), chip);
    await eventually('no figures', async () => !('figure' in (await paintedCounts(article))));
    await popup.evaluate((wanted) => document.querySelector<HTMLElement>(wanted)?.click(), chip);
    await eventually('figures again', async () => 'figure' in (await paintedCounts(article)));
    await article.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await popup.evaluate(() =>
      document.querySelector<HTMLElement>('.page-entry:first-child .button:last-of-type')?.click(),
    );
    await eventually('the page to scroll to the first occurrence', () =>
      article.evaluate(() => scrollY < innerHeight),
    );
  });

  it('take back a term that was hidden by mistake', async () => {
    const popup = await openPopup();
    const title = await textOf(popup, '.page-entry .mark:not([data-kind=figure])');
    await popup.evaluate(() =>
      document.querySelector<HTMLElement>('.page-entry-name:has(.mark:not([data-kind=figure]))')?.click(),
    );
    await popup.waitForSelector('.page-entry-detail .button:last-child');
    await popup.evaluate(() =>
      document.querySelector<HTMLElement>('.page-entry-detail .button:last-child')?.click(),
    );
    const titles = () =>
      popup.$$eval('.page-entry .mark', (marks) => marks.map(({ textContent }) => textContent));
    await eventually('the term to go', async () => !(await titles()).includes(title));
    await popup.waitForSelector('.notice .button');
    await popup.evaluate(() => document.querySelector<HTMLElement>('.notice .button')?.click());
    await eventually('the term to come back', async () => (await titles()).includes(title));
  });

  it('take the article along as notes', async () => {
    const popup = await openPopup();
    await popup.evaluate(() => {
      const create = URL.createObjectURL;
      URL.createObjectURL = (blob: Blob) => {
        void blob.text().then((text) => {
          document.documentElement.dataset.saved = text;
        });
        return create.call(URL, blob);
      };
      document.querySelector<HTMLElement>('.take-along .button')?.click();
    });
    const notes = await eventually('the notes', () =>
      popup.evaluate(() => document.documentElement.dataset.saved),
    );
    for (const part of ['读懂“人工智能+”', article.url(), '高质量数据集', '41.06泽字节'])
      expect(notes).toContain(part);
  });

  it('leave out of a frame what is far below in a list, until it is scrolled to', async () => {
    const popup = await openPopup();
    const isLastLaidOut = () =>
      popup.$$eval('.page-entry', (rows) => rows.at(-1)?.checkVisibility({ contentVisibilityAuto: true }));
    await eventually('more rows than two runs', async () => (await popup.$$('.page-entry')).length > 80);
    expect(await isLastLaidOut()).toBe(false);
    await popup.$eval('.scroll-region', (region) => region.scrollTo(0, region.scrollHeight));
    await eventually('the last row', isLastLaidOut);
  });

  it('open the panel beside the article, which follows the reading and the tabs', async () => {
    const popup = await openPopup();
    await popup.click('.popup-foot .button:nth-child(2)');
    const target = await stage.session.browser.waitForTarget((candidate) =>
      candidate.url().endsWith('/sidepanel.html'),
    );
    const panel = await target.asPage();
    await panel.waitForSelector('.page-entry');
    const first = () => textOf(panel, '.page-entry .mark');
    await article.evaluate(() => scrollTo(0, 0));
    const atStart = await first();
    await article.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await eventually('the list of the end of the article', async () => (await first()) !== atStart);
    const other = await stage.session.open('about:blank');
    await eventually('the state of a page that is not read', async () => (await panel.$('.empty')) !== null);
    await other.close();
    await article.bringToFront();
    await eventually('the article again', async () => (await panel.$('.page-entry')) !== null);
  });
});
