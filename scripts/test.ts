import { spawn } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { buildExtension } from './build.ts';
import { readArguments, runCommand, UsageError } from './command-line.ts';
import { findBrowser } from './find-browser.ts';
import { installBrowsers } from './install-browsers.ts';

const REPORT = '.output/test-report.json';
/** Checks that are one program each; every one counts as a test. */
const CHECKS = ['check:lint', 'check:types', 'check:unused', 'check:knowledge'] as const;
const SUITES = ['unit', 'browser', 'e2e'] as const;

/**
 * The whole test of the project, in the order of what is cheapest to find. A failure does not stop the rest: the last
 * line says how much passed and failed, and the exit status is 1 if anything failed.
 */
await runCommand(async () => {
  readArguments(
    {},
    'Usage: npm test   (everything; a part of it: npx vitest run --project unit|browser|e2e [FILE])',
  );
  await installBrowsers();
  for (const kind of ['chromium', 'firefox'] as const) {
    if (!findBrowser(kind))
      throw new UsageError(
        `The tests need ${kind}, which is not installed here; on Debian as root they install it.`,
      );
  }
  let passed = 0;
  let failed = 0;
  const failures: string[] = [];
  for (const check of CHECKS) {
    heading(check);
    if ((await run('npm', ['run', '--silent', check])) === 0) passed++;
    else {
      failed++;
      failures.push(check);
    }
  }
  heading('build');
  await Promise.all([buildExtension('chromium'), buildExtension('firefox')]);
  for (const suite of SUITES) {
    heading(suite);
    const counts = await runSuite(suite);
    passed += counts.passed;
    failed += counts.failed;
    failures.push(...counts.failures);
    if (counts.skipped > 0) say(`${suite}: ${counts.skipped} tests left out; the notices above say why.`);
  }
  if (failures.length > 0) say(`\nFailed:\n${failures.map((name) => `  ${name}`).join('\n')}`);
  say(`\n${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
});

interface SuiteCounts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly failures: readonly string[];
}

/** Runs one suite of vitest and reads its own report; a suite that ran no test has failed. */
async function runSuite(suite: string): Promise<SuiteCounts> {
  await rm(REPORT, { force: true });
  const status = await run('node_modules/.bin/vitest', [
    ...['run', '--project', suite, '--reporter=default', '--reporter=json', `--outputFile.json=${REPORT}`],
  ]);
  const report = JSON.parse(await readFile(REPORT, 'utf8'));
  const failures: string[] = [];
  for (const file of report.testResults) {
    for (const test of file.assertionResults) {
      if (test.status === 'failed') failures.push(`${suite}: ${test.fullName}`);
    }
    if (file.status === 'failed' && file.assertionResults.length === 0)
      failures.push(`${suite}: ${file.name}: ${file.message}`);
  }
  // Errors outside of any test (a rejected promise nobody awaited) fail the run without failing a test.
  if (failures.length === 0 && (status !== 0 || report.numPassedTests === 0))
    failures.push(`${suite}: vitest ended with status ${status}`);
  return {
    passed: report.numPassedTests,
    failed: failures.length,
    skipped: report.numPendingTests,
    failures,
  };
}

/** Runs a program with its output shown. Returns its exit status. */
function run(command: string, args: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'] });
    child.once('error', reject);
    child.once('close', (status) => resolve(status ?? 1));
  });
}

function heading(text: string): void {
  say(`\n── ${text}`);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
