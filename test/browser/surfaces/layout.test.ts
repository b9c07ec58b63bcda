import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { viewportOf } from '../../../scripts/gallery.ts';
import { LOCALES } from '../../../utils/locale.ts';
import { type GallerySession, openGallery } from '../../support/gallery.ts';

/**
 * Fonts differ between machines, so pictures cannot be compared; what must hold of a layout with any font is measured
 * instead: nothing sticks out, nothing is cut, nothing is too small to hit.
 */
const LONG = 120_000;
/** The narrowest window: 320 px, which is also 1280 px at 400 % zoom (WCAG 1.4.10), less a bar for scrolling. */
const NARROW = 305;
/** Browsers make a popup no taller than this, in CSS pixels. */
const TALLEST_POPUP = 600;

/** What is wrong with the layout of the state that is shown, in words. Runs in the page. */
function faults(): string[] {
  const found: string[] = [];
  const name = (element: Element): string =>
    `${element.localName}.${element.className} “${element.textContent?.slice(0, 20)}”`;
  const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  if (wide > 0) found.push(`the page scrolls sideways by ${wide} px`);
  for (const element of document.querySelectorAll<HTMLElement>('[data-scene] *')) {
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    if (box.width === 0 || element.closest('.visually-hidden')) continue;
    // A line that ends in an ellipsis is cut on purpose; it is whole when it is opened.
    if (element.closest('.page-entry-name[aria-expanded="false"]')) continue;
    if (box.right > innerWidth + 1 && !element.closest('svg')) found.push(`sticks out: ${name(element)}`);
    const cut = element.scrollWidth - element.clientWidth > 1 && style.overflowX === 'hidden';
    if (cut && style.textOverflow !== 'ellipsis') found.push(`is cut: ${name(element)}`);
    if (element.matches('button, input:not([type=radio], [type=checkbox], [type=file]), select, .switch')) {
      if (Math.min(box.width, box.height) < 24) found.push(`is too small: ${name(element)}`);
    }
    if (element.localName === 'td') found.push(...brokenWords(element).map((word) => `breaks “${word}”`));
    const owns = [...element.childNodes].some((node) => node instanceof Text && node.data.trim() !== '');
    if (owns && Number.parseFloat(style.fontSize) < 11) found.push(`is too small to read: ${name(element)}`);
  }
  return found;

  /** The words of a cell that go on in the next line: its column is too narrow. */
  function brokenWords(cell: Element): string[] {
    const broken: string[] = [];
    const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      for (const { 0: word, index } of node.nodeValue?.matchAll(/[A-Za-z]{5,}/gu) ?? []) {
        const range = new Range();
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        if (new Set([...range.getClientRects()].map(({ top }) => top)).size > 1) broken.push(word);
      }
    }
    return broken;
  }
}

describe.each(['chromium', 'firefox'] as const)('in %s', (kind) => {
  let gallery: GallerySession;
  beforeAll(async () => {
    gallery = await openGallery(kind);
  });
  afterAll(() => gallery.close());

  it.each(LOCALES)(
    'every state fits its window and the narrowest one in %s',
    { timeout: LONG },
    async (locale) => {
      const found: Record<string, readonly string[]> = {};
      const look = async (name: string, width: number): Promise<void> => {
        await gallery.show({ name, locale, theme: 'light' }, width);
        const wrong = await gallery.page.evaluate(faults);
        if (wrong.length > 0) found[`${name} at ${width}`] = wrong;
      };
      for (const name of gallery.names) await look(name, viewportOf(name).width);
      // A popup is as wide as it wants; the browser never makes it narrower.
      for (const name of gallery.names) if (!name.startsWith('popup')) await look(name, NARROW);
      expect(found).toEqual({});
    },
  );

  it('no popup is taller than the browser makes it', async () => {
    for (const name of gallery.names.filter((scene) => scene.startsWith('popup'))) {
      await gallery.show({ name, locale: 'en', theme: 'light' });
      const height = await gallery.page.$eval('.popup', (popup) => popup.getBoundingClientRect().height);
      expect([name, height <= TALLEST_POPUP]).toEqual([name, true]);
    }
  });

  it('the list of a popup has room for three entries beside all the rest', async () => {
    for (const locale of LOCALES) {
      await gallery.show({ name: 'popup-long', locale, theme: 'light' });
      const room = await gallery.page.evaluate(() => {
        const list = document.querySelector('.scroll-region')?.getBoundingClientRect();
        const entry = document.querySelector('.page-entry')?.getBoundingClientRect();
        return list && entry ? list.height / entry.height : 0;
      });
      expect([locale, room >= 3]).toEqual([locale, true]);
    }
  });
});
