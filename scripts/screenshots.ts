import { mkdir, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { launchBrowser } from './browsers.ts';
import { runCommand } from './command-line.ts';
import { type GalleryHandle, serveGallery, viewportOf } from './gallery.ts';

const FOLDER = fileURLToPath(new URL('../.output/screenshots/', import.meta.url));
const THEMES = ['light', 'dark'] as const;

declare global {
  var gallery: GalleryHandle;
}

/**
 * Pictures of every state of every surface, light and dark, in three languages: `.output/screenshots/popup-read-en-dark.png`.
 * `npm run screenshots -- popup` takes only the scenes whose names contain the word; `--firefox` uses Firefox.
 */
await runCommand(async () => {
  const words = process.argv.slice(2);
  const kind = words.includes('--firefox') ? 'firefox' : 'chromium';
  const wanted = words.filter((word) => !word.startsWith('--'));
  await rm(FOLDER, { recursive: true, force: true });
  await mkdir(FOLDER, { recursive: true });
  const served = await serveGallery();
  const session = await launchBrowser({ kind, headless: true });
  let count = 0;
  try {
    const page = await session.open(served.url);
    await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]).catch(() => {
      // Firefox cannot be told so; its pictures are taken after the short animations all the same.
    });
    const { names, locales } = await page.evaluate(() => ({
      names: [...gallery.names],
      locales: [...gallery.locales],
    }));
    for (const name of names.filter((scene) => wanted.every((word) => scene.includes(word)))) {
      await page.setViewport(viewportOf(name));
      for (const locale of locales) {
        for (const theme of THEMES) {
          await page.evaluate((...scene) => gallery.show(...scene), name, locale, theme);
          const element = await page.waitForSelector('[data-scene]');
          await element?.screenshot({ path: `${FOLDER}${name}-${locale}-${theme}.png` });
          count++;
        }
      }
    }
  } finally {
    await session.close();
    await served.close();
  }
  process.stdout.write(`${count} pictures in .output/screenshots\n`);
  return 0;
});
