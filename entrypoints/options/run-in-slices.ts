import type { RunSteps } from '../../utils/glossary/steps.ts';
import { startSlice } from '../../utils/page/scheduler.ts';

/** How often a progress is shown, in milliseconds: each time draws the section of the glossary. */
const SHOWN_EVERY = 100;

/**
 * Runs work with pauses, in which the page answers its reader. A worker would leave the page alone entirely, but the
 * policy of the extension's pages (Trusted Types) has no place for its address.
 * @param onProgress hears how far the work is, from 0 to 1; never of work that is done within one slice.
 * @returns a runner that rejects with the signal's reason at the first pause after it was called off.
 */
export function inSlices(signal: AbortSignal, onProgress: (share: number) => void = () => {}): RunSteps {
  return async (steps) => {
    const slice = startSlice();
    let shown = Number.NEGATIVE_INFINITY;
    for (;;) {
      signal.throwIfAborted();
      for (;;) {
        const step = steps.next();
        if (step.done) return step.value;
        if (!slice.isOver()) continue;
        const now = performance.now();
        if (now - shown >= SHOWN_EVERY) {
          shown = now;
          onProgress(step.value);
        }
        break;
      }
      await slice.yield();
    }
  };
}
