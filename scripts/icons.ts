import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { launchBrowser } from './browsers.ts';
import { readArguments, runCommand } from './command-line.ts';

const DRAWING = new URL('../assets/icon/icon.svg', import.meta.url);
const FOLDER = new URL('../public/icon/', import.meta.url);
/** Sizes that the browsers and their stores ask for, in pixels. */
const SIZES = [16, 32, 48, 96, 128] as const;

/** Draws the extension's icons from `assets/icon/icon.svg`; to be run after a change of the drawing. */
await runCommand(async () => {
  readArguments({}, 'Usage: npm run icons   (draws public/icon anew)');
  const drawing = await readFile(DRAWING, 'utf8');
  await mkdir(FOLDER, { recursive: true });
  const session = await launchBrowser({ kind: 'chromium', headless: true });
  try {
    const page = await session.open('about:blank');
    for (const size of SIZES) {
      await page.setViewport({ width: size, height: size });
      await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px}</style>${drawing}`);
      await writeFile(new URL(`${size}.png`, FOLDER), await page.screenshot({ omitBackground: true }));
    }
  } finally {
    await session.close();
  }
  process.stdout.write(`${SIZES.length} icons in public/icon\n`);
  return 0;
});
