import { readdir, readFile, writeFile } from 'node:fs/promises';
import type { Page } from 'puppeteer-core';
import { loadKnowledge } from '../../utils/knowledge/load.ts';
import { type BrowserSession, launchBrowser } from '../browsers.ts';
import { type BrowserKind, buildExtension, makeTrialCopy } from '../build.ts';
import { servePages } from '../demo/server.ts';
import { format, spreadOf } from './samples.ts';
import { probe, type SurfaceTimes, scrollThrough } from './surface-probe.ts';

/** What the article has: as many annotations, and nearly as many entries in the lists, for hardly any is there twice. */
const ANNOTATIONS = 2_000;
/** Sentences with one each; some terms are no annotation where they stand. */
const SENTENCES = 2_050;
const PER_PARAGRAPH = 8;
const FILLER = '今天天气很好，大家都去公园散步。';
/** Openings of each surface; one more before them warms the browser up. */
const ROUNDS = 7;
/** Of these openings so many are scrolled through. */
const SCROLLS = 3;
/** How long a surface may take to be there at all, in milliseconds. */
const PATIENCE = 20_000;
/** Stands for the tab of the article in addresses that are written before it is known. */
const TAB = 'TAB';

interface Surface {
  readonly what: string;
  readonly address: string;
  readonly window: { readonly width: number; readonly height: number };
  /** What is scrolled; the page itself without it. */
  readonly scrolled?: string;
  /** The greatest time until it answers, in milliseconds from the load of the page or from the start of the navigation. */
  readonly bound?: { readonly from: 'load' | 'start'; readonly most: number };
}

const SURFACES: readonly Surface[] = [
  {
    what: 'popup',
    address: 'popup.html?article',
    window: { width: 360, height: 600 },
    scrolled: '.scroll-region',
    bound: { from: 'load', most: 100 },
  },
  {
    what: 'side panel',
    address: 'sidepanel.html?article',
    window: { width: 384, height: 900 },
    scrolled: '.scroll-region',
  },
  {
    what: 'outline',
    address: 'outline.html',
    window: { width: 1440, height: 960 },
    bound: { from: 'start', most: 300 },
  },
  {
    what: 'outline beside the article, at an item',
    address: `outline.html?tab=${TAB}#op-3-8`,
    window: { width: 1440, height: 960 },
    bound: { from: 'start', most: 300 },
  },
  {
    what: 'index of terms',
    address: 'outline.html#kind-technology',
    window: { width: 1440, height: 960 },
    bound: { from: 'start', most: 300 },
  },
  { what: 'options', address: 'options.html', window: { width: 1240, height: 900 } },
];

/** Frames come every 16.7 ms; one that comes later than this was missed. */
const MISSED_FRAME = 25;

/** One line of the table; `most` is the greatest median allowed. */
interface Row {
  readonly what: string;
  readonly values: readonly number[];
  readonly most?: number;
}

/** Measures the built extension's own pages in real browsers. Prints a Markdown table; false where a bound is not met. */
export async function run(): Promise<boolean> {
  let met = true;
  for (const kind of ['chromium', 'firefox'] as const) met = (await measureIn(kind)) && met;
  return met;
}

async function measureIn(kind: BrowserKind): Promise<boolean> {
  const extension = await makeTrialCopy(await buildExtension(kind), ['http://127.0.0.1/*'], 'bench');
  await putProbeIn(extension);
  const server = await servePages({ '/': writeArticle() });
  const session = await launchBrowser({ kind, headless: true, extension });
  try {
    const article = await session.open(server.url);
    const found = await untilRead(session);
    const rows = [
      ...(kind === 'chromium' ? await measureActionPopup(session, article) : []),
      ...(await measurePages(session)),
    ];
    return print(kind, await session.browser.version(), found, rows);
  } finally {
    await session.close();
    await server.close();
  }
}

/** A figure is hardly ever there twice, and every term of the knowledge base once. */
function writeArticle(): string {
  const titles = [...loadKnowledge().terms.values()].map(({ title }) => title.hans);
  const words = Array.from({ length: SENTENCES }, (_, index) =>
    index % 6 === 0 && index / 6 < titles.length
      ? `要看${titles[index / 6]}。${FILLER}`
      : `这一项增长了${(index / 100 + 1).toFixed(2)}%。${FILLER}`,
  );
  const paragraphs: string[] = [];
  for (let at = 0; at < words.length; at += PER_PARAGRAPH)
    paragraphs.push(`<p>${words.slice(at, at + PER_PARAGRAPH).join('')}</p>`);
  return `<!doctype html><html lang="zh"><head><meta charset="utf-8"><title>人工智能</title><link rel="icon" href="data:,"></head>
<body><h1>人工智能</h1><div id="rm_txt_zw">${paragraphs.join('\n')}</div></body></html>`;
}

/** The pages stay as they are built; each only gets a script before its own that looks at the clock. */
async function putProbeIn(extension: string): Promise<void> {
  await writeFile(`${extension}/probe.js`, `(${probe.toString()})();`);
  for (const name of await readdir(extension)) {
    if (!name.endsWith('.html')) continue;
    const file = `${extension}/${name}`;
    await writeFile(
      file,
      (await readFile(file, 'utf8')).replace('<head>', '<head><script src="/probe.js"></script>'),
    );
  }
}

/** Waits until the article is read to its end; only what is near the window is painted. Returns its annotations. */
async function untilRead(session: BrowserSession): Promise<number> {
  const page = await session.open(`${session.origin}/icon/128.png`);
  const end = Date.now() + PATIENCE;
  let [before, now] = [0, 0];
  do {
    if (Date.now() > end) throw new Error(`Only ${now} annotations of ${ANNOTATIONS} are found.`);
    await new Promise((resolve) => setTimeout(resolve, 500));
    before = now;
    now = await page.evaluate(countAnnotations);
  } while (now < ANNOTATIONS || now !== before);
  await page.close();
  return now;
}

interface Tabs {
  query(filter: object): Promise<readonly { readonly id: number }[]>;
  sendMessage(id: number, message: object): Promise<{ readonly annotations: readonly unknown[] }>;
}

/** Runs in a page of the extension. */
async function countAnnotations(): Promise<number> {
  const scope = globalThis as unknown as Readonly<Record<string, { readonly tabs: Tabs }>>;
  const tabs = (scope.browser ?? scope.chrome)?.tabs;
  const [tab] = (await tabs?.query({ url: 'http://127.0.0.1/*' })) ?? [];
  const report = await tabs?.sendMessage(tab?.id ?? -1, { aiplus: 'tab', name: 'report', params: {} });
  return report?.annotations.length ?? 0;
}

/** The popup as the click on the toolbar's button opens it; only Chromium opens it for a program. */
async function measureActionPopup(session: BrowserSession, article: Page): Promise<Row[]> {
  const [extension] = [...(await session.browser.extensions()).values()];
  const rounds: SurfaceTimes[] = [];
  for (let round = -1; round < ROUNDS; round++) {
    await article.bringToFront();
    await extension?.triggerAction(article);
    const target = await session.browser.waitForTarget((found) => found.url().endsWith('/popup.html'));
    const popup = await target.asPage();
    const times = await timesOf(popup);
    if (round >= 0) rounds.push(times);
    await popup.close();
  }
  return openingRows('popup of the toolbar', rounds, { from: 'load', most: 100 });
}

async function measurePages(session: BrowserSession): Promise<Row[]> {
  const rows: Row[] = [];
  for (const { what, address, window, scrolled, bound } of SURFACES) {
    const rounds: SurfaceTimes[] = [];
    const runs: (readonly number[])[] = [];
    for (let round = -1; round < ROUNDS; round++) {
      // The window has its size before the page is asked for.
      const page = await session.open(`${session.origin}/icon/128.png`);
      await page.setViewport(window);
      await page.evaluate(goTo, address, TAB);
      const times = await timesOf(page);
      if (round >= 0) rounds.push(times);
      if (round >= 0 && round < SCROLLS) runs.push(await page.evaluate(scrollThrough, scrolled ?? null));
      await page.close();
    }
    rows.push(...openingRows(what, rounds, bound), ...scrollRows(what, runs));
  }
  return rows;
}

/** Runs in a page of the extension. */
async function goTo(address: string, placeholder: string): Promise<void> {
  const scope = globalThis as unknown as Readonly<Record<string, { readonly tabs: Tabs }>>;
  const [tab] = (await (scope.browser ?? scope.chrome)?.tabs.query({ url: 'http://127.0.0.1/*' })) ?? [];
  // Not at once: the answer to the caller would be lost with the page.
  setTimeout(() => location.assign(`/${address.replace(placeholder, String(tab?.id))}`), 20);
}

/** Waits until a surface has answered and come to rest, and returns what its probe has seen. */
async function timesOf(page: Page): Promise<SurfaceTimes> {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const times = await page.evaluate(() => globalThis.surfaceTimes).catch(() => undefined);
    if (times?.rested) return times;
    if (Date.now() > end) throw new Error(`The surface is not there: ${JSON.stringify(times)}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function openingRows(what: string, rounds: readonly SurfaceTimes[], bound: Surface['bound']): Row[] {
  const since = (from: 'load' | 'start'): number[] =>
    rounds.map(({ answers, load }) => (from === 'start' ? answers : Math.max(0, answers - load)));
  return [
    ...(['start', 'load'] as const).map(
      (from): Row => ({
        what: `${what}: ${from === 'start' ? 'opened' : 'loaded'} → shown and answering`,
        values: since(from),
        ...(bound?.from === from ? { most: bound.most } : {}),
      }),
    ),
    { what: `${what}: longest task while it opens`, values: rounds.map(({ longest }) => longest) },
  ];
}

function scrollRows(what: string, runs: readonly (readonly number[])[]): Row[] {
  const frames = runs.flat();
  const missed = frames.filter((time) => time > MISSED_FRAME).length;
  return [
    { what: `${what}: scrolled, from frame to frame`, values: frames, most: MISSED_FRAME },
    {
      what: `${what}: scrolled, longest frame of a run; ${missed} of ${frames.length} missed`,
      values: runs.map((run) => Math.max(...run)),
    },
  ];
}

function print(kind: BrowserKind, version: string, found: number, rows: readonly Row[]): boolean {
  const lines = [
    `\n${kind} (${version}); an article of ${found} annotations; ms, ${ROUNDS} openings, ${SCROLLS} runs of scrolling\n`,
    '| what | median (tenth–ninetieth percentile) | bound | |',
    '|---|---:|---:|---|',
  ];
  let met = true;
  for (const { what, values, most } of rows) {
    const spread = spreadOf(values);
    const isMet = most === undefined || spread.median <= most;
    met &&= isMet;
    lines.push(
      `| ${what} | ${format(spread, 0)} | ${most === undefined ? '' : `≤ ${most}`} | ${isMet ? '' : 'ABOVE'} |`,
    );
  }
  process.stdout.write(`${lines.join('\n')}\n`);
  return met;
}
