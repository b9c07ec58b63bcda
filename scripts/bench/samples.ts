/** What one contender took in one round, in milliseconds, by name. */
export type Round = ReadonlyMap<string, number>;

export interface Contender {
  readonly name: string;
  /** Returns something that depends on all of its work, so that none of it is optimised away. */
  readonly work: () => number;
  /** A slow contender takes part in the first rounds only. */
  readonly rounds?: number;
}

/**
 * Runs the contenders in turn, round after round, so that whatever else the machine does falls on all of them alike.
 * Two rounds before the first one warm them up.
 */
export function measure(contenders: readonly Contender[], rounds: number): Round[] {
  const result: Round[] = [];
  let sink = 0;
  for (let round = -2; round < rounds; round++) {
    const times = new Map<string, number>();
    for (const { name, work, rounds: limit = rounds } of contenders) {
      if (round >= limit || (limit < rounds && round === -2)) continue;
      const started = performance.now();
      sink += work();
      times.set(name, performance.now() - started);
    }
    if (round >= 0) result.push(times);
  }
  if (Number.isNaN(sink)) throw new Error('A contender returned no number.');
  return result;
}

export interface Spread {
  readonly low: number;
  readonly median: number;
  readonly high: number;
}

/** Median with the tenth and ninetieth percentile. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
  return { low: at(0.1), median: at(0.5), high: at(0.9) };
}

/** How many times as long as `base` a contender took, round by round. */
export function ratios(rounds: readonly Round[], name: string, base: string): number[] {
  return rounds.flatMap((round) => {
    const own = round.get(name);
    const other = round.get(base);
    return own === undefined || other === undefined ? [] : [own / other];
  });
}

export function timesOf(rounds: readonly Round[], name: string): number[] {
  return rounds.flatMap((round) => round.get(name) ?? []);
}

export function format({ low, median, high }: Spread, digits = 2): string {
  return `${median.toFixed(digits)} (${low.toFixed(digits)}–${high.toFixed(digits)})`;
}
