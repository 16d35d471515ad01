import { CommanderError } from 'commander';
import { readConfig } from '../config.ts';
import { ConfigError, FootnoteError, UsageError } from '../errors.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { printTalk, styleTalk } from './output.ts';
import { createProgram } from './program.ts';

/** Runs `footnote` with these arguments. Never throws: what goes wrong is said in one line on stderr. */
export async function runCommandLine(args: readonly string[]): Promise<void> {
  endQuietlyOnClosedPipe();
  try {
    await createProgram().parseAsync(args, { from: 'user' });
  } catch (error) {
    process.exitCode = reportError(error);
  }
}

function reportError(error: unknown): ExitCode {
  // Commander has said what is wrong already; asking for help is no mistake.
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.answered : EXIT.usage;
  printTalk(`${styleTalk('red', 'footnote:')} ${describeError(error)}`);
  return error instanceof UsageError || error instanceof ConfigError ? EXIT.usage : EXIT.failure;
}

function describeError(error: unknown): string {
  if (isDebugging() && error instanceof Error) return String(error.stack);
  if (error instanceof FootnoteError) return error.message;
  const message = error instanceof Error ? error.message : String(error);
  return `${message} (unexpected: set FOOTNOTE_DEBUG=1 to see where)`;
}

function isDebugging(): boolean {
  try {
    return readConfig().debug;
  } catch {
    return false;
  }
}

/** `footnote sources | head -1` closes the pipe early: a reader who has seen enough, not a failure. */
function endQuietlyOnClosedPipe(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
      process.exit();
    });
  }
}
