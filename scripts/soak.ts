import { highlighted, openStage } from '../test/e2e/support.ts';
import { growthIn, type SoakSample, soak } from '../test/support/soak.ts';
import { readInTabs } from '../test/support/tabs.ts';
import { buildExtension } from './build.ts';
import { readArguments, runCommand, UsageError } from './command-line.ts';

const USAGE = 'Usage: npm run soak -- [--views 10000 | --tabs 200] [--built]';
const SAMPLES = 20;

/**
 * Reads pages in Chromium for as long as it takes, prints what is left after each part, garbage collected, and fails
 * where it grows. `--tabs` opens so many tabs at once instead, and fails where one is not read or does not follow the main
 * switch. `--built` takes the build that is there.
 */
await runCommand(async () => {
  const { values } = readArguments(
    { views: { type: 'string' }, tabs: { type: 'string' }, built: { type: 'boolean' } },
    USAGE,
  );
  const views = Number(values.views ?? 10_000);
  if (!Number.isInteger(views) || views < SAMPLES * 10) throw new UsageError(USAGE);
  const tabs = values.tabs === undefined ? undefined : Number(values.tabs);
  if (tabs !== undefined && !(Number.isInteger(tabs) && tabs > 0)) throw new UsageError(USAGE);
  if (!values.built) await buildExtension('chromium');
  const stage = await openStage('chromium');
  try {
    if (tabs !== undefined) {
      await highlighted(await stage.open('/'));
      const start = performance.now();
      const each = await readInTabs(await stage.openOwn('options.html'), stage.url, tabs);
      const seconds = (performance.now() - start) / 1_000;
      process.stdout.write(
        `${tabs} tabs read with ${each} annotations each, all followed the switch, ${seconds.toFixed(0)} s\n`,
      );
      return 0;
    }
    const growth = growthIn(await soak(stage, views, SAMPLES, print));
    process.stdout.write(growth.length === 0 ? 'flat\n' : `grows: ${growth.join('; ')}\n`);
    return growth.length === 0 ? 0 : 1;
  } finally {
    await stage.close();
  }
});

function print(sample: SoakSample): void {
  const { views, page, worker, workerStarted, workerData, listeners, nodes, documents, stored } = sample;
  const minutes = (Date.now() - workerStarted) / 60_000;
  const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(3)} MB`;
  process.stdout.write(
    `${views} views: page ${megabytes(page)}, worker ${megabytes(worker)} (${megabytes(workerData)} without compiled code), ${listeners} listeners, ${nodes} nodes, ${documents} documents, ${stored} bytes stored; the worker has run for ${minutes.toFixed(0)} min\n`,
  );
}
