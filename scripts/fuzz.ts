import { fuzzOnce } from '../test/support/fuzz.ts';
import { type LabBrowser, openLab } from '../test/support/lab.ts';
import { readArguments, runCommand, UsageError } from './command-line.ts';

const USAGE = 'Usage: npm run fuzz -- [--minutes 10] [--seed N] [--firefox]';

/**
 * Reads and edits random pages for some minutes, in Chromium or with `--firefox` in Firefox, and prints what is wrong.
 * `--seed` begins at a seed: that of a finding repeats it. The exit status is 1 if there was any.
 */
await runCommand(async () => {
  const { values } = readArguments(
    { minutes: { type: 'string' }, seed: { type: 'string' }, firefox: { type: 'boolean' } },
    USAGE,
  );
  const minutes = Number(values.minutes ?? 10);
  const first = Number(values.seed ?? Date.now() % 1_000_000_000);
  if (!(minutes > 0) || !Number.isInteger(first)) throw new UsageError(USAGE);
  const kind: LabBrowser = values.firefox ? 'firefox' : 'chromium';
  const lab = await openLab(kind);
  const end = Date.now() + minutes * 60_000;
  let seed = first;
  let findings = 0;
  try {
    for (; Date.now() < end; seed++) {
      const finding = await fuzzOnce(lab, seed);
      if (finding === undefined) continue;
      findings++;
      process.stdout.write(`${finding}\n`);
    }
  } finally {
    await lab.close();
  }
  process.stdout.write(`${kind}: ${seed - first} pages from seed ${first}, ${findings} findings\n`);
  return findings === 0 ? 0 : 1;
});
