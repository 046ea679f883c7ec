import { type Command, Option } from 'commander';
import { SCHEMAS, VERSION } from '../../generated/version.ts';
import type { MapperDefinition } from '../../model/index.ts';
import { CannotCheck } from '../cannot-check.ts';
import { CLEAN } from '../exit-codes.ts';
import { demandReadable, problemLines } from '../inputs.ts';
import type { Io } from '../io.ts';
import { withExamples } from '../options.ts';
import type { Session } from '../session.ts';
import { CI_FILE, CI_SYSTEMS, type CiName, ciJob } from '../starter/ci.ts';
import { starterConfig } from '../starter/config.ts';
import { readerOf, STARTER_READER, type StarterReader, starterConsumer } from '../starter/consumer.ts';
import { starterMapper } from '../starter/mapper.ts';
import { diskTree } from '../trees/disk.ts';
import { join, normal } from '../trees/path.ts';

interface InitOptions {
  readonly from?: string;
  readonly ci?: CiName | 'none';
  readonly force?: boolean;
}

/** Where the schemas are when tokenpact is installed in the project. */
const INSTALLED = 'node_modules/tokenpact/contracts';

const MAPPER = 'identity/mapper.yaml';

async function definitionFrom(io: Io, file: string): Promise<MapperDefinition> {
  const { loadDefinition } = await import('../../load/index.ts');
  const { value, problems } = await loadDefinition(diskTree(io, [file]), normal(file));
  demandReadable(problems);
  if (value === undefined) throw new CannotCheck(problemLines(problems));
  return { ...value, version: value.version ?? '1.0.0' };
}

interface Mapper {
  readonly text: string;
  readonly reader: StarterReader | undefined;
  readonly left: readonly string[];
}

async function mapperOf(io: Io, schemas: string, from: string | undefined): Promise<Mapper> {
  if (from === undefined) return { text: starterMapper(schemas), reader: STARTER_READER, left: [] };
  const definition = await definitionFrom(io, from);
  const { writeMapper } = await import('../../load/index.ts');
  const written = writeMapper(definition, { schema: `${schemas}/mapper.schema.json` });
  return { ...written, reader: readerOf(definition) };
}

async function ciSystem(io: Io, folder: string, { ci }: InitOptions): Promise<CiName | 'none'> {
  if (ci !== undefined) return ci;
  return (await io.kindOf(join(folder, '.gitlab-ci.yml'))) === 'file' ? 'gitlab' : 'github';
}

/** Nobody's work is written over, and nothing is written when one file can not be. */
async function demandFree(io: Io, paths: readonly string[]): Promise<void> {
  const kinds = await Promise.all(paths.map((path) => io.kindOf(path)));
  const taken = paths.filter((_path, index) => kinds[index] !== 'missing');
  if (taken.length === 0) return;
  throw new CannotCheck(
    `nothing was written: ${taken.map((path) => `"${path}"`).join(', ')} exist${taken.length === 1 ? 's' : ''} already`,
    'give another folder, or --force to write over them',
  );
}

async function init(io: Io, given: string, options: InitOptions): Promise<number> {
  const folder = normal(given);
  const isInstalled = (await io.kindOf(join(folder, INSTALLED))) === 'folder';
  // An editor reads the path from the file that has it.
  const schemasFor = (path: string): string =>
    isInstalled ? `${'../'.repeat(path.split('/').length - 1)}${INSTALLED}` : SCHEMAS;
  const mapper = await mapperOf(io, schemasFor(MAPPER), options.from);
  const ci = await ciSystem(io, folder, options);
  const consumer = 'identity/example.consumer.yaml';
  const files: readonly (readonly [path: string, text: string])[] = [
    [MAPPER, mapper.text],
    ...(mapper.reader ? [[consumer, starterConsumer(schemasFor(consumer), mapper.reader)] as const] : []),
    ['tokenpact.yaml', starterConfig(schemasFor('tokenpact.yaml'), MAPPER)],
    ...(ci === 'none' ? [] : [[CI_FILE[ci], ciJob(ci, VERSION)] as const]),
  ];
  const paths = files.map(([path]) => join(folder, path));
  if (options.force !== true) await demandFree(io, paths);
  for (const [path, text] of files) await io.write(join(folder, path), text);
  io.stdout.write(`wrote ${paths.join('\n      ')}\n`);
  for (const line of mapper.left) io.stderr.write(`not in ${join(folder, MAPPER)}: ${line}\n`);
  const where = folder === '.' ? '' : ` ${folder}`;
  io.stdout.write(`next: tokenpact lint${where}\n`);
  return CLEAN;
}

export function defineInit(program: Command, session: Session): void {
  const command = program
    .command('init')
    .summary('write a commented definition, consumer, configuration and CI job')
    .description(
      "Writes a definition to start from, or makes one of a provider's export, with a consumer, a configuration and a CI job. Files that exist stay as they are.",
    )
    .argument('[folder]', 'where to', '.')
    .option('--from <export>', "a provider's export, or a definition, to start from")
    .addOption(
      new Option('--ci <system>', 'whose job to write (default: as the folder tells)').choices([
        ...CI_SYSTEMS,
        'none',
      ]),
    )
    .option('--force', 'write over files that exist')
    .action(session.action((folder: string, options: InitOptions) => init(session.io, folder, options)));
  withExamples(command, [
    ['tokenpact init', 'a definition to start from'],
    ['tokenpact init --from realm-export.json', 'the definition of a Keycloak realm'],
    ['tokenpact init --ci gitlab', 'with a job for GitLab'],
  ]);
}
