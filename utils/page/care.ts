import type { Engine } from './engine.ts';
import type { Surface } from './surface.ts';

/** How often is looked after what no event tells, in milliseconds. */
const CARE_INTERVAL = 1_000;
/** On a page with very many marks, how long scrolling may be ahead of the painting, in milliseconds. */
const WINDOW_INTERVAL = 50;

interface CareOptions {
  readonly surface: Surface;
  readonly engine: Engine;
  /** Whether the extension is still there. */
  isAlive(): boolean;
  /** It is not: whatever is painted has to go. */
  onOrphaned(): void;
  onScroll(): void;
  /** Something in the page has loaded, perhaps a frame. */
  onLoad(): void;
}

/** Looks after what is painted while the text of the page stays as it is: scrolling, printing, colours, wiped registries. */
export interface Care {
  /** Starts to listen; again after the document has lost its listeners. */
  listen(): void;
  /** Puts back what the page has taken away. False where there is nothing to look after any more. */
  heal(): boolean;
  stop(): void;
}

export function createCare(document: Document, view: Window & typeof globalThis, options: CareOptions): Care {
  const { surface, engine } = options;
  let abort = new AbortController();
  let careTimer: ReturnType<typeof setInterval> | undefined;
  let windowTimer: ReturnType<typeof setTimeout> | undefined;
  let idle: number | undefined;

  function heal(): boolean {
    // An orphan that put its marks back would paint over those of its successor.
    if (!options.isAlive()) {
      options.onOrphaned();
      return false;
    }
    surface.heal();
    return true;
  }

  function onScroll(): void {
    options.onScroll();
    // As long as all are painted, this asks nothing of the page.
    windowTimer ??= setTimeout(() => {
      windowTimer = undefined;
      if (!surface.covers()) engine.repaint();
    }, WINDOW_INTERVAL);
  }

  function onPrint(printing: boolean): void {
    surface.setPrinting(printing);
    engine.repaint();
  }

  /** Asks for styles only when the page has just been drawn: then they are known, and asking costs microseconds. */
  function lookAgainWhenIdle(): void {
    if (idle !== undefined) return;
    idle = view.requestIdleCallback(() => {
      idle = undefined;
      engine.lookAgain();
    });
  }

  function onTick(): void {
    if (document.visibilityState !== 'visible' || !heal()) return;
    lookAgainWhenIdle();
    engine.lookAround();
  }

  return {
    heal,
    listen() {
      abort.abort();
      abort = new AbortController();
      const { signal } = abort;
      view.addEventListener('scroll', onScroll, { passive: true, capture: true, signal });
      view.addEventListener('pageshow', heal, { signal });
      view.addEventListener('beforeprint', () => onPrint(true), { signal });
      view.addEventListener('afterprint', () => onPrint(false), { signal });
      document.addEventListener('visibilitychange', heal, { signal });
      view
        .matchMedia('(prefers-color-scheme: dark)')
        .addEventListener('change', lookAgainWhenIdle, { signal });
      // A frame that has got another document: its element does not change.
      document.addEventListener('load', options.onLoad, { capture: true, signal });
      careTimer ??= setInterval(onTick, CARE_INTERVAL);
    },
    stop() {
      abort.abort();
      clearInterval(careTimer);
      clearTimeout(windowTimer);
      careTimer = undefined;
      windowTimer = undefined;
      if (idle !== undefined) view.cancelIdleCallback(idle);
      idle = undefined;
    },
  };
}
