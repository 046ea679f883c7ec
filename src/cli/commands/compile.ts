import type { Command } from 'commander';
import { CLEAN, FINDINGS } from '../exit-codes.ts';
import { demandSound, readInputs, requestFor } from '../inputs.ts';
import type { Io } from '../io.ts';
import { type CommonOptions, withCommonOptions, withExamples } from '../options.ts';
import type { Session } from '../session.ts';
import { join } from '../trees/path.ts';

interface CompileOptions extends CommonOptions {
  readonly out: string;
  readonly check?: boolean;
}

interface Target {
  readonly path: string;
  readonly text: string;
}

/** Contract files below a folder, with forward slashes, as `compile` names them. */
async function existingContracts(io: Io, folder: string): Promise<readonly string[]> {
  if ((await io.kindOf(folder)) !== 'folder') return [];
  const entries = await io.list(folder);
  const below = await Promise.all(
    entries.map(({ name, kind }) => {
      const path = join(folder, name);
      if (kind === 'folder') return existingContracts(io, path);
      return path.endsWith('.schema.json') ? [path] : [];
    }),
  );
  return below.flat();
}

const decoder = new TextDecoder();

async function staleness(io: Io, targets: readonly Target[], folders: readonly string[]): Promise<string[]> {
  const wanted = new Set(targets.map(({ path }) => path));
  const differing = await Promise.all(
    targets.map(async ({ path, text }) => {
      const found = await io.read(path);
      if (found === undefined) return [`${path}: missing`];
      return decoder.decode(found) === text ? [] : [`${path}: differs from what its definition says`];
    }),
  );
  const existing = await Promise.all(folders.map((folder) => existingContracts(io, folder)));
  const left = existing.flat().filter((path) => !wanted.has(path));
  return [...differing.flat(), ...left.map((path) => `${path}: no definition makes it any more`)].sort();
}

async function compile(io: Io, paths: readonly string[], options: CompileOptions): Promise<number> {
  const request = await requestFor(io, paths, options.config);
  const inputs = await readInputs(io, request);
  demandSound({ ...inputs, problems: [...request.problems, ...inputs.problems] });
  const { compileContracts } = await import('../../contract/index.ts');
  const targets = inputs.definitions.flatMap((definition) =>
    compileContracts(definition).map(({ path, schema }) => ({
      path: join(options.out, path),
      text: `${JSON.stringify(schema, null, 2)}\n`,
    })),
  );
  if (options.check !== true) {
    for (const { path, text } of targets) await io.write(path, text);
    for (const { path } of targets) io.stdout.write(`${path}\n`);
    return CLEAN;
  }
  const folders = inputs.definitions.map(({ name }) => join(options.out, name));
  const stale = await staleness(io, targets, folders);
  for (const line of stale) io.stdout.write(`${line}\n`);
  if (stale.length > 0) {
    io.stderr.write('tokenpact: contracts are stale; write them again: tokenpact compile\n');
    return FINDINGS;
  }
  io.stdout.write(`${targets.length} contracts are up to date\n`);
  return CLEAN;
}

export function defineCompile(program: Command, session: Session): void {
  const command = program
    .command('compile')
    .summary('JSON Schema contracts per token type, client and resource')
    .description('Writes what tokens may contain as JSON Schema 2020-12, for any standard validator.')
    .argument('[paths...]', 'files or folders (default: what tokenpact.yaml names, or this folder)')
    .option('--out <folder>', 'where the contracts go', 'contracts')
    .option('--check', 'write nothing; fail when a file is missing, stale or left over');
  withCommonOptions(command).action(
    session.action((paths: readonly string[], options: CompileOptions) =>
      compile(session.io, paths, options),
    ),
  );
  withExamples(command, [
    ['tokenpact compile mapper.yaml --out contracts', 'write them'],
    ['tokenpact compile mapper.yaml --out contracts --check', 'are the committed ones up to date?'],
  ]);
}
