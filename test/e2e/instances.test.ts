import { readFile, writeFile } from 'node:fs/promises';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { paintedTexts } from '../../scripts/drive.ts';
import { discardAndReturn, readInTabs } from '../support/tabs.ts';
import { bare, eventually, highlighted, KINDS, openStage, type Stage } from './support.ts';

const TERM = '高质量数据集';
const TERM_ID = 'gao-zhi-liang-shu-ju-ji';
const NEWER = '0.1.1';
/** The long form is `npm run soak -- --tabs 200`. */
const TABS = 20;
/** For what opens tabs, in milliseconds: it ends when they are read, whenever a busy machine comes to that. */
const SLOW = 300_000;

describe.each(KINDS)('one instance after the other in %s', (kind) => {
  let stage: Stage;
  let page: Page;

  beforeAll(async () => {
    stage = await openStage(kind);
    page = await stage.open('/');
  });
  afterAll(() => stage?.close());

  it('a page that pretends to be our successor does not make us quiet', async () => {
    const before = await highlighted(page);
    const id = await addonId(stage);
    await page.evaluate((addon) => {
      const detail = { contentScriptName: 'content', messageId: 'forged' };
      for (const type of [`${addon}:content:wxt:content-script-started`, 'aiplus-reader-takes-over']) {
        document.dispatchEvent(new CustomEvent(type, { detail }));
        window.postMessage({ type, ...detail }, '*');
      }
      // Gives the extension its turn, and a reason to look after its marks.
      dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    }, id);
    expect(await highlighted(page)).toEqual(before);
  });

  it(
    `reads ${TABS} tabs that are opened at once, and all of them follow the main switch`,
    async () => {
      await highlighted(page);
      const own = await stage.openOwn('options.html');
      await readInTabs(own, stage.url, TABS);
      await own.close();
      await page.bringToFront();
      await highlighted(page);
    },
    SLOW,
  );

  it(
    'a tab that was discarded is read again when the reader comes back to it',
    async () => {
      const own = await stage.openOwn('options.html');
      await discardAndReturn(own, stage.url);
      await own.close();
      await page.bringToFront();
    },
    SLOW,
  );

  it('a newer version takes over: what was stored counts, and the older one is quiet', async () => {
    const own = await stage.openOwn('options.html');
    await own.evaluate(hideTerm, TERM_ID);
    const texts = await eventually('the term off the page', async () => {
      const painted = await paintedTexts(page, 'data-compute');
      return !painted.includes(TERM) && painted;
    });
    const file = `${stage.extension}/manifest.json`;
    const manifest = JSON.parse(await readFile(file, 'utf8'));
    await writeFile(file, JSON.stringify({ ...manifest, version: NEWER }));
    // Over the one that runs, as an update does: Chromium does not start again by itself what the protocol has loaded.
    await stage.session.browser.installExtension(stage.extension);
    const newer = await stage.openOwn('options.html');
    expect(await newer.evaluate(version)).toBe(NEWER);
    // Chromium starts nothing in pages that are open; the older instance takes its marks back there.
    await page.bringToFront();
    if (kind === 'chromium') await bare(page);
    await page.reload();
    await highlighted(page);
    expect(await paintedTexts(page, 'data-compute')).toEqual(texts);
    await newer.evaluate(hideNothing);
    await eventually('the term again', async () => (await paintedTexts(page, 'data-compute')).includes(TERM));
    expect(await page.evaluate(() => document.querySelectorAll('[data-aiplus-card]').length)).toBe(0);
  });

  it('takes everything back when the extension is removed', async () => {
    await highlighted(page);
    expect(await markColours(page)).not.toEqual([]);
    await stage.session.browser.uninstallExtension(await addonId(stage));
    // Firefox ends the scripts of an extension with it, and its style sheet: what is left in the registry has no colour.
    await vi.waitFor(async () => expect(await markColours(page)).toEqual([]), 5_000);
    if (kind === 'chromium') {
      await bare(page);
      expect(await page.evaluate(() => document.querySelectorAll('[data-aiplus-card]').length)).toBe(0);
    }
  });
});

/** The extension's own reach, in its pages. */
declare const chrome: {
  readonly storage: {
    readonly sync: {
      get(items: null): Promise<object>;
      set(items: object): Promise<void>;
      remove(items: readonly string[]): Promise<void>;
    };
  };
  readonly runtime: { getManifest(): { readonly version: string } };
};

// These run in a page of the extension.
const hideTerm = (term: string) => chrome.storage.sync.set({ 'choice.hiddenTerms': [term] });
const hideNothing = async () => {
  const items = Object.keys(await chrome.storage.sync.get(null));
  await chrome.storage.sync.remove(items.filter((item) => item.startsWith('choice.hiddenTerms')));
};
const version = () => chrome.runtime.getManifest().version;

/** The name under which the extension is installed. */
async function addonId({ session, extension }: Stage): Promise<string> {
  if (session.kind === 'chromium') return new URL(session.origin ?? '').host;
  const manifest = JSON.parse(await readFile(`${extension}/manifest.json`, 'utf8'));
  return manifest.browser_specific_settings.gecko.id;
}

/** The colours that highlights of ours give to text, the transparent left out. */
function markColours(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const colours: string[] = [];
    CSS.highlights.forEach((_, name) => {
      if (!name.startsWith('aiplus-')) return;
      const style = getComputedStyle(document.body, `::highlight(${name})`);
      if (style.textDecorationLine !== 'none') colours.push(name);
    });
    return colours;
  });
}
