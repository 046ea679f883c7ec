import { Chalk } from 'chalk';
import type { Style } from '../report/index.ts';
import type { Io, Output } from './io.ts';

/** Narrow terminals get narrow text; wide ones get lines that are still easy to read. */
const WIDEST = 110;

/**
 * Whether to use colour: the flag first, then NO_COLOR (https://no-color.org) and FORCE_COLOR, else only on
 * a terminal.
 */
function wantsColour(io: Io, output: Output, flag: boolean | undefined): boolean {
  if (flag !== undefined) return flag;
  if (io.env.NO_COLOR) return false;
  if (io.env.FORCE_COLOR) return io.env.FORCE_COLOR !== '0';
  return output.isTerminal && io.env.TERM !== 'dumb';
}

/** How text is dressed on one output. */
export function styleFor(io: Io, output: Output, flag?: boolean): Style {
  const chalk = new Chalk({ level: wantsColour(io, output, flag) ? 1 : 0 });
  return {
    bold: (text) => chalk.bold(text),
    dim: (text) => chalk.dim(text),
    red: (text) => chalk.red(text),
    yellow: (text) => chalk.yellow(text),
    green: (text) => chalk.green(text),
    blue: (text) => chalk.blue(text),
    columns: output.isTerminal ? Math.min(output.columns, WIDEST) : WIDEST,
  };
}
