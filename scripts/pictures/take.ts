import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { type BrowserSession, launchBrowser } from '../browsers.ts';
import type { BrowserKind } from '../build.ts';
import { serveGallery, viewportOf } from '../gallery.ts';
import { makeBoxFont } from './box-font.ts';

/** One state of a surface as a reader has it. */
export interface Scene {
  readonly name: string;
  readonly locale: string;
  readonly theme: string;
}

/** A camera before the gallery of the components' states. */
export interface Studio {
  readonly names: readonly string[];
  readonly locales: readonly string[];
  /** The picture of a scene as PNG: the whole of it, or what its window shows. */
  take(scene: Scene, part?: 'whole' | 'window'): Promise<Uint8Array>;
  close(): Promise<void>;
}

interface StudioOptions {
  /** Folder of the gallery, where it is another version's. */
  readonly root?: string;
  /** All text in boxes and of a few lengths: the same picture on every machine, whatever fonts it has. */
  readonly boxes?: boolean;
}

/** Pictures that have to be the same twice are taken so often at most; what still moves then is reported. */
const ATTEMPTS = 8;
/** Between two attempts, in milliseconds: charts and bars take their places a frame or two later. */
const MOMENT = 50;

/** Nothing moves, no bar for scrolling is drawn, and no caret blinks. */
const STILL = `*, ::before, ::after {
  animation: none !important; transition: none !important;
  caret-color: transparent !important; scrollbar-width: none !important;
}`;

/** Opens the gallery in a browser for pictures. */
export async function openStudio(kind: BrowserKind, options: StudioOptions = {}): Promise<Studio> {
  const served = await serveGallery(options.root);
  // The edges of letters and boxes are where the font says, not where the machine's settings put them.
  const args = kind === 'chromium' && options.boxes ? ['--font-render-hinting=none'] : [];
  let session: BrowserSession;
  try {
    session = await launchBrowser({ kind, headless: true, args });
  } catch (error) {
    await served.close();
    throw error;
  }
  const page = await session.open(served.url);
  // Firefox cannot be told; there the style sheet alone keeps things still.
  if (kind === 'chromium')
    await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
  await addStyle(page, STILL);
  if (options.boxes) await writeInBoxes(page);
  const { names, locales } = await page.evaluate(() => ({
    names: [...gallery.names],
    locales: [...gallery.locales],
  }));
  let shownIn = '';
  return {
    names,
    locales,
    async take({ name, locale, theme }, part = 'whole') {
      const viewport = viewportOf(name);
      if (shownIn !== JSON.stringify(viewport)) await page.setViewport(viewport);
      shownIn = JSON.stringify(viewport);
      await page.evaluate((...scene) => gallery.show(...scene), name, locale, theme);
      if (options.boxes) await page.evaluate(evenOut);
      return untilStill(`${name}, ${locale}, ${theme}`, () =>
        part === 'window' ? page.screenshot() : pictureOfScene(page),
      );
    },
    async close() {
      await session.close();
      await served.close();
    },
  };
}

async function pictureOfScene(page: Page): Promise<Uint8Array> {
  const element = await page.waitForSelector('[data-scene]');
  if (!element) throw new Error('The gallery shows nothing.');
  return element.screenshot();
}

/**
 * Takes pictures until two are the same.
 * @throws Error where the scene never comes to rest.
 */
async function untilStill(scene: string, take: () => Promise<Uint8Array>): Promise<Uint8Array> {
  let last = await take();
  for (let attempt = 1; attempt < ATTEMPTS; attempt++) {
    await pause(MOMENT);
    const next = await take();
    if (Buffer.compare(last, next) === 0) return next;
    last = next;
  }
  throw new Error(`The scene does not come to rest: ${scene}`);
}

/**
 * Runs in the page: gives every text one of a few lengths, so that other words are no other picture. A short text
 * keeps its own, for it makes the width of a control.
 */
function evenOut(): void {
  const SHORT = 8;
  const LENGTHS = [16, 40, 80];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const text = node.nodeValue?.trim() ?? '';
    if (text.length <= SHORT) continue;
    const length = LENGTHS.find((one) => text.length <= one) ?? 160;
    const letters = /\p{Script=Han}/u.test(text) ? '文' : 'letters ';
    node.nodeValue = letters.repeat(length).slice(0, length);
  }
}

async function writeInBoxes(page: Page): Promise<void> {
  const font = Buffer.from(makeBoxFont()).toString('base64');
  await addStyle(
    page,
    `@font-face { font-family: Boxes; src: url(data:font/ttf;base64,${font}); }
     *, ::before, ::after { font-family: Boxes !important; font-style: normal !important; }`,
  );
  const isLoaded = await page.evaluate(async () => (await document.fonts.load('16px Boxes', 'a中')).length);
  if (isLoaded !== 1) throw new Error('The browser did not take the font of boxes.');
}

async function addStyle(page: Page, css: string): Promise<void> {
  await page.evaluate((text) => {
    const style = document.createElement('style');
    style.textContent = text;
    document.head.append(style);
  }, css);
}
