import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { highlighted } from '../test/e2e/support.ts';
import { LOCALES } from '../utils/locale.ts';
import { type BrowserSession, launchBrowser } from './browsers.ts';
import { buildExtension, makeTrialCopy } from './build.ts';
import { waitForCard } from './card-probe.ts';
import { readArguments, runCommand } from './command-line.ts';
import { serveDemonstration } from './demo/server.ts';
import { hoverPainted } from './drive.ts';

const FOLDER = fileURLToPath(new URL('../assets/store/', import.meta.url));
/** What the stores ask for, in CSS pixels at one device pixel each. */
const SIZE = { width: 1280, height: 800 };
/** Time for fonts, charts and short animations to come to rest, in milliseconds. */
const REST = 1_000;

/** Pictures for the stores, from the built extension in Chromium: `assets/store/LANGUAGE-1-card.png` and so on. */
await runCommand(async () => {
  readArguments({}, 'Usage: npm run store-pictures   (takes assets/store/*.png anew)');
  await mkdir(FOLDER, { recursive: true });
  const extension = await makeTrialCopy(await buildExtension('chromium'), ['http://127.0.0.1/*']);
  const served = await serveDemonstration();
  const session = await launchBrowser({ kind: 'chromium', headless: true, extension });
  try {
    for (const locale of LOCALES) {
      const options = await open(session, `${session.origin}/options.html#style`);
      await options.evaluate(setLanguage, locale);
      await options.reload();
      await picture(options, `${locale}-4-options`);

      const article = await open(session, served.url);
      await highlighted(article);
      await hoverPainted(article, ['technology'], '科学大模型');
      await waitForCard(article);
      await picture(article, `${locale}-1-term`);
      await article.mouse.move(2, 2);
      await new Promise((resolve) => setTimeout(resolve, REST));
      await hoverPainted(article, ['figure'], '41.06泽字节（ZB）');
      await waitForCard(article);
      await picture(article, `${locale}-2-figure`);
      await article.close();

      const outline = await open(session, `${session.origin}/outline.html#op-3-8`);
      // On a busy machine the charts are drawn later than the rest.
      await outline.waitForSelector('.chart-frame > *');
      await picture(outline, `${locale}-3-outline`);
      await outline.close();
      await options.close();
    }
  } finally {
    await session.close();
    await served.close();
  }
});

/** Runs in a page of the extension. */
async function setLanguage(language: string): Promise<void> {
  const { chrome } = globalThis as unknown as {
    readonly chrome: { readonly storage: { readonly sync: { set(items: object): Promise<void> } } };
  };
  await chrome.storage.sync.set({ 'choice.language': language });
}

async function open(session: BrowserSession, url: string) {
  const page = await session.open(url);
  await page.setViewport(SIZE);
  return page;
}

async function picture(page: Awaited<ReturnType<typeof open>>, name: string): Promise<void> {
  await page.bringToFront();
  await new Promise((resolve) => setTimeout(resolve, REST));
  await page.screenshot({ path: `${FOLDER}${name}.png` });
}
