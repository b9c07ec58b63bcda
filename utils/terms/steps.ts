/** What comes next: a few tenths of a millisecond of work, or a few milliseconds that cannot be divided. */
export type Step = 'small' | 'large';

/** Everything that a generator has to do, without a pause. */
export function atOnce<T>(work: Generator<Step, T>): T {
  let step = work.next();
  while (!step.done) step = work.next();
  return step.value;
}
