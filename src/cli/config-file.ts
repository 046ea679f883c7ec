import type { FileTree } from '../load/index.ts';
import {
  AXES,
  type Axis,
  type Config,
  DEFAULT_CONFIG,
  type Problem,
  type RuleLevel,
  type Severity,
} from '../model/index.ts';
import { CannotCheck } from './cannot-check.ts';
import type { Io } from './io.ts';
import type { ReportOptions } from './options.ts';
import { diskTree } from './trees/disk.ts';
import { join, normal, parent, relativeTo } from './trees/path.ts';

/** The name looked for from the given path upwards. */
export const CONFIG_NAME = 'tokenpact.yaml';

/** A configuration and the folder that its patterns start from. */
export interface FoundConfig {
  readonly config: Config;
  readonly folder: string;
  readonly file?: string;
  readonly problems: readonly Problem[];
}

/** Folders from one path up to the root of the repository, or to the root of the disk. */
async function* upwards(io: Io, path: string): AsyncGenerator<string> {
  const start = normal(path);
  let folder = (await io.kindOf(start)) === 'folder' ? start : parent(start);
  // 40 levels are deeper than any path that people type; `..` of the root is the root again.
  for (let level = 0; level < 40; level += 1) {
    yield folder;
    if ((await io.kindOf(join(folder, '.git'))) !== 'missing') return;
    const above = folder === '.' || folder.endsWith('..') ? join(folder, '..') : parent(folder);
    if (above === folder) return;
    folder = above;
  }
}

async function nearest(io: Io, path: string): Promise<string | undefined> {
  for await (const folder of upwards(io, path)) {
    const file = join(folder, CONFIG_NAME);
    if ((await io.kindOf(file)) === 'file') return file;
  }
  return undefined;
}

/** A configuration whose overrides name files as findings do: from the folder that tokenpact runs in. */
function fromFolder(config: Config, folder: string): Config {
  const overrides = config.overrides.map(({ paths, ...rest }) =>
    paths === undefined ? rest : { ...rest, paths: paths.map((path) => join(folder, path)) },
  );
  return { ...config, overrides };
}

/** The configuration named by `--config`, or the nearest one above the first path; without one, the default. */
export async function findConfig(io: Io, path: string, named: string | undefined): Promise<FoundConfig> {
  const file = named === undefined ? await nearest(io, path) : relativeTo(io.cwd, named);
  if (file === undefined) return { config: DEFAULT_CONFIG, folder: '.', problems: [] };
  if ((await io.kindOf(file)) !== 'file') {
    throw new CannotCheck(`the configuration "${file}" is not a file`, 'give the path of a tokenpact.yaml');
  }
  const { loadConfig } = await import('../load/index.ts');
  const tree: FileTree = diskTree(io, [file]);
  const { value, problems } = await loadConfig(tree, file);
  const folder = parent(file);
  const config = await withCompiler(fromFolder(value ?? DEFAULT_CONFIG, folder));
  return { config, folder, file, problems };
}

/** The schema engine is loaded for own rules only: without them, `lint` has no need of it. */
async function withCompiler(config: Config): Promise<Config> {
  if (config.ownRules.length === 0) return config;
  const { validator } = await import('../schema/index.ts');
  return { ...config, compile: validator };
}

const LEVELS = new Set(['error', 'warning', 'info']);

function ruleLevel(setting: string): [string, RuleLevel] {
  const [id = '', level = ''] = setting.split('=');
  if (id === '' || !(LEVELS.has(level) || level === 'off')) {
    throw new CannotCheck(
      `--rule "${setting}" is not a rule and its level`,
      'write it as claim/mutable-identifier=warning; levels: error, warning, info, off',
    );
  }
  return [id, level as RuleLevel];
}

function gates(setting: string): [Axis, Severity | 'never'][] {
  const [first = '', second] = setting.split('=');
  const level = second ?? first;
  const axes = second === undefined ? AXES : AXES.filter((axis) => axis === first);
  if (axes.length === 0) {
    throw new CannotCheck(`--fail-on "${setting}" names no axis`, `axes: ${AXES.join(', ')}`);
  }
  if (!(LEVELS.has(level) || level === 'never')) {
    throw new CannotCheck(`--fail-on "${setting}" names no level`, 'levels: error, warning, info, never');
  }
  return axes.map((axis) => [axis, level as Severity | 'never']);
}

/** A configuration with what the command line says on top. */
export function withFlags(config: Config, options: Pick<ReportOptions, 'rule' | 'failOn'>): Config {
  return {
    ...config,
    rules: new Map([...config.rules, ...options.rule.map(ruleLevel)]),
    gates: new Map([...config.gates, ...options.failOn.flatMap(gates)]),
  };
}
