import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  cardText,
  cardTitle,
  focusedInCard,
  noticeText,
  waitForCard,
  waitForNoCard,
} from '../../scripts/card-probe.ts';
import { paintedCounts, paintedTexts } from '../../scripts/drive.ts';
import {
  askArticle,
  bare,
  eventually,
  highlighted,
  KINDS,
  openBesideArticle,
  openStage,
  ownPage,
  type Stage,
  tabTo,
  textOf,
} from './support.ts';

const TERM = '高质量数据集';
const OWN = '示例日报社';
const OWN_ARTICLE = `<!doctype html><html lang="zh"><meta charset="utf-8"><title>t</title><body><div id="rm_txt_zw">
<p>${OWN}的记者走进工厂，看大模型怎样帮助工人。今天天气很好，大家都去公园散步，孩子们在草地上放风筝。</p></div></body></html>`;

/** The storage of the extension, as its own pages reach it. */
declare const chrome: {
  readonly storage: { readonly sync: { set(items: object): Promise<void> } };
};

/** The main paths of a reader who has no mouse: nothing here clicks, points or calls a handler. */
describe.each(KINDS)('by keyboard alone in %s', (kind) => {
  let stage: Stage;
  let article: Page;
  /** A page of the extension, to send what the browser's own shortcuts send. */
  let own: Page;

  beforeAll(async () => {
    stage = await openStage(kind, { '/own.html': OWN_ARTICLE });
    own = await stage.openOwn('options.html');
    article = await stage.open('/');
    await highlighted(article);
  });
  afterAll(() => stage?.close());

  describe('the card', () => {
    const step = async (direction: 'next' | 'previous'): Promise<void> => {
      await askArticle(own, 'step', { direction });
      await article.bringToFront();
    };
    const openCard = async (): Promise<string> => {
      await article.keyboard.press('Enter');
      const title = await waitForCard(article);
      // A key that comes between the card and its focus is the page's.
      await eventually('the focus in the card', async () =>
        (await focusedInCard(article))?.startsWith('card '),
      );
      return title;
    };
    const close = async (): Promise<void> => {
      await article.keyboard.press('Escape');
      await waitForNoCard(article);
    };
    /** Presses Tab until the focus is on an element of the card with this class and text. */
    const tabInCard = async (className: string, text: string): Promise<void> => {
      for (let presses = 0; presses < 30; presses++) {
        const focused = (await focusedInCard(article)) ?? '';
        if (focused.split(' ').includes(className) && focused.includes(text)) return;
        await article.keyboard.press('Tab');
      }
      throw new Error(`Tab never comes to “${text}” in the card.`);
    };

    it('opens at the next term and at the one before', async () => {
      await step('next');
      const first = await openCard();
      await close();
      await step('next');
      const second = await openCard();
      expect(second).not.toBe(first);
      await close();
      await step('previous');
      expect(await openCard()).toBe(first);
      await close();
    });

    it('has the focus while it is open, and gives it back to the page', async () => {
      await openCard();
      await close();
      expect(await article.evaluate(() => document.activeElement === document.body)).toBe(true);
      await openCard();
      await close();
    });

    it('looks a related term up inside of itself, and goes back', async () => {
      const title = await openCard();
      await tabInCard('tag', '');
      await article.keyboard.press('Enter');
      await eventually('the related term', async () => (await cardTitle(article)) !== title);
      await article.keyboard.press('Backspace');
      await eventually('the first term', async () => (await cardTitle(article)) === title);
      await close();
    });

    it('is pinned, and let go', async () => {
      await openCard();
      await tabInCard('button', 'Pin');
      await article.keyboard.press('Enter');
      await eventually('the pinned card', async () => (await cardText(article))?.includes('Pinned'));
      await article.keyboard.press('p');
      await eventually('the card let go', async () => !(await cardText(article))?.includes('Pinned'));
      await article.keyboard.press('Escape');
      await waitForNoCard(article);
    });

    it('gives its citation', async () => {
      await openCard();
      await article.keyboard.press('c');
      await tabInCard('button', 'One-line reference');
      await article.keyboard.press('Enter');
      await eventually('the word that it was copied', async () =>
        (await cardText(article))?.includes('Copied'),
      );
      await close();
    });

    it('hides its term; the next Tab and Enter bring it back', async () => {
      // The place that was stepped to pulses once.
      await eventually('the pulse to end', async () => (await paintedCounts(article)).pulse === undefined);
      const before = await paintedCounts(article);
      await openCard();
      await article.keyboard.press('h');
      await eventually('the notice', async () => (await noticeText(article)).includes('no longer marked'));
      await article.keyboard.press('Tab');
      expect(await focusedInCard(article)).toContain('Undo');
      await article.keyboard.press('Enter');
      await eventually(
        'the term to come back',
        async () => JSON.stringify(await paintedCounts(article)) === JSON.stringify(before),
      );
    });
  });

  describe('the popup', () => {
    let popup: Page;
    beforeAll(async () => {
      popup = await openBesideArticle(stage, article, 'popup.html');
    });
    afterAll(() => popup?.close());

    it('switches everything, and one category', async () => {
      await tabTo(popup, '.popup-switch input');
      await popup.keyboard.press(' ');
      await bare(article);
      await popup.keyboard.press(' ');
      await eventually('the marks again', async () => 'figure' in (await paintedCounts(article)));
      await popup.waitForSelector('.kind-chips');
      await tabTo(popup, '.kind-chips .chip:has([data-kind=figure])');
      await popup.keyboard.press(' ');
      await eventually('no figures', async () => !('figure' in (await paintedCounts(article))));
      await popup.keyboard.press(' ');
      await eventually('figures again', async () => 'figure' in (await paintedCounts(article)));
    });

    it('chooses how many occurrences are marked with the arrow keys', async () => {
      const all = (await paintedTexts(article, 'figure')).length;
      await tabTo(popup, 'input[name=density]:checked');
      await popup.keyboard.press('ArrowRight');
      await popup.keyboard.press('ArrowRight');
      await eventually('fewer marks', async () => (await paintedTexts(article, 'figure')).length < all);
      await popup.keyboard.press('ArrowLeft');
      await popup.keyboard.press('ArrowLeft');
      await eventually('all marks', async () => (await paintedTexts(article, 'figure')).length === all);
    });

    it('explains a term and goes to its occurrence', async () => {
      await tabTo(popup, '.page-entry-name');
      await popup.keyboard.press('Enter');
      await popup.waitForSelector('.page-entry:first-child .page-entry-detail p');
      await article.evaluate(() => scrollTo(0, document.body.scrollHeight));
      await tabTo(popup, '.page-entry:first-child .page-entry-line .button:last-child');
      await popup.keyboard.press('Enter');
      await eventually('the article to scroll', () => article.evaluate(() => scrollY < innerHeight));
    });

    it('explains a figure that the knowledge base does not have by what its text says', async () => {
      await popup.evaluate(() => {
        const names = [...document.querySelectorAll<HTMLElement>('.page-entry-name')];
        names.find(({ textContent }) => textContent.includes('120万千瓦时'))?.focus();
      });
      await popup.keyboard.press('Enter');
      await eventually('the reading', async () =>
        (await textOf(popup, '.page-entry-detail p')).includes('kilowatt-hours'),
      );
    });

    it('goes through the list with the arrow keys, and past it with few presses of Tab', async () => {
      const focused = () =>
        popup.evaluate(() => {
          const row = document.activeElement?.closest('.page-entry');
          return row ? [...document.querySelectorAll('.page-entry')].indexOf(row) : -1;
        });
      await eventually('a long list', async () => (await popup.$$('.page-entry')).length > 80);
      // From the figure that was opened.
      expect(await focused()).toBeGreaterThan(10);
      await popup.keyboard.press('Home');
      await popup.keyboard.press('ArrowDown');
      await popup.keyboard.press('ArrowDown');
      expect(await focused()).toBe(2);
      await popup.keyboard.press('Tab');
      await popup.keyboard.press('ArrowUp');
      expect(await focused()).toBe(1);
      expect(await popup.evaluate(() => document.activeElement?.matches('.icon-only'))).toBe(true);
      await popup.keyboard.press('End');
      expect(await focused()).toBe((await popup.$$('.page-entry')).length - 1);
      await popup.keyboard.press('Home');
      let presses = 0;
      while ((await focused()) >= 0 && presses < 10) {
        await popup.keyboard.press('Tab');
        presses++;
      }
      expect(presses).toBeLessThan(8);
      await popup.keyboard.down('Shift');
      await popup.keyboard.press('Tab');
      await popup.keyboard.up('Shift');
      expect(await focused()).toBe(0);
    });

    it('finds a term and opens its explanation', async () => {
      await popup.keyboard.press('/');
      await popup.keyboard.type('gzlsjj');
      await eventually('the answer', async () => (await textOf(popup, '.page-entry-name')).includes(TERM));
      await tabTo(popup, '.page-entry-name');
      await popup.keyboard.press('Enter');
      await popup.waitForSelector('.page-entry-detail p');
      await tabTo(popup, 'input[type=search]', 'back');
      for (let letter = 0; letter < 6; letter++) await popup.keyboard.press('Backspace');
      await popup.waitForSelector('.coverage-box');
    });
  });

  it('the side panel lists what is ahead, and leads into the outline beside the article', async () => {
    const panel = await openBesideArticle(stage, article, 'sidepanel.html');
    // The first one is open from the beginning.
    await tabTo(panel, '.page-entry-name');
    await panel.keyboard.press('ArrowDown');
    await panel.keyboard.press('Enter');
    await panel.waitForSelector('.page-entry:nth-child(2) .page-entry-detail p');
    await tabTo(panel, '.coverage-box .button', 'back');
    await panel.keyboard.press('Enter');
    await expectBeside(await ownPage(stage, 'outline.html'));
    await panel.close();
  });

  async function expectBeside(outline: Page): Promise<void> {
    await outline.bringToFront();
    await outline.waitForSelector('.beside-bar b');
    expect(await textOf(outline, '.beside-bar b')).toContain('读懂');
    expect(await outline.evaluate(() => location.search)).toMatch(/^\?tab=\d+$/);
    expect(await outline.$$eval('.chip[data-here]', (chips) => chips.length)).toBeGreaterThan(3);
    await outline.close();
  }

  describe('the outline', () => {
    let outline: Page;
    it('is opened from the popup, beside the article', async () => {
      const popup = await openBesideArticle(stage, article, 'popup.html');
      await tabTo(popup, '.coverage-box .button');
      // The popup goes when it has done what it was asked for, before it has heard of the key's end.
      await popup.keyboard.press('Enter').catch(() => undefined);
      await expectBeside(await ownPage(stage, 'outline.html'));
      if (!popup.isClosed()) await popup.close();
    });

    it('goes by its contents to an item, and on from there', async () => {
      outline = await stage.openOwn('outline.html');
      await outline.setViewport({ width: 1440, height: 960 });
      await outline.waitForSelector('.outline-item');
      await tabTo(outline, '.tree a[data-item=op-1]');
      await outline.keyboard.press('Enter');
      await outline.waitForFunction(() => document.activeElement?.id === 'op-1');
      await outline.keyboard.press('Tab');
      expect(await outline.evaluate(() => document.activeElement?.closest('[id^=op-1]') !== null)).toBe(true);
    });

    it('crosses over to the other document', async () => {
      await tabTo(outline, '.item-foot [aria-expanded]');
      await outline.keyboard.press('Enter');
      await outline.waitForSelector('.beside:not([hidden])');
      await tabTo(outline, '.beside:not([hidden]) a[href^="#art-"]');
      await outline.keyboard.press('Enter');
      await outline.waitForFunction(() => document.activeElement?.id.startsWith('art-') ?? false);
    });

    it('is searched, and opened at what was found', async () => {
      await outline.keyboard.press('/');
      await outline.keyboard.type('sjgj');
      await outline.waitForSelector('.search-result a');
      await tabTo(outline, '.search-result a');
      const place = await outline.evaluate(
        () => document.activeElement?.getAttribute('href')?.slice(1) ?? '',
      );
      await outline.keyboard.press('Enter');
      await outline.waitForFunction((id) => document.activeElement?.id === id, {}, place);
    });

    it('saves a file from its menu, which Esc closes', async () => {
      await outline.evaluate(() => {
        const create = URL.createObjectURL;
        URL.createObjectURL = (blob: Blob) => {
          document.documentElement.dataset.saved = blob.type;
          return create.call(URL, blob);
        };
      });
      await outline.keyboard.press('/');
      await tabTo(outline, '.menu:last-child summary');
      await outline.keyboard.press('Enter');
      await outline.waitForSelector('.menu:last-child[open]');
      await outline.keyboard.press('Escape');
      await outline.waitForSelector('.menu:last-child:not([open])');
      await outline.keyboard.press('Enter');
      await tabTo(outline, '.menu-list button');
      await outline.keyboard.press('Enter');
      await outline.waitForSelector('[data-saved^="text/markdown"]');
      await outline.close();
    });
  });

  describe('the options', () => {
    let options: Page;
    beforeAll(async () => {
      options = await stage.openOwn('options.html');
      await options.waitForSelector('#glossary .box-line .button:enabled');
    });
    // Pages that were closed leave Firefox's window without the focus; only a change of tabs gives it back.
    beforeEach(async () => {
      await article.bringToFront();
      await options.bringToFront();
    });
    afterAll(() => options?.close());

    it('are reached in every section, and the focus is seen', async () => {
      // No term is hidden, and Firefox has no door to its page of shortcuts: nothing to reach there.
      const sections = await options.$$eval('section.box:has(a[href], button, input, select)', (all) =>
        all.map(({ id }) => id),
      );
      expect(sections.length).toBeGreaterThanOrEqual(6);
      const seen = new Set<string>();
      const unseen: string[] = [];
      for (let presses = 0; presses < 150 && !sections.every((id) => seen.has(id)); presses++) {
        await options.keyboard.press('Tab');
        const at = await options.evaluate(() => {
          const { activeElement: element } = document;
          // A radio or a switch may leave the ring to its label.
          const ringed = [element, element?.closest('label')].some(
            (one) => one && getComputedStyle(one).outlineStyle !== 'none',
          );
          return {
            section: element?.closest('section')?.id ?? '',
            ringed,
            what: element?.outerHTML.slice(0, 80),
          };
        });
        seen.add(at.section);
        if (at.section !== '' && !at.ringed) unseen.push(String(at.what));
      }
      expect(sections.filter((id) => !seen.has(id))).toEqual([]);
      expect(unseen).toEqual([]);
    });

    it('give a hidden term back', async () => {
      await options.evaluate(() => chrome.storage.sync.set({ 'choice.hiddenTerms': ['zhi-neng-ti'] }));
      await options.waitForSelector('#hidden .box-row .button');
      await tabTo(options, '#hidden .box-row .button', 'back');
      await options.keyboard.press(' ');
      await eventually('no hidden term', async () => (await options.$('#hidden .box-row')) === null);
    });

    it('take a new own term, which is then marked, and changed', async () => {
      const other = await stage.open('/own.html');
      await highlighted(other);
      await options.bringToFront();
      await tabTo(options, '#glossary .box-line .button:first-child');
      await options.keyboard.press('Enter');
      await options.waitForSelector('.entry-form input:focus');
      await options.keyboard.type(OWN);
      await tabTo(options, '.entry-form textarea');
      await options.keyboard.type('A newspaper for examples.');
      await tabTo(options, '.entry-form [type=submit]');
      await options.keyboard.press('Enter');
      await options.waitForSelector('#glossary ul.box-rows > li');
      await other.bringToFront();
      await eventually('the own term', async () => (await paintedTexts(other, 'policy')).includes(OWN));
      await other.close();
      await options.bringToFront();
      await tabTo(options, '#glossary ul.box-rows .button');
      await options.keyboard.press('Enter');
      await options.waitForSelector('.entry-form input:focus');
      await tabTo(options, '.entry-form textarea');
      await options.keyboard.type('Changed. ');
      await tabTo(options, '.entry-form [type=submit]');
      await options.keyboard.press('Enter');
      await eventually('the changed entry', async () =>
        (await textOf(options, '#glossary .entry-definition')).includes('Changed.'),
      );
    });

    it('ask for the file of settings to import', async () => {
      // The dialog itself is the browser's.
      await options.evaluate(() => {
        document.querySelector('#data input[type=file]')?.addEventListener('click', (event) => {
          event.preventDefault();
          document.documentElement.dataset.asked = '';
        });
      });
      await tabTo(options, '#data .box-line .button:nth-of-type(2)');
      await options.keyboard.press('Enter');
      await options.waitForSelector('[data-asked]');
    });
  });
});
