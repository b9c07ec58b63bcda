import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

/**
 * Tests in real browsers get a second try: on a small machine that does other things as well a frame or a process can
 * come seconds late, which is no fault of what is tested. A fault fails twice. Unit tests get none.
 */
const RETRIES = 1;

/**
 * Files that run at a time in real browsers. A browser mostly waits, for a process or for a frame; a third file on two
 * cores would only make the others late.
 */
const SIDE_BY_SIDE = Math.min(2, availableParallelism());

/** Long though they are short to read; a long file that begins last runs alone at the end. */
const LONGEST = ['surfaces/accessibility', 'outline/outline-page', 'surfaces/layout', 'page/property'];

/** The longest files first, then as vitest has them. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const found = LONGEST.findIndex((name) => moduleId.includes(name));
      return found < 0 ? LONGEST.length : found;
    };
    const sorted = await super.sort(files);
    return sorted.sort((a, b) => rank(a) - rank(b));
  }
}

const inBrowsers = {
  testTimeout: 60_000,
  hookTimeout: 120_000,
  maxWorkers: SIDE_BY_SIDE,
  retry: RETRIES,
};

/**
 * Three suites, one after the other. `unit` runs in Node; `browser` and `e2e` drive real browsers through
 * puppeteer-core from Node: no DOM simulation has CSS.highlights.
 */
export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        plugins: [WxtVitest()],
        test: {
          name: 'unit',
          include: ['test/unit/**/*.test.{ts,tsx}'],
          testTimeout: 20_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          ...inBrowsers,
          sequence: { groupOrder: 2 },
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          ...inBrowsers,
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
});
