import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fuzzOnce } from '../../support/fuzz.ts';
import { BROWSER_KINDS, type Lab, openLab } from '../../support/lab.ts';

/** Seeds that have found something once, with what it was. Add to it what `npm run fuzz` finds. */
const PAST_FINDINGS: readonly (readonly [seed: number, what: string])[] = [
  [134_961_648, 'the headline was taken out of the article, and another one was not found'],
  [134_961_783, 'the article lost its text, and the page was not looked through for another'],
];
/** The short form; the long one is `npm run fuzz -- --minutes N`. */
const SEEDS = 30;

describe.each(BROWSER_KINDS)('random pages in %s', (kind) => {
  let lab: Lab;
  beforeAll(async () => {
    lab = await openLab(kind);
  });
  afterAll(() => lab?.close());

  it('make no error, no wrong range and no hang', async () => {
    const seeds = [...PAST_FINDINGS.map(([seed]) => seed), ...Array.from({ length: SEEDS }, (_, i) => i + 1)];
    const found: string[] = [];
    for (const seed of seeds) {
      const finding = await fuzzOnce(lab, seed);
      if (finding !== undefined) found.push(finding);
    }
    expect(found).toEqual([]);
  }, 120_000);
});
