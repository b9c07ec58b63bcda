import type { RunSteps } from '../../utils/glossary/steps.ts';
import { yieldToOthers } from '../../utils/page/scheduler.ts';

/**
 * The longest stretch of work between two pauses, in milliseconds. In Firefox the background and the options take turns
 * on one thread, both at work after an import: two of these, and a collection of garbage, stay below two frames.
 */
const SLICE = 5;
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
    let shown = Number.NEGATIVE_INFINITY;
    for (;;) {
      signal.throwIfAborted();
      const start = performance.now();
      for (;;) {
        const step = steps.next();
        if (step.done) return step.value;
        const now = performance.now();
        if (now - start < SLICE) continue;
        if (now - shown >= SHOWN_EVERY) {
          shown = now;
          onProgress(step.value);
        }
        break;
      }
      // At the usual priority, not in the background as on other people's pages: this is work that the reader waits for.
      await yieldToOthers('user-visible');
    }
  };
}
