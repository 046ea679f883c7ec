import type { Baseline } from '../check/index.ts';
import type { Finding, JsonValue } from '../model/index.ts';
import { count } from '../report/style.ts';
import { CannotCheck } from './cannot-check.ts';
import type { Io } from './io.ts';
import type { GateOptions } from './options.ts';

/** Where a baseline lies when nobody says otherwise. */
export const BASELINE_FILE = 'tokenpact.baseline.json';

const decoder = new TextDecoder();

/**
 * Reads a baseline that a person named.
 *
 * @throws CannotCheck when there is none, or the file is something else
 */
export async function readBaseline(io: Io, file: string): Promise<Baseline> {
  const bytes = await io.read(file);
  if (bytes === undefined) {
    throw new CannotCheck(`the baseline "${file}" does not exist`, `write it: tokenpact baseline write`);
  }
  const { parseBaseline } = await import('../check/index.ts');
  const baseline = parseBaseline(asJson(decoder.decode(bytes)));
  if (baseline === undefined) {
    throw new CannotCheck(
      `"${file}" is not a baseline that this tokenpact knows`,
      'write it again: tokenpact baseline write --force',
    );
  }
  return baseline;
}

function asJson(text: string): JsonValue {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The baseline that a command line names, if any. */
export async function baselineFor(
  io: Io,
  { baseline }: Pick<GateOptions, 'baseline'>,
): Promise<Baseline | undefined> {
  return baseline === undefined ? undefined : readBaseline(io, baseline);
}

/** Writes a baseline, one finding per line, so that a small change is a small difference. */
export async function writeBaseline(io: Io, file: string, baseline: Baseline): Promise<void> {
  const entries = baseline.fingerprints.map((entry) => `    ${JSON.stringify(entry)}`);
  const list = entries.length === 0 ? '[]' : `[\n${entries.join(',\n')}\n  ]`;
  await io.write(file, `{\n  "schemaVersion": ${baseline.schemaVersion},\n  "fingerprints": ${list}\n}\n`);
}

/** Tells how much of a baseline is no longer found, after everything was looked at. */
export async function noteStale(
  io: Io,
  file: string,
  baseline: Baseline,
  findings: readonly Finding[],
): Promise<void> {
  const { pruneBaseline } = await import('../check/index.ts');
  const gone = baseline.fingerprints.length - pruneBaseline(baseline, findings).fingerprints.length;
  if (gone === 0) return;
  const pruned = file === BASELINE_FILE ? '' : ` --file ${file}`;
  io.stderr.write(`${count(gone, 'finding')} of ${file} gone: tokenpact baseline prune${pruned}\n`);
}
