import { startSlice as beginSlice, type Slice } from './scheduler.ts';

/** Following a page's changes may take one part in this many of the time. */
const SHARE = 32;
/** What a round counts for at least, in milliseconds: clocks are coarse, and rounds without a pause would be a hang. */
const LEAST_COST = 0.25;
/** Longest time that the marks stay behind a page that never stops changing, in milliseconds. */
const LONGEST_WAIT = 250;

interface RoundsOptions {
  /** One round of work. What it throws is told by `onFailure`; the next round starts as usual. */
  run(slice: Slice): Promise<void>;
  /** A round has ended, with or without a failure. */
  onEnd(): void;
  onFailure(error: unknown): void;
  /** Whether there is work for another round. */
  hasMore(): boolean;
  /** Hears how long each stretch of work was, in milliseconds. */
  onSlice?(duration: number): void;
}

/** Rounds of work, never two at once, and so far apart that the page keeps its time. */
export interface Rounds {
  /** From now on rounds run. */
  open(): void;
  /** Starts measuring a stretch of work that becomes a round by {@link begin}. */
  startSlice(): Slice;
  /** Runs a round now, unless one is under way. */
  begin(slice: Slice): void;
  /** Runs a round as soon as the page may be asked for the time. */
  schedule(): void;
  settled(): Promise<void>;
  /** No further round runs; one that is under way ends without being heard of. */
  stop(): void;
}

export function createRounds(options: RoundsOptions): Rounds {
  let stopped = true;
  let working: Promise<void> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Earliest time for the next round, by `performance.now()`. */
  let due = 0;

  function startSlice(): Slice {
    return beginSlice(options.onSlice);
  }

  function schedule(): void {
    if (stopped || working || timer !== undefined) return;
    // A clock that was set back must not hold the marks up until it has caught up.
    const wait = Math.min(due - performance.now(), LONGEST_WAIT);
    if (wait <= 0) begin(startSlice());
    else {
      timer = setTimeout(() => {
        timer = undefined;
        begin(startSlice());
      }, wait);
    }
  }

  function begin(slice: Slice): void {
    if (stopped || working) return;
    const done = options.run(slice);
    working = done;
    const end = (): void => {
      if (working !== done) return;
      slice.end();
      working = undefined;
      if (stopped) return;
      const cost = Math.max(slice.busy(), LEAST_COST);
      due = performance.now() + Math.min(cost * SHARE, LONGEST_WAIT);
      options.onEnd();
      if (options.hasMore()) schedule();
    };
    // At once in both cases: who awaits `done` as well finds the round ended.
    done.then(end, (error: unknown) => {
      end();
      options.onFailure(error);
    });
  }

  return {
    open() {
      stopped = false;
    },
    startSlice,
    begin,
    schedule,
    async settled() {
      const isBusy = (): boolean =>
        !stopped && (working !== undefined || timer !== undefined || options.hasMore());
      for (let turn = 0; isBusy(); turn++) {
        // What has to be read again and again needs the page to have its turn in between.
        if (turn > 0) await new Promise((resolve) => setTimeout(resolve, 0));
        if (!working && timer === undefined) schedule();
        await (working ?? new Promise((resolve) => setTimeout(resolve, 5)));
      }
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
      timer = undefined;
      working = undefined;
    },
  };
}
