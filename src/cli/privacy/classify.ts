import type { ClaimAnswerOptions } from '../../privacy/index.ts';
import { CannotCheck } from '../cannot-check.ts';
import { CLEAN, COULD_NOT_CHECK } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { type Line, linesOf } from './lines.ts';

/** What the command line says about answers. */
export interface ClassifyOptions {
  readonly showValues?: boolean;
  readonly mappings?: boolean;
}

/** Lines that were answered, and lines that could not be read. */
interface Counted {
  answered: number;
  unreadable: number;
}

/** Where questions come from, and how an answer says so. */
interface Source {
  readonly name: string;
  readonly lines: AsyncIterable<readonly Line[]>;
  readonly place: (line: number) => object;
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** The text of a line; a mark of byte order at its start is dropped. */
function textOf({ bytes }: Line): { readonly text: string } | { readonly problem: string } {
  if (bytes === undefined) return { problem: 'it is longer than 1 MiB' };
  try {
    return { text: utf8.decode(bytes) };
  } catch {
    return { problem: 'it is not UTF-8 text' };
  }
}

async function* argumentLines(args: readonly string[]): AsyncGenerator<readonly Line[]> {
  yield args.map((text, index) => ({ number: index + 1, bytes: new TextEncoder().encode(text) }));
}

function standardInput(io: Io): Source {
  if (io.stdin.isTerminal) {
    throw new CannotCheck(
      'standard input is a terminal: nothing will come',
      'give claim names, files, or pipe lines into it: tokenpact privacy classify < claims.txt',
    );
  }
  return { name: '<stdin>', lines: linesOf(io.stdin.chunks()), place: (line) => ({ line }) };
}

/** Arguments that are files, `-`, and, together, all that are neither: names as they stand. */
async function sourcesOf(io: Io, args: readonly string[]): Promise<readonly Source[]> {
  if (args.length === 0) return [standardInput(io)];
  const sources: Source[] = [];
  const names: string[] = [];
  for (const argument of args) {
    if (argument === '-') sources.push(standardInput(io));
    // No file has a name as long as a token, and asking for one is an error of the operating system.
    else if (argument.length < 1_024 && (await io.kindOf(argument)) === 'file') {
      const place = (line: number): object => ({ file: argument, line });
      sources.push({ name: argument, lines: linesOf(io.chunks(argument)), place });
    } else names.push(argument);
  }
  if (names.length === 0) return sources;
  return [{ name: '<argument>', lines: argumentLines(names), place: () => ({}) }, ...sources];
}

/** Answers every line of a source, and tells on standard error which could not be read. */
async function answerAll(
  io: Io,
  source: Source,
  options: ClaimAnswerOptions,
  counted: Counted,
): Promise<void> {
  const { answerTo, readQuestion } = await import('../../privacy/index.ts');
  for await (const lines of source.lines) {
    let out = '';
    for (const line of lines) {
      const decoded = textOf(line);
      const question = 'text' in decoded ? readQuestion(decoded.text) : decoded;
      if (question === undefined) continue;
      if ('problem' in question) {
        counted.unreadable += 1;
        io.stderr.write(`${source.name}:${line.number}: not a claim: ${question.problem}\n`);
        continue;
      }
      counted.answered += 1;
      out += `${JSON.stringify({ ...source.place(line.number), ...answerTo(question, options) })}\n`;
    }
    io.stdout.write(out);
  }
}

/**
 * Answers one question per line with one JSON object per line, while they come in. A line that can't be read
 * is told with its number and costs the exit code, and no answer to another line.
 */
export async function classifyLines(
  io: Io,
  args: readonly string[],
  { showValues = false, mappings = false }: ClassifyOptions,
): Promise<number> {
  const counted: Counted = { answered: 0, unreadable: 0 };
  for (const source of await sourcesOf(io, args)) {
    await answerAll(io, source, { showValues, mappings }, counted);
  }
  if (counted.answered + counted.unreadable === 0) {
    throw new CannotCheck('there is no claim to classify', 'give names, or lines with names or JSON');
  }
  return counted.unreadable === 0 ? CLEAN : COULD_NOT_CHECK;
}
