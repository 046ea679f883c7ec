import type { Examined } from '../../src/check/examined.ts';
import { runRules } from '../../src/check/index.ts';
import { compareAll } from '../../src/compare/index.ts';
import { rules } from '../../src/generated/rules.ts';
import { loadAll, loadConfig, loadDefinition, memoryTree } from '../../src/load/index.ts';
import {
  type Comparison,
  type Config,
  DEFAULT_CONFIG,
  type Finding,
  type Place,
  type Problem,
} from '../../src/model/index.ts';
import { holdToContract } from '../../src/token/hold.ts';
import { decodeToken, isMalformed, withDetected, withHashes } from '../../src/token/index.ts';
import { completed } from './base.ts';
import type { Example } from './page.ts';

/** When the examples are judged. */
const NOW = Date.parse('2026-11-01T12:00:00Z');

type Files = Record<string, string>;

/** The file that each kind of block becomes. */
export const FILES: Readonly<Record<string, string>> = {
  yaml: 'mapper.yaml',
  'yaml before': 'before.yaml',
  'yaml after': 'after.yaml',
  'yaml consumer': 'team.consumer.yaml',
  'yaml config': 'tokenpact.yaml',
  'json realm': 'realm.json',
  'json realm before': 'before.json',
  'json realm after': 'after.json',
};

function filesOf(example: Example): Files {
  const files: Files = {};
  for (const { kind, text } of example.blocks) {
    const file = FILES[kind];
    if (file === undefined) continue;
    if (kind.startsWith('json')) files[file] = text;
    else if (kind === 'yaml consumer') files[file] = withFormat(text, 'consumer/v1');
    else if (kind === 'yaml config') files[file] = withFormat(text, 'config/v1');
    else {
      const { mapper, base } = completed(text, `base-${file}`, file === 'after.yaml' ? '2.0.0' : '1.0.0');
      files[file] = mapper;
      files[`base-${file}`] = base;
    }
  }
  return files;
}

const withFormat = (text: string, format: string): string => `${text.trimEnd()}\ntokenpact: ${format}\n`;

/** Everything that an example holds, loaded as the commands load it. */
async function examine(example: Example, files: Files): Promise<Examined> {
  const tree = memoryTree(files);
  const text = (kind: string) => example.blocks.find((block) => block.kind === kind)?.text;
  const paths = Object.keys(files).filter((path) => !/^(base-|before|tokenpact)/.test(path));
  const { definitions, consumers, problems } =
    paths.length > 0 ? await loadAll(tree, paths) : { definitions: [], consumers: [], problems: [] };
  const released = Object.keys(files).find((path) => path.startsWith('before'));
  const base = released === undefined ? undefined : await loadDefinition(tree, released);
  const before = base?.value;
  const broken: readonly Problem[] = base?.problems ?? [];
  if (broken.length > 0) throw new Error(`${released}: ${broken[0]?.message}`);
  return {
    problems,
    mappers: definitions,
    consumers,
    ...(before && { comparisons: compareAll([before], definitions, consumers) }),
    ...tokens(text, definitions),
  };
}

type Text = (kind: string) => string | undefined;

function tokenText(text: Text): string | undefined {
  const large = text('json payload large');
  // A page can't show a token that is too large: one value of it stands for many bytes.
  const payload =
    text('json payload') ??
    text('json payload forged') ??
    text('json payload guessable') ??
    large?.replace('x-5000', 'x'.repeat(5000));
  if (payload === undefined) return text('text token');
  const header = text('json header') ?? '{"typ":"at+jwt","alg":"ES256","kid":"2026-11-a"}';
  const encode = (json: string) => Buffer.from(json.trim()).toString('base64url');
  return `${encode(header)}.${encode(payload)}.${encode('not a signature')}`;
}

function tokens(text: Text, definitions: NonNullable<Examined['mappers']>): Examined {
  const token = tokenText(text);
  if (token === undefined) return {};
  const at: Place = { file: 'token', line: 1, column: 1, endLine: 1, endColumn: 1 };
  const decoded = decodeToken(token.trim(), at);
  if (isMalformed(decoded)) return { malformed: [decoded] };
  const forged = { state: 'invalid' as const, reason: 'no key of the key set made its signature' };
  const envelope = text('json envelope');
  const accessToken = text('text access-token')?.trim();
  const parsed = {
    ...decoded,
    ...(text('json payload forged') !== undefined && { signature: forged }),
    ...(envelope !== undefined && { within: { ...decoded, header: JSON.parse(envelope) } }),
  };
  const held = holdToContract(parsed, { definitions, given: {}, now: NOW, tolerance: 60 });
  const guessable = text('json payload guessable') !== undefined;
  const whole = { ...withDetected(held), ...(guessable && { guessable }) };
  return {
    tokens: [accessToken === undefined ? whole : withHashes(whole, { accessToken })],
  };
}

/** What all rules say about an example. */
export async function judgeExample(example: Example): Promise<readonly Finding[]> {
  const files = filesOf(example);
  const examined = await examine(example, files);
  return runRules(examined, await configOf(files), rules, { now: NOW });
}

/** The versions that an example compares, if any. */
export async function comparisonsOf(example: Example): Promise<readonly Comparison[]> {
  if (!example.blocks.some(({ kind }) => kind.endsWith(' before'))) return [];
  return (await examine(example, filesOf(example))).comparisons ?? [];
}

async function configOf(files: Files): Promise<Config> {
  if (!Object.hasOwn(files, 'tokenpact.yaml')) return DEFAULT_CONFIG;
  const { value, problems } = await loadConfig(memoryTree(files), 'tokenpact.yaml');
  if (value === undefined) throw new Error(`tokenpact.yaml: ${problems[0]?.message}`);
  return value;
}

/** One finding as pages show it. */
export function shown({ at, severity, message }: Finding): string {
  return `${at.file}:${at.line}:${at.column} ${severity}: ${message}`;
}
