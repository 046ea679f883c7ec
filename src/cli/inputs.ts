import type { FileTree } from '../load/index.ts';
import type { Consumer, MapperDefinition, Problem } from '../model/index.ts';
import { CannotCheck } from './cannot-check.ts';
import { type FoundConfig, findConfig } from './config-file.ts';
import type { Io } from './io.ts';
import { diskTree } from './trees/disk.ts';
import { folderOfPattern, join, relativeTo } from './trees/path.ts';

/** What one side of the work was read from. */
export interface Inputs {
  readonly label: string;
  readonly definitions: readonly MapperDefinition[];
  readonly consumers: readonly Consumer[];
  readonly problems: readonly Problem[];
  readonly files: readonly string[];
  /** What they were read from. */
  readonly tree?: FileTree;
}

/** Which paths to read, and by which configuration. */
export interface Request extends FoundConfig {
  readonly paths: readonly string[];
  /** True when the configuration names definitions, and others were asked for, or some of them. */
  readonly partial: boolean;
}

/** The paths given, or those of the configuration, or the folder tokenpact runs in. */
export async function requestFor(io: Io, given: readonly string[], configFile?: string): Promise<Request> {
  const named = given.map((path) => relativeTo(io.cwd, path));
  const found = await findConfig(io, named[0] ?? '.', configFile);
  const configured = found.config.mappers.map((pattern) => join(found.folder, pattern));
  const paths = named.length > 0 ? named : configured.length > 0 ? configured : [found.folder];
  return { ...found, paths, partial: named.length > 0 && configured.length > 0 };
}

/** A path that does not exist is a typo, whatever else would be said of it. */
export async function demandThere(io: Io, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    if (path === '-') {
      throw new CannotCheck('this is not read from standard input', 'give the path of a file instead of -');
    }
    if (/[*?[{]/.test(path) || (await io.kindOf(path)) !== 'missing') continue;
    throw new CannotCheck(
      `there is no file or folder "${path}"`,
      'give the path of a definition, or of a folder with one',
    );
  }
}

/** Reads definitions and the consumers that lie beside them or that the configuration names. */
export async function readInputs(io: Io, request: Request, tree?: FileTree): Promise<Inputs> {
  if (tree === undefined) await demandThere(io, request.paths);
  return readPaths(io, request, tree);
}

const consumerPaths = ({ config, folder }: Request): readonly string[] =>
  config.consumers.map((pattern) => join(folder, pattern));

/** What has to be listed to find everything that a request is about. */
export function listedFor(request: Request): readonly string[] {
  return [...request.paths, ...consumerPaths(request)].map(folderOfPattern);
}

/** Reads what is there; a path that holds nothing is a problem like any other. */
export async function readPaths(io: Io, request: Request, tree?: FileTree): Promise<Inputs> {
  const { config, folder, paths } = request;
  const from = tree ?? diskTree(io, listedFor(request));
  const { loadAll } = await import('../load/index.ts');
  const loaded = await loadAll(from, paths, {
    consumers: consumerPaths(request),
    providerVersions: config.providerVersions,
    pathPlaces: new Map([...config.pathPlaces].map(([path, at]) => [join(folder, path), at])),
  });
  const label = tree === undefined ? request.paths.join(', ') : from.label;
  return { label, ...loaded, tree: from };
}

/** One line per problem, with its place and how to mend it. */
export function problemLines(problems: readonly Problem[]): string {
  return problems
    .map(
      ({ at, message, help }) =>
        `${at.file}:${at.line}:${at.column}: ${message}${help === '' ? '' : `\n  ${help}`}`,
    )
    .join('\n');
}

/** Problems that leave nothing to work on end a command; lint and check report the others as findings. */
export function demandReadable(problems: readonly Problem[]): void {
  const fatal = problems.filter(
    ({ kind }) => kind === 'unreadable' || kind === 'absent' || kind === 'syntax',
  );
  if (fatal.length > 0) throw new CannotCheck(problemLines(fatal));
}

/**
 * What to compare with may name what it does not define: whoever mends that must be able to. It may not be
 * something else than a definition.
 */
export function demandComparable({ label, problems }: Inputs): void {
  const tolerated: readonly Problem['kind'][] = ['undefined-reference', 'conflict'];
  const fatal = problems.filter(({ kind }) => !tolerated.includes(kind));
  if (fatal.length === 0) return;
  throw new CannotCheck(
    `${label} can not be compared with\n${problemLines(fatal)}`,
    'compare with another version, or mend that one',
  );
}

/**
 * Problems of now, without what consumers refer to and the other side still has: that it is gone is a change, and
 * told as what it does to them.
 */
export async function withoutLeftBehind(
  { problems, consumers, definitions }: Inputs,
  before: readonly MapperDefinition[],
): Promise<readonly Problem[]> {
  if (problems.every(({ kind }) => kind !== 'undefined-reference')) return problems;
  const { consumerReferences } = await import('../load/index.ts');
  const names = ({ at, message }: Problem): string => JSON.stringify([at, message]);
  const now = new Set(consumerReferences(consumers, definitions).map(names));
  const never = new Set(consumerReferences(consumers, [...definitions, ...before]).map(names));
  return problems.filter((problem) => !now.has(names(problem)) || never.has(names(problem)));
}

/** For commands that need sound definitions: any problem ends them. */
export function demandSound(inputs: Inputs): void {
  if (inputs.problems.length > 0) throw new CannotCheck(problemLines(inputs.problems));
}
