import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';

/** A mistake in how a command was called, or an input that cannot be read: one sentence, exit status 2. */
export class UsageError extends Error {}

/** Parses the arguments of a command; a mistake is a {@link UsageError} in one sentence. */
export function readArguments<T extends ParseArgsOptionsConfig>(options: T, usage: string) {
  try {
    return parseArgs({ options, allowPositionals: true, strict: true });
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('. ')[0] : String(error);
    throw new UsageError(`${reason}.\n${usage}`);
  }
}

/** Runs a command, whose number, if it returns one, is the exit status: a {@link UsageError} goes to stderr with status 2, any other error ends it with status 1. */
export async function runCommand(main: () => Promise<unknown>): Promise<void> {
  // A reader that has seen enough (`| head`) closes the pipe: no error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
  try {
    const status = await main();
    process.exitCode = typeof status === 'number' ? status : 0;
  } catch (error) {
    if (error instanceof UsageError) {
      process.stderr.write(`${error.message}\n`);
      process.exitCode = 2;
    } else {
      process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
      process.exitCode = 1;
    }
  }
}
