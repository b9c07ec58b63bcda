/** What the probe in a page of the extension has seen, in milliseconds since the navigation began. */
export interface SurfaceTimes {
  /** The event `load`. */
  readonly load: number;
  /** The content is there, its first frame has been made, and the main thread takes the next task. */
  readonly answers: number;
  /** The longest time that the main thread took no task, until it came to rest. */
  readonly longest: number;
  readonly rested: boolean;
}

declare global {
  var surfaceTimes: SurfaceTimes | undefined;
}

/**
 * Runs in a page of the extension before the page's own scripts, in the page's world; refers to nothing outside of
 * itself. With `?article` in the address the page takes the article for the active tab, which it is not: it lies
 * behind the page in the same window.
 */
export function probe(): void {
  /** A surface whose main thread has taken all tasks at once for so long, in milliseconds, is at rest. */
  const REST = 500;
  /** One of these is there as soon as a surface shows what it is for. */
  const CONTENT = '.page-entry, .outline-item, .entry, .box';
  const times = { load: 0, answers: 0, longest: 0, rested: false };
  globalThis.surfaceTimes = times;

  if (new URLSearchParams(location.search).has('article')) {
    type Query = (filter: object, ...rest: unknown[]) => Promise<unknown>;
    const scope = globalThis as unknown as Readonly<Record<string, { readonly tabs: { query: Query } }>>;
    const tabs = (scope.browser ?? scope.chrome)?.tabs;
    if (!tabs) throw new Error('This is no page of an extension.');
    const query = tabs.query.bind(tabs);
    tabs.query = (filter, ...rest) =>
      query('active' in filter ? { url: 'http://127.0.0.1/*' } : filter, ...rest);
  }

  addEventListener('load', () => {
    times.load = performance.now();
  });
  const observer = new MutationObserver(() => {
    if (!document.querySelector(CONTENT)) return;
    observer.disconnect();
    // After the frame, in a task of its own.
    requestAnimationFrame(() =>
      setTimeout(() => {
        times.answers = performance.now();
      }, 0),
    );
  });
  observer.observe(document, { childList: true, subtree: true });

  // A timer that comes late tells how long the main thread was taken.
  let last = performance.now();
  let busy = last;
  const tick = (): void => {
    const now = performance.now();
    const late = now - last;
    last = now;
    if (late > times.longest) times.longest = late;
    if (late > 50 || times.answers === 0) busy = now;
    if (now - busy > REST && times.answers > 0) times.rested = true;
    else setTimeout(tick, 0);
  };
  tick();
}

/**
 * Runs in the page: scrolls an element (the page itself for null) from top to bottom, at most two seconds, as fast as
 * a hand does. Returns the time from frame to frame, in milliseconds.
 */
export function scrollThrough(selector: string | null): Promise<number[]> {
  /** CSS pixels per frame: 4,800 a second. */
  const STEP = 80;
  const FRAMES = 120;
  const element = selector === null ? document.scrollingElement : document.querySelector(selector);
  if (!element) throw new Error(`Nothing to scroll: ${selector}`);
  element.scrollTop = 0;
  return new Promise((resolve) => {
    const frames: number[] = [];
    let last: number | undefined;
    const step = (now: number): void => {
      if (last !== undefined) frames.push(now - last);
      last = now;
      const before = element.scrollTop;
      element.scrollTop += STEP;
      if (frames.length >= FRAMES || (frames.length > 1 && element.scrollTop === before)) resolve(frames);
      else requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
  });
}
