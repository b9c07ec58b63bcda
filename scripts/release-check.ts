import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BrowserKind, BUILD_FOLDER } from './build.ts';
import { readArguments, runCommand } from './command-line.ts';
import {
  forbiddenInBuild,
  forbiddenInSources,
  hostsIn,
  partSizes,
  unknownHosts,
} from './release/findings.ts';
import { compareFolders, readFolder } from './release/package-files.ts';
import { SIZE_BUDGETS } from './release/size-budgets.ts';
import { unzip } from './release/unzip.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const KINDS: readonly BrowserKind[] = ['chromium', 'firefox'];
const BUILD_ARGS = { chromium: [], firefox: ['-b', 'firefox', '--mv3'], safari: ['-b', 'safari'] } as const;

/**
 * What must hold before a version goes to the stores: builds both packages and the one of sources, and looks at what
 * is in them. Prints one line a check; the exit status is 1 if any has findings.
 */
await runCommand(async () => {
  readArguments({}, 'Usage: npm run release-check   (builds every package and looks at what is in them)');
  let failed = 0;
  const check = (name: string, findings: readonly string[]): void => {
    process.stdout.write(`${findings.length === 0 ? 'ok  ' : 'FAIL'}  ${name}\n`);
    for (const finding of findings) process.stdout.write(`      ${finding}\n`);
    if (findings.length > 0) failed++;
  };

  rmSync(`${ROOT}.output`, { recursive: true, force: true });
  for (const kind of KINDS) await wxt(ROOT, ['zip', ...BUILD_ARGS[kind]]);
  const documented = hostsIn([...readFolder(`${ROOT}assets/knowledge`).values()].map(String));
  for (const kind of KINDS) {
    const files = readFolder(ROOT + BUILD_FOLDER[kind]);
    check(`${kind}: no host but the documented links`, unknownHosts(files, documented));
    check(`${kind}: no eval, no fetch, no other way to the network`, forbiddenInBuild(files));
    const sizes = partSizes(files);
    check(
      `${kind}: sizes within their budgets (gzip): ${sizes.map(({ part, gzip }) => `${part} ${kilobytes(gzip)}`).join(', ')}`,
      sizes
        .filter(({ part, gzip }) => gzip > (SIZE_BUDGETS[part] ?? 0))
        .map(({ part, gzip }) => `${part} takes ${gzip} bytes of ${SIZE_BUDGETS[part] ?? 0}`),
    );
  }
  const sources = ['entrypoints', 'components', 'utils'];
  check(
    'sources: no markup from text, no text as code',
    sources.flatMap((folder) => forbiddenInSources(readFolder(ROOT + folder))),
  );
  check('web-ext lint: no errors, warnings or notices', await lint(ROOT + BUILD_FOLDER.firefox));
  check('Safari: compiles', await findingsOf(() => wxt(ROOT, ['build', ...BUILD_ARGS.safari])));
  check('sources package: builds the same bytes in another folder', await rebuild());
  return failed === 0 ? 0 : 1;
});

/** Builds both packages from the sources package in a fresh folder. Returns what differs from the first builds. */
async function rebuild(): Promise<readonly string[]> {
  const name = readdirSync(`${ROOT}.output`).find((file) => file.endsWith('-sources.zip'));
  if (!name) return ['wxt zip made no package of the sources'];
  const folder = mkdtempSync(join(tmpdir(), 'aiplus-rebuild-'));
  try {
    unzip(readFileSync(`${ROOT}.output/${name}`), folder);
    // As `npm ci` would put it there: the lockfile pins every package by its hash.
    symlinkSync(`${ROOT}node_modules`, join(folder, 'node_modules'), 'junction');
    const findings: string[] = [];
    for (const kind of KINDS) {
      await wxt(folder, ['build', ...BUILD_ARGS[kind]]);
      const differences = compareFolders(
        readFolder(ROOT + BUILD_FOLDER[kind]),
        readFolder(join(folder, BUILD_FOLDER[kind])),
      );
      findings.push(...differences.map((difference) => `${kind}: ${difference}`));
    }
    return findings;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function lint(folder: string): Promise<readonly string[]> {
  const { output } = await run(ROOT, 'web-ext', ['lint', '--source-dir', folder, '--output', 'json']);
  const report: {
    readonly [group in 'errors' | 'warnings' | 'notices']: readonly {
      readonly _type: string;
      readonly code: string;
      readonly message: string;
      readonly file?: string;
      readonly line?: number;
    }[];
  } = JSON.parse(output.slice(output.indexOf('{')));
  return [...report.errors, ...report.warnings, ...report.notices].map(
    ({ _type, code, message, file, line }) => `${_type} ${code} ${file ?? ''}:${line ?? ''} ${message}`,
  );
}

async function findingsOf(action: () => Promise<unknown>): Promise<readonly string[]> {
  try {
    await action();
    return [];
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}

/** @throws Error with what it printed, if it fails. */
async function wxt(folder: string, args: readonly string[]): Promise<void> {
  const { status, output } = await run(folder, 'wxt', args);
  if (status !== 0) throw new Error(`wxt ${args.join(' ')} failed:\n${output}`);
}

function run(
  folder: string,
  program: string,
  args: readonly string[],
): Promise<{ readonly status: number; readonly output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(`${ROOT}node_modules/.bin/${program}`, args, { cwd: folder });
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += chunk;
    });
    child.stderr.on('data', (chunk) => {
      output += chunk;
    });
    child.once('error', reject);
    child.once('close', (status) => resolve({ status: status ?? 1, output }));
  });
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1_000).toFixed(1)} kB`;
}
