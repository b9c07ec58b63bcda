/**
 * Work in small steps: each yields how far the work is, from 0 to 1; the end returns its result. Whoever runs it
 * decides whether others come first in between: a page that must answer its reader does, a test or a script does not.
 */
export type Steps<T> = Generator<number, T, undefined>;

/** Runs work to its end, at once or with pauses. Rejects where the work throws, or where it is called off. */
export type RunSteps = <T>(steps: Steps<T>) => T | Promise<T>;

/** Runs work to its end without a pause. */
export function runAtOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Work as a part of other work, which it brings from `from` to `to`. */
export function* part<T>(steps: Steps<T>, from: number, to: number): Steps<T> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    yield from + (to - from) * step.value;
  }
}
