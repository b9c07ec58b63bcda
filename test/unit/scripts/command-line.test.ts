import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import manifest from '../../../package.json' with { type: 'json' };

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
/** The files behind the commands of package.json that are ours. */
const COMMANDS = Object.values(manifest.scripts).flatMap(
  (command) => /^node (\S+)$/u.exec(command)?.[1] ?? [],
);

const run = (...args: readonly string[]) => promisify(execFile)(process.execPath, args, { cwd: ROOT });

describe.concurrent('commands', () => {
  it.each(COMMANDS)('%s says how it is called, and does nothing else', async (file) => {
    const { stdout } = await run(file, '--help');
    expect(stdout).toMatch(/^Usage: npm (?:run|start|test)/u);
  });

  it.each([['--no-such-option'], ['word']])(
    'do not pass over what they do not know: %s',
    async (argument) => {
      await expect(run('scripts/icons.ts', argument)).rejects.toMatchObject({
        code: 2,
        stderr: expect.stringContaining(argument),
      });
    },
  );
});
