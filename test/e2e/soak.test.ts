import { expect, it } from 'vitest';
import { growthIn, soak } from '../support/soak.ts';
import { openStage } from './support.ts';

/** The short form; the long one is `npm run soak`. */
const VIEWS = 80;

it('page views leave nothing behind: heaps, listeners, documents and storage stay as they were', async () => {
  const stage = await openStage('chromium');
  try {
    expect(growthIn(await soak(stage, VIEWS, 3))).toEqual([]);
  } finally {
    await stage.close();
  }
}, 240_000);
