import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

/**
 * Tests in real browsers get a second try: on a small machine that does other things as well a frame or a process can
 * come seconds late, which is no fault of what is tested. A fault fails twice. Unit tests get none.
 */
const RETRIES = 1;

/**
 * Three suites. `unit` runs in Node; `browser` and `e2e` drive real browsers through puppeteer-core
 * from Node (no DOM simulation has CSS.highlights), one file at a time: two browsers at once on a
 * small machine make each other slow and the timings meaningless.
 */
export default defineConfig({
  test: {
    projects: [
      {
        plugins: [WxtVitest()],
        test: { name: 'unit', include: ['test/unit/**/*.test.{ts,tsx}'], testTimeout: 20_000 },
      },
      {
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          fileParallelism: false,
          retry: RETRIES,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          fileParallelism: false,
          retry: RETRIES,
        },
      },
    ],
  },
});
