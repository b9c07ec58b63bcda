import { mkdir } from 'node:fs/promises';
import { launchBrowser } from './browsers.ts';
import { type BrowserKind, BUILD_FOLDER, buildExtension, makeTrialCopy } from './build.ts';
import { waitForCard, waitForNoCard } from './card-probe.ts';
import { readArguments, runCommand, UsageError } from './command-line.ts';
import { serveDemonstration } from './demo/server.ts';
import { hoverPainted, paintedCounts } from './drive.ts';
import { findBrowser } from './find-browser.ts';

const USAGE = 'Usage: npm start -- [--headless] [--browser chromium|firefox] [--url URL]';
const SCREENSHOT = '.output/start.png';
/** How long a page may take until it is highlighted, in milliseconds; a slow machine's cold start included. */
const PATIENCE = 30_000;
/** A card has faded in and stands still after this, in milliseconds. */
const FADE = 500;

await runCommand(async () => {
  const { values } = readArguments(
    { headless: { type: 'boolean' }, browser: { type: 'string' }, url: { type: 'string' } },
    USAGE,
  );
  const wanted = readKind(values.browser);
  const address = readAddress(values.url);
  const found = findBrowser(wanted);
  if (!found) {
    throw new UsageError(
      `No ${wanted ?? 'Chromium, Chrome, Edge or Firefox'} was found: install one (Debian: apt-get install chromium) or name it with ${wanted === 'firefox' ? 'FIREFOX_PATH' : 'CHROME_PATH'}.`,
    );
  }
  const headless = values.headless ?? false;
  if (!headless && process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
    throw new UsageError(
      'There is no display here: add --headless (npm start -- --headless), or run it in a desktop session.',
    );
  }

  say(`Building the extension for ${found.kind} …`);
  const build = await buildExtension(found.kind);
  say(`The build is in ${BUILD_FOLDER[found.kind]}. ${loadingHint(found.kind)}`);
  const server = address ? undefined : await serveDemonstration();
  const url = address?.href ?? server?.url ?? '';
  const trial = await makeTrialCopy(build, [`${new URL(url).protocol}//${new URL(url).hostname}/*`]);
  say(`Opening ${url} in ${found.path}, with a trial copy of the build that may read this host too …`);
  const session = await launchBrowser({ kind: found.kind, path: found.path, headless, extension: trial });
  try {
    const page = await session.open(url);
    if (!headless) {
      say('Rest the pointer on a marked word. Close the browser to end.');
      await new Promise<void>((resolve) => session.browser.once('disconnected', () => resolve()));
      return;
    }
    await page.waitForFunction(
      () => {
        for (const [name, highlight] of CSS.highlights)
          if (name.startsWith('aiplus-') && highlight.size > 0) return true;
        return false;
      },
      { timeout: PATIENCE },
    );
    const { figure: figures = 0, ...terms } = await settledCounts();
    const kinds = Object.keys(terms);
    say(
      `Highlighted: ${Object.values(terms).reduce((sum, count) => sum + count, 0)} terms, ${figures} figures.`,
    );
    for (const [label, names] of [
      ['term', kinds],
      ['figure', ['figure']],
    ] as const) {
      await page.mouse.move(0, 0);
      await waitForNoCard(page);
      const text = await hoverPainted(page, names);
      if (text === undefined) throw new Error(`There is no ${label} on the page to hover.`);
      say(`Card of the ${label} ${text}: ${await waitForCard(page)}`);
    }
    await mkdir('.output', { recursive: true });
    await new Promise((resolve) => setTimeout(resolve, FADE));
    await page.screenshot({ path: SCREENSHOT });
    say(`Screenshot: ${SCREENSHOT}`);

    /** The counts once two looks in a row agree: the rest of the page follows the viewport. */
    async function settledCounts() {
      let before = '';
      for (;;) {
        const counts = await paintedCounts(page);
        const now = JSON.stringify(counts);
        if (now === before) return counts;
        before = now;
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
    }
  } finally {
    await session.close();
    await server?.close();
  }
});

function readKind(value: string | undefined): BrowserKind | undefined {
  if (value === undefined) return undefined;
  if (value === 'chromium' || value === 'firefox') return value;
  if (value === 'chrome' || value === 'edge') return 'chromium';
  throw new UsageError(`Unknown browser “${value}”.\n${USAGE}`);
}

function readAddress(value: string | undefined): URL | undefined {
  if (value === undefined) return undefined;
  if (!URL.canParse(value))
    throw new UsageError(`“${value}” is not an address such as https://example.org/page.html.`);
  const url = new URL(value);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new UsageError(`Only http and https pages can be opened, not ${url.protocol}`);
  }
  return url;
}

function loadingHint(kind: BrowserKind): string {
  return kind === 'firefox'
    ? 'To load it by hand: about:debugging → This Firefox → Load Temporary Add-on → manifest.json.'
    : 'To load it by hand: chrome://extensions → Developer mode → Load unpacked → this folder.';
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
