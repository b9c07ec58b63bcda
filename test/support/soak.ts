import type { CDPSession, Page } from 'puppeteer-core';
import { waitForCard, waitForNoCard } from '../../scripts/card-probe.ts';
import { hoverPainted } from '../../scripts/drive.ts';
import type { Stage } from '../e2e/support.ts';
import { dataOf, heapAfterCollection } from './heap.ts';

/** What is left after a number of page views, garbage collected. Sizes in bytes. */
export interface SoakSample {
  readonly views: number;
  readonly page: number;
  /** Compiled code included: told, not judged. */
  readonly worker: number;
  /** Without compiled code: see heap.ts. */
  readonly workerData: number;
  /** When the worker was started, in milliseconds since 1970: the browser may end it, and a leak with it. */
  readonly workerStarted: number;
  /** Listeners, nodes and documents of the page's process. */
  readonly listeners: number;
  readonly nodes: number;
  readonly documents: number;
  /** In the storage of the extension. */
  readonly stored: number;
}

/** Every so many views the page is a new one; between, it exchanges its article in place. */
const PER_DOCUMENT = 5;
/** Views before the first sample: the browser keeps the last six pages for its back button. */
const WARM_UP = 8 * PER_DOCUMENT;
/** Every so many views a card is opened. */
const PER_CARD = 15;
/** The most by which the page's heap may grow from the first samples to the last: a part, and bytes that it varies by. */
const PAGE_GROWTH = { part: 0.1, bytes: 400_000 };
/** The same for the worker's without compiled code, in bytes: it keeps nothing of a page view. */
const WORKER_GROWTH = 30_000;
/** The part by which nodes may: the probe of the card itself leaves a few behind. */
const NODE_GROWTH = 0.1;

declare const chrome: {
  readonly runtime: { sendMessage(message: object): Promise<unknown> };
  readonly storage: {
    readonly [area in 'sync' | 'local']: { getBytesInUse(keys: null): Promise<number> };
  };
};

/**
 * Reads `views` pages one after the other in one tab, as a reader does in hours, and measures `samples` times. Chromium
 * only: it collects garbage when told to.
 */
export async function soak(
  stage: Stage,
  views: number,
  samples: number,
  onSample: (sample: SoakSample) => void = () => undefined,
): Promise<readonly SoakSample[]> {
  const page = await stage.open('/');
  const session = await page.createCDPSession();
  await session.send('Performance.enable');
  const taken: SoakSample[] = [];
  const every = Math.ceil((views - WARM_UP) / (samples - 1) / PER_DOCUMENT) * PER_DOCUMENT;
  for (let view = 1; view <= views; view++) {
    if (view % PER_DOCUMENT === 1) {
      await page.goto(`${stage.url}?${view}`);
      await page.waitForFunction(() => (CSS.highlights.get('aiplus-figure')?.size ?? 0) > 0);
    } else if (!(await page.evaluate(exchangeArticle, view))) {
      throw new Error(`View ${view}: the exchanged article was not marked.`);
    }
    if (view % PER_CARD === 0) {
      await page.mouse.move(2, 2);
      await hoverPainted(page, ['technology', 'figure', 'data-compute']);
      await waitForCard(page);
      await page.keyboard.press('Escape');
      await page.mouse.move(2, 2);
      await waitForNoCard(page);
    }
    if (view >= WARM_UP && (view - WARM_UP) % every === 0) {
      const sample = await measure(stage, page, session, view);
      taken.push(sample);
      onSample(sample);
    }
  }
  await page.close();
  return taken;
}

/** Samples at either end that are compared: a sample that a card was open shortly before is a little higher. */
const ENDS = 3;

/** What grew from the first samples to the last by more than it may, one line each. */
export function growthIn(samples: readonly SoakSample[]): readonly string[] {
  const ends = Math.min(ENDS, Math.floor(samples.length / 2));
  if (ends === 0) return ['fewer than two samples'];
  const first = leastOf(samples.slice(0, ends));
  const last = leastOf(samples.slice(-ends));
  const page = last.page > first.page * (1 + PAGE_GROWTH.part) + PAGE_GROWTH.bytes ? (['page'] as const) : [];
  const worker = last.workerData > first.workerData + WORKER_GROWTH ? (['workerData'] as const) : [];
  const counts = (['listeners', 'documents', 'stored'] as const).filter(
    (name) => last[name] > first[name] + 2,
  );
  const nodes = last.nodes > first.nodes * (1 + NODE_GROWTH) ? (['nodes'] as const) : [];
  return [...page, ...worker, ...counts, ...nodes].map((name) => `${name}: ${first[name]} → ${last[name]}`);
}

function leastOf(samples: readonly SoakSample[]): Omit<SoakSample, 'views' | 'workerStarted'> {
  const least = (name: keyof SoakSample): number => Math.min(...samples.map((sample) => sample[name]));
  return {
    page: least('page'),
    worker: least('worker'),
    workerData: least('workerData'),
    listeners: least('listeners'),
    nodes: least('nodes'),
    documents: least('documents'),
    stored: least('stored'),
  };
}

async function measure(stage: Stage, page: Page, session: CDPSession, views: number): Promise<SoakSample> {
  const pageHeap = await heapAfterCollection(session);
  const { metrics } = await session.send('Performance.getMetrics');
  const count = (name: string): number => metrics.find((metric) => metric.name === name)?.value ?? 0;
  const own = await stage.openOwn('options.html');
  // The browser may have ended the worker; a message starts it.
  await own.evaluate(() =>
    chrome.runtime.sendMessage({ aiplus: 'background', name: 'conflicts', params: {} }),
  );
  const worker = await stage.session.browser.waitForTarget((target) => target.type() === 'service_worker');
  const workerSession = await worker.createCDPSession();
  const { result: started } = await workerSession.send('Runtime.evaluate', {
    expression: 'performance.timeOrigin',
  });
  const workerHeap = await heapAfterCollection(workerSession);
  const workerData = await dataOf(workerSession);
  await workerSession.detach();
  const stored = await own.evaluate(
    async () =>
      (await chrome.storage.sync.getBytesInUse(null)) + (await chrome.storage.local.getBytesInUse(null)),
  );
  await own.close();
  await page.bringToFront();
  return {
    views,
    page: pageHeap,
    worker: workerHeap,
    workerData,
    workerStarted: Number(started.value),
    listeners: count('JSEventListeners'),
    nodes: count('Nodes'),
    documents: count('Documents'),
    stored,
  };
}

/** Runs in the page: puts another article in the place of this one. Returns whether it was marked in time. */
async function exchangeArticle(view: number): Promise<boolean> {
  const PATIENCE = 10_000;
  const sentences = [
    '建设高质量数据集，推动大模型发展，数据总量达到41.06ZB。',
    '新一代智能终端、智能体等应用普及率超70%，智能经济核心产业规模快速增长。',
    '算力规模达到280EFLOPS，同比增长25%，智能算力占比超过三成。',
    '到2030年，人工智能全面赋能高质量发展，应用普及率超90%。',
  ];
  const first = [...document.querySelectorAll('p')].find((paragraph) =>
    paragraph.textContent.includes('人工智能'),
  );
  const place = document.querySelector('[data-soak]') ?? first?.parentElement;
  if (!place) return false;
  place.setAttribute('data-soak', '');
  place.replaceChildren(
    ...Array.from({ length: 12 }, (_, index) => {
      const paragraph = document.createElement('p');
      paragraph.textContent = sentences[(view + index) % sentences.length] ?? '';
      return paragraph;
    }),
  );
  history.pushState({}, '', `?${view}`);
  const end = performance.now() + PATIENCE;
  while (performance.now() < end) {
    const isMarked = [...(CSS.highlights.get('aiplus-figure') ?? [])].some(({ startContainer }) =>
      place.contains(startContainer),
    );
    if (isMarked) return true;
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  return false;
}
