import type { Command } from 'commander';
import type { Config, EffectiveContract, MapperDefinition } from '../../model/index.ts';
import type { Sample, SampleKey, Samples } from '../../token/sample/index.ts';
import { CannotCheck } from '../cannot-check.ts';
import { CLEAN } from '../exit-codes.ts';
import { demandSound, readInputs, requestFor } from '../inputs.ts';
import type { Io } from '../io.ts';
import { oneDefinition } from '../one-definition.ts';
import { type CommonOptions, withCommonOptions, withExamples } from '../options.ts';
import type { Session } from '../session.ts';
import { instant } from '../tokens.ts';
import { join } from '../trees/path.ts';

interface SampleOptions extends CommonOptions {
  readonly out: string;
  readonly seed: string;
  readonly at?: string;
  readonly keys?: string;
  readonly tokenType?: string;
  readonly client?: string;
  readonly resource?: string;
}

function wanted({ tokenType, client, resource }: SampleOptions): (contract: EffectiveContract) => boolean {
  return ({ key, kind }) =>
    (tokenType === undefined || key.tokenType === tokenType || kind === tokenType) &&
    (client === undefined || key.client === client) &&
    (resource === undefined || key.resource === resource);
}

async function keysOf(io: Io, file: string | undefined): Promise<readonly SampleKey[] | undefined> {
  if (file === undefined) return undefined;
  const bytes = await io.read(file);
  if (bytes === undefined)
    throw new CannotCheck(`there is no file "${file}"`, 'give a JWK set with private keys');
  const { readDecryptionKeys, UnusableKeys } = await import('../../token/index.ts');
  const { givenKeys, SAMPLE_ALGORITHMS } = await import('../../token/sample/index.ts');
  try {
    const keys = givenKeys(
      readDecryptionKeys(new TextDecoder().decode(bytes)).jwks as Parameters<typeof givenKeys>[0],
    );
    if (keys.length > 0) return keys;
  } catch (error) {
    if (!(error instanceof UnusableKeys)) throw error;
  }
  throw new CannotCheck(
    `"${file}" holds no private key that signs samples`,
    `a JWK set with "d" (or "k", for HMAC) and an alg of each key: ${SAMPLE_ALGORITHMS.join(', ')}`,
  );
}

/** Rules by which validate refuses a sound sample: what the definition issues may break what specifications say. */
type Refusals = (sample: Sample) => readonly string[];

async function refusalsUnder(definition: MapperDefinition, config: Config, now: number): Promise<Refusals> {
  const { tokenJudge } = await import('../../check/index.ts');
  const { rules } = await import('../../generated/rules.ts');
  const { createHolder } = await import('../../token/hold.ts');
  const { decodeToken, isMalformed } = await import('../../token/index.ts');
  const judge = tokenJudge(rules, config, now);
  const hold = createHolder({ definitions: [definition], given: {}, now, tolerance: 0 });
  return ({ file, text, valid }) => {
    const token = decodeToken(text, { file, line: 1, column: 1, endLine: 1, endColumn: 1 });
    if (!valid || isMalformed(token) || token.form === 'opaque') return [];
    const errors = judge([hold(token)], []).filter(({ severity }) => severity === 'error');
    return [...new Set(errors.map(({ rule }) => rule))];
  };
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** What the index says of a sample. */
type Entry = Omit<Sample, 'text'> & { readonly refusedFor?: readonly string[] };

const entriesOf = (samples: readonly Sample[], refusals: Refusals): readonly Entry[] =>
  samples.map((sample) => {
    const { text: _, ...entry } = sample;
    const refusedFor = refusals(sample);
    return refusedFor.length === 0 ? entry : { ...entry, refusedFor };
  });

async function writeSamples(
  io: Io,
  folder: string,
  { samples, jwks }: Samples,
  index: object,
): Promise<void> {
  for (const { file, text } of samples) await io.write(join(folder, file), text);
  await io.write(join(folder, 'jwks.json'), json(jwks));
  await io.write(join(folder, 'index.json'), json(index));
}

async function sample(io: Io, path: string | undefined, options: SampleOptions): Promise<number> {
  const request = await requestFor(io, path === undefined ? [] : [path], options.config);
  const inputs = await readInputs(io, request);
  demandSound({ ...inputs, problems: [...request.problems, ...inputs.problems] });
  const definition = oneDefinition(inputs, undefined);
  const issued = Math.floor(instant(io, options.at) / 1000);
  const keys = await keysOf(io, options.keys);
  const { makeSamples } = await import('../../token/sample/index.ts');
  const asked = { definition, seed: options.seed, issued, wanted: wanted(options) };
  const made = makeSamples(keys === undefined ? asked : { ...asked, keys });
  if (made.samples.length === 0) {
    throw new CannotCheck(
      `nothing could be made${made.left.length > 0 ? `: ${made.left.join('; ')}` : ''}`,
      'see what there is: tokenpact resolve',
    );
  }
  const tokens = entriesOf(made.samples, await refusalsUnder(definition, request.config, issued * 1000));
  const at = new Date(issued * 1000).toISOString().replace('.000Z', 'Z');
  await writeSamples(io, options.out, made, { at, tokens });
  const broken = made.samples.filter(({ valid }) => !valid).length;
  io.stdout.write(
    `${made.samples.length} samples in ${options.out}, ${broken} of them with one mistake each; index.json tells which\n`,
  );
  const refused = tokens.flatMap(({ refusedFor }) => (refusedFor === undefined ? [] : [refusedFor]));
  const reasons = [...new Set(refused.flat())].sort().join(', ');
  if (refused.length > 0)
    io.stderr.write(`validate refuses ${refused.length} that the definition issues: ${reasons}\n`);
  for (const reason of made.left) io.stderr.write(`none of ${reason}\n`);
  return CLEAN;
}

export function defineSample(program: Command, session: Session): void {
  const command = program
    .command('sample')
    .summary("signed tokens for consumers' tests")
    .description(
      'Makes tokens as the definition issues them: of each contract the smallest, the largest, one per optional claim, per listed value and per scope, and some with one mistake each. With their JWK set, and an index.',
    )
    .argument('[path]', 'a definition (default: what tokenpact.yaml names, or this folder)')
    .requiredOption('--out <folder>', 'where to write them')
    .option('--seed <text>', 'the same seed, time and definition give the same bytes', '1')
    .option('--at <time>', 'when they are issued: 2026-11-22T12:00:00Z, or seconds since 1970 (default: now)')
    .option(
      '--keys <file>',
      'sign with these private keys or secrets (JWK set), not with keys made from the seed',
    )
    .option('--token-type <name>', 'only of this token type, or kind')
    .option('--client <name>', 'only of this client')
    .option('--resource <name>', 'only for this resource');
  withCommonOptions(command).action(
    session.action((path: string | undefined, options: SampleOptions) => sample(session.io, path, options)),
  );
  withExamples(command, [
    [
      'tokenpact sample mapper.yaml --out test/tokens --seed 7 --at 2026-11-22T12:00:00Z',
      'the same in each run',
    ],
    ['tokenpact sample --out tokens --client web --token-type id_token', 'for the tests of one client'],
  ]);
}
