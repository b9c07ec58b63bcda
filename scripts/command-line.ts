import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';

/** A mistake in how a command was called, or an input that cannot be read: one sentence, exit status 2. */
export class UsageError extends Error {}

/** The reader asks how a command is called: that, and exit status 0. */
class HelpRequest extends Error {}

/**
 * Parses the arguments of a command. A mistake is a {@link UsageError} in one sentence, and so are words behind the
 * options where the command takes none. `--help` and `-h` end every command in {@link runCommand}.
 */
export function readArguments<T extends ParseArgsOptionsConfig>(
  options: T,
  usage: string,
  { takesWords = false } = {},
) {
  if (process.argv.slice(2).some((argument) => argument === '--help' || argument === '-h'))
    throw new HelpRequest(usage);
  try {
    return parseArgs({ options, allowPositionals: takesWords, strict: true });
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
    if (error instanceof HelpRequest) process.stdout.write(`${error.message}\n`);
    else if (error instanceof UsageError) {
      process.stderr.write(`${error.message}\n`);
      process.exitCode = 2;
    } else {
      process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
      process.exitCode = 1;
    }
  }
}
