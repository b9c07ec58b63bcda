/** The longest stretch of work without letting the page and the reader go first, in milliseconds. */
const SLICE = 8;
/** Of a slice, what is kept free for the step that is under way when it ends, in milliseconds. */
const RESERVE = 2;

/** A stretch of work on the main thread. */
export interface Slice {
  /** Whether it is time to let others go first. */
  isOver(): boolean;
  /** Lets input, timers and frames go first, then starts the next slice. */
  yield(): Promise<void>;
  /** Time spent working so far, pauses not counted, in milliseconds. */
  busy(): number;
}

/** Starts a slice now. */
export function startSlice(): Slice {
  let start = performance.now();
  let spent = 0;
  return {
    isOver: () => performance.now() - start >= SLICE - RESERVE,
    async yield() {
      spent += performance.now() - start;
      await yieldToOthers();
      start = performance.now();
    },
    busy: () => spent + performance.now() - start,
  };
}

type YieldingScheduler = { yield?(): Promise<void> };

function yieldToOthers(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: YieldingScheduler };
  if (scheduler?.yield) return scheduler.yield();
  return new Promise((resolve) => setTimeout(resolve, 0));
}
