import { CommanderError } from 'commander';
import { maskedTokens } from '../privacy/mask-text.ts';
import { CannotCheck, cannotCheckText } from './cannot-check.ts';
import { BUG, CLEAN, COULD_NOT_CHECK } from './exit-codes.ts';
import type { Io } from './io.ts';
import { processIo } from './process-io.ts';
import { buildProgram } from './program.ts';
import { Session } from './session.ts';

/** What a person can do about an error of the operating system. */
const SYSTEM_ERRORS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied: check who may read or write it',
  EPERM: 'permission denied: check who may read or write it',
  EISDIR: 'it is a folder, a file was expected',
  ENOSPC: 'the disk is full',
  EMFILE: 'too many open files',
  ENOENT: 'it was not found',
  ENOTDIR: 'a part of the path is a file, a folder was expected',
};

function report(error: unknown, io: Io): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? CLEAN : COULD_NOT_CHECK;
  if (error instanceof CannotCheck) {
    io.stderr.write(cannotCheckText(error));
    return COULD_NOT_CHECK;
  }
  if (error instanceof Error && 'code' in error && 'syscall' in error) {
    const what = 'path' in error ? `"${String(error.path)}"` : String(error.syscall);
    const isMissingProgram = String(error.syscall).startsWith('spawn') && error.code === 'ENOENT';
    const why = isMissingProgram
      ? 'it could not be started; is it installed?'
      : SYSTEM_ERRORS[String(error.code)];
    io.stderr.write(`tokenpact: ${what}: ${why ?? error.message}\n`);
    return COULD_NOT_CHECK;
  }
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  io.stderr.write(`tokenpact: a bug in tokenpact, please report it with the lines below\n${detail}\n`);
  return BUG;
}

/** A process whose errors hold no token, whichever argument somebody took for another. */
function discreet(io: Io): Io {
  const write = (text: string): void => io.stderr.write(maskedTokens(text));
  return { ...io, stderr: Object.create(io.stderr, { write: { value: write } }) };
}

/**
 * Runs one command line and tells its exit code; never throws.
 *
 * @param args without the program's name: `['lint', 'mapper.yaml']`
 */
export async function main(args: readonly string[], outer: Io): Promise<number> {
  const io = discreet(outer);
  try {
    const session = new Session(io);
    await buildProgram(session).parseAsync([...args], { from: 'user' });
    return session.exitCode;
  } catch (error) {
    return report(error, io);
  }
}

/** Starts tokenpact in the process it lives in. */
export function run(): void {
  // `tokenpact … | head` closes the pipe early; that is the reader's right, not an error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return;
    process.stderr.write(`tokenpact: standard output: ${SYSTEM_ERRORS[error.code ?? ''] ?? error.message}\n`);
    process.exit(COULD_NOT_CHECK);
  });
  // Where nobody reads the errors either, there is nobody to tell.
  process.stderr.on('error', () => {});
  main(process.argv.slice(2), processIo()).then((code) => {
    process.exitCode = code;
  });
}
