import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { launchBrowser } from '../browsers.ts';
import { buildExtension, makeTrialCopy } from '../build.ts';
import { type PageServer, serveDemonstration } from '../demo/server.ts';
import { format, spreadOf } from './samples.ts';

/** Each in a browser of its own: nothing of the extension has been compiled there. */
const ROUNDS = 9;
/** The name of the world of our scripts, as the browser has it from the manifest. */
const WORLD = 'AI+ Reader';
/** After the first mark the rest of the article is read: so long is waited, in milliseconds. */
const REST = 700;

/** What the browser has written down of its main thread. Times are microseconds. */
interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  /** Time of the processor, which other jobs of the machine are not in. */
  readonly tdur?: number;
  readonly args: { readonly data?: { readonly url?: string }; readonly worldName?: string };
}

/** One opening of a page, in milliseconds of the processor but for `firstMark`. */
interface Start {
  readonly compiled: number;
  readonly evaluated: number;
  /** The longest stretch of ours in which the page could not answer. */
  readonly longest: number;
  /** Everything of ours until the article has been read. */
  readonly all: number;
  /** The longest stretch of the page's own: its layout, mostly. */
  readonly page: number;
  /** From the page's DOMContentLoaded to the frame with the first mark, as the clock has it. */
  readonly firstMark: number;
}

/** Measures what the content script costs a page that has just been opened, in the extension as it is built. */
export async function run(): Promise<boolean> {
  const build = await buildExtension('chromium');
  const server = await serveDemonstration();
  const extension = await makeTrialCopy(build, ['http://127.0.0.1/*']);
  const starts: Start[] = [];
  try {
    for (let round = 0; round < ROUNDS; round++) starts.push(await measureStart(server, extension));
  } finally {
    await server.close();
  }
  console.log(`\nopening the demonstration article, ${ROUNDS} fresh browsers, median (10 %–90 %)`);
  const print = (what: string, value: (start: Start) => number): void =>
    console.log(`  ${what.padEnd(34)} ${format(spreadOf(starts.map(value)), 1)}`);
  print('compiling the script, ms', ({ compiled }) => compiled);
  print('evaluating it, ms', ({ evaluated }) => evaluated);
  print('longest stretch of ours, ms', ({ longest }) => longest);
  print('  ÷ the page’s own longest', ({ longest, page }) => longest / page);
  print('all of ours, ms', ({ all }) => all);
  print('DOMContentLoaded → first mark, ms', ({ firstMark }) => firstMark);
  return true;
}

async function measureStart(server: PageServer, extension: string): Promise<Start> {
  const session = await launchBrowser({ kind: 'chromium', headless: true, extension });
  const path = join(tmpdir(), `aiplus-start-${process.pid}.json`);
  try {
    const page = await session.open('about:blank');
    await page.evaluateOnNewDocument(watchForMark);
    await page.tracing.start({
      path,
      categories: ['devtools.timeline', 'v8', 'toplevel', 'blink.user_timing'],
    });
    await page.goto(server.url);
    const firstMark = await timeOfMark(page);
    await new Promise((resolve) => setTimeout(resolve, REST));
    await page.tracing.stop();
    const trace: { readonly traceEvents: readonly TraceEvent[] } = JSON.parse(await readFile(path, 'utf8'));
    return { ...readTrace(trace.traceEvents), firstMark };
  } finally {
    await session.close();
    await rm(path, { force: true });
  }
}

declare global {
  var aiplusMarked: number | undefined;
}

/** Runs in the page: takes down when a frame has the first mark. */
function watchForMark(): void {
  const look = (time: number): void => {
    if (CSS.highlights.size > 0) globalThis.aiplusMarked = time;
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

async function timeOfMark(page: Page): Promise<number> {
  await page.waitForFunction(() => globalThis.aiplusMarked !== undefined);
  return page.evaluate(() => {
    const [navigation] = performance.getEntriesByType('navigation');
    if (!(navigation instanceof PerformanceNavigationTiming)) throw new Error('The page has no times.');
    return (globalThis.aiplusMarked ?? Number.NaN) - navigation.domContentLoadedEventEnd;
  });
}

function readTrace(events: readonly TraceEvent[]): Omit<Start, 'firstMark'> {
  const evaluation = events.find(
    ({ name, args }) => name === 'EvaluateScript' && args.data?.url?.includes('content-scripts/content.js'),
  );
  if (!evaluation) throw new Error('The browser has written nothing down of the content script.');
  const thread = events.filter(
    ({ ph, pid, tid }) => ph === 'X' && pid === evaluation.pid && tid === evaluation.tid,
  );
  const within =
    (outer: TraceEvent) =>
    (event: TraceEvent): boolean =>
      event !== outer && event.ts >= outer.ts && event.ts < outer.ts + (outer.dur ?? 0);
  const partOf = (wanted: string): number =>
    costOf(thread.filter(({ name }) => name === wanted).find(within(evaluation)));
  const calls = thread.filter(({ name, args }) => name === 'v8.callFunction' && args.worldName === WORLD);
  const ours = [evaluation, ...calls.filter((call) => !calls.some((other) => within(other)(call)))];
  const tasks = thread.filter(({ name }) => name === 'ThreadControllerImpl::RunTask');
  const own = tasks.filter((task) => !ours.some(within(task)));
  return {
    compiled: partOf('v8.compile'),
    evaluated: partOf('v8.run'),
    longest: Math.max(...ours.map(costOf)),
    all: ours.reduce((sum, call) => sum + costOf(call), 0),
    page: Math.max(...own.map(costOf)),
  };
}

function costOf(event: TraceEvent | undefined): number {
  // A task that was under way when the recording began has no time.
  return (event?.tdur ?? 0) / 1_000;
}
