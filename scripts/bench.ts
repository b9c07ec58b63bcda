import { cpus, totalmem } from 'node:os';
import { readArguments, runCommand, UsageError } from './command-line.ts';

/** A part of the benchmark: measures and prints its tables; returns false where a bound is not met. */
type Part = () => Promise<boolean>;

/** Loaded one at a time, so that a part pays for its own imports only. */
const PARTS: Readonly<Record<string, () => Promise<{ readonly run: Part }>>> = {
  text: () => import('./bench/terms.ts'),
  figures: () => import('./bench/figures.ts'),
  stream: () => import('./bench/stream.ts'),
  page: () => import('./bench/page.ts'),
  start: () => import('./bench/start.ts'),
  card: () => import('./bench/card.ts'),
  surfaces: () => import('./bench/surfaces.ts'),
};

const USAGE = `Usage: npm run bench -- [PART…]   (parts: ${Object.keys(PARTS).join(', ')}; none means all)`;

await runCommand(async () => {
  const { positionals } = readArguments({}, USAGE, { takesWords: true });
  const names = positionals.length > 0 ? positionals : Object.keys(PARTS);
  process.stdout.write(`${machine()}\n`);
  let met = true;
  for (const name of names) {
    const load = PARTS[name];
    if (!load) throw new UsageError(`“${name}” is no part of the benchmark.\n${USAGE}`);
    process.stdout.write(`\n== ${name} ==\n`);
    const { run } = await load();
    met = (await run()) && met;
  }
  if (!met) process.stdout.write('\nNot every bound is met; see ABOVE and BELOW.\n');
  // A benchmark is no test: a busy machine must not fail anything. Only a crash does.
  return 0;
});

function machine(): string {
  const [cpu] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${cpu?.model.trim() ?? 'unknown processor'}, ${cpus().length} cores, ${memory} GB, ${process.platform} ${process.arch}, Node ${process.version}`;
}
