import { CLEAN } from './exit-codes.ts';
import type { Io } from './io.ts';

/** One run of the command line: the process, and the exit code so far. */
export class Session {
  exitCode: number = CLEAN;
  readonly io: Io;

  constructor(io: Io) {
    this.io = io;
  }

  /**
   * An action for commander whose result becomes the exit code.
   *
   * @example command.action(session.action(async (paths: string[], options: Options) => CLEAN))
   */
  action<Args extends readonly unknown[]>(run: (...args: Args) => Promise<number>) {
    return async (...args: readonly unknown[]): Promise<void> => {
      this.exitCode = await run(...(args as unknown as Args));
    };
  }
}
