/** The longest stretch of work without letting the page and the reader go first, in milliseconds. */
const SLICE = 8;
/** Of a slice, what is kept free for the step that is under way when it ends, in milliseconds. */
const RESERVE = 2;

type Urgency = 'background' | 'user-visible';

/** A stretch of work on the main thread. */
export interface Slice {
  /** Whether it is time to let others go first. */
  isOver(): boolean;
  /** Lets input, timers and frames go first, then starts the next slice. */
  yield(): Promise<void>;
  /** The same, but not before a frame has shown what has been done. */
  yieldToFrame(): Promise<void>;
  /** The work is done. */
  end(): void;
  /** Time spent working so far, pauses not counted, in milliseconds. */
  busy(): number;
}

/**
 * Starts a slice now.
 * @param onEnd hears how long each slice was, in milliseconds.
 * @param urgency `background`, or `user-visible` for what the reader waits for.
 */
export function startSlice(onEnd?: (duration: number) => void, urgency: Urgency = 'background'): Slice {
  let start = performance.now();
  let spent = 0;
  function end(): void {
    const duration = performance.now() - start;
    spent += duration;
    onEnd?.(duration);
  }
  async function pause(others: Promise<void>): Promise<void> {
    end();
    await others;
    start = performance.now();
  }
  return {
    isOver: () => performance.now() - start >= SLICE - RESERVE,
    yield: () => pause(yieldToOthers(urgency)),
    yieldToFrame: () => pause(nextFrame().then(() => yieldToOthers(urgency))),
    end,
    busy: () => spent + performance.now() - start,
  };
}

/** A page that never rests cannot keep the marks away for longer per slice than this, in milliseconds. */
const LONGEST_PAUSE = 50;

/**
 * Before the next frame is drawn; without a frame, as in a tab in the background, after a pause. A frame that has been
 * asked for reaches the main thread a moment later: a task of the background would slip in before it.
 */
function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    const frame = requestAnimationFrame(() => {
      clearTimeout(timer);
      resolve();
    });
    const timer = setTimeout(() => {
      cancelAnimationFrame(frame);
      resolve();
    }, LONGEST_PAUSE);
  });
}

interface PrioritisingScheduler {
  postTask?(task: () => void, options: { readonly priority: Urgency }): Promise<void>;
}

/**
 * Lets others go first: all of them (`background`), or what has been waiting already. Not by `scheduler.yield`: Chromium
 * prefers what it continues to the next frame, so ten slices in a row would hold a frame up for 80 ms.
 */
export function yieldToOthers(priority: Urgency): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: PrioritisingScheduler };
  return new Promise((resolve) => {
    if (!scheduler?.postTask) {
      setTimeout(resolve, 0);
      return;
    }
    const timer = setTimeout(resolve, LONGEST_PAUSE);
    const goOn = (): void => {
      clearTimeout(timer);
      resolve();
    };
    scheduler.postTask(goOn, { priority }).catch(goOn);
  });
}
