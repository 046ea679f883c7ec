import { configFormat } from '../generated/formats.ts';
import { validateConfig } from '../generated/validators.js';
import {
  AXES,
  type Config,
  type Coordinates,
  DEFAULT_CONFIG,
  DIALECTS,
  PROFILES,
  SEVERITIES,
  type SourceTree,
  type Waiver,
} from '../model/index.ts';
import { readOverride, readOwnRule, readRuleSettings } from './config-rules.ts';
import { dayAt } from './day.ts';
import { type FileTree, normalPath } from './file-tree.ts';
import {
  items,
  located,
  member,
  members,
  placeOfNode,
  present,
  rootOf,
  type SourceNode,
  textAt,
  textsAt,
  wordAt,
} from './node.ts';
import { inSourceOrder, type Report } from './problems.ts';
import { type Loaded, readFile } from './read-file.ts';
import { shapeProblems } from './shape.ts';

/** The name that a configuration has when nobody names another. */
export const CONFIG_FILE = 'tokenpact.yaml';

function readCoordinates(waiver: SourceNode): Coordinates {
  const node = member(waiver, 'coordinates');
  return node === undefined
    ? {}
    : present({
        mapper: textAt(node, 'mapper'),
        tokenType: textAt(node, 'tokenType'),
        claim: textAt(node, 'claim'),
        scope: textAt(node, 'scope'),
        client: textAt(node, 'client'),
        resource: textAt(node, 'resource'),
        consumer: textAt(node, 'consumer'),
        decision: textAt(node, 'decision'),
        change: textAt(node, 'change'),
      });
}

function readWaiver(node: SourceNode, report: Report): Waiver {
  return {
    rule: textAt(node, 'rule') ?? '',
    coordinates: readCoordinates(node),
    owner: textAt(node, 'owner') ?? '',
    reason: textAt(node, 'reason') ?? '',
    until: dayAt(node, 'until', report) ?? '',
    ...located(node),
    ...present({ approvedBy: textAt(node, 'approvedBy') }),
  };
}

/** Words by name, for the names that have one. */
function wordsBy<Word extends string>(
  node: SourceNode | undefined,
  words: readonly Word[],
): readonly (readonly [string, Word])[] {
  return members(node).flatMap(([name]) => {
    const word = node && wordAt(node, name, words);
    return word === undefined ? [] : [[name, word] as const];
  });
}

function readVersions(node: SourceNode | undefined): Config['providerVersions'] {
  const versions = members(node).map(([name, one]) => [name, textAt(one, 'version') ?? ''] as const);
  return new Map(versions.filter(([, version]) => version !== ''));
}

function readApprovers(node: SourceNode | undefined): Config['approvers'] {
  const named = AXES.map((axis) => [axis, (node && textsAt(node, axis)) ?? []] as const);
  return new Map(named.filter(([, names]) => names.length > 0));
}

function pathPlaces(root: SourceNode): Config['pathPlaces'] {
  const paths = ['mappers', 'consumers'].flatMap((key) => items(member(root, key)));
  return new Map(paths.map((path) => [String(path.value), placeOfNode(path)]));
}

function readConfig(tree: SourceTree, report: Report): Config {
  const root = rootOf(tree);
  const gates = wordsBy(member(root, 'gates'), [...SEVERITIES, 'never'] as const);
  const versioning = member(root, 'versioning');
  return {
    mappers: textsAt(root, 'mappers') ?? DEFAULT_CONFIG.mappers,
    consumers: textsAt(root, 'consumers') ?? DEFAULT_CONFIG.consumers,
    pathPlaces: pathPlaces(root),
    profile: wordAt(root, 'profile', PROFILES) ?? DEFAULT_CONFIG.profile,
    ...present({ dialect: wordAt(root, 'dialect', DIALECTS) }),
    providerVersions: readVersions(member(root, 'providers')),
    ...readRuleSettings(root),
    overrides: items(member(root, 'overrides')).map(readOverride),
    ownRules: items(member(root, 'ownRules')).map((rule) => readOwnRule(rule, report)),
    gates: new Map(
      AXES.flatMap((axis) => gates.filter(([name]) => name === axis).map(([, level]) => [axis, level])),
    ),
    versioning: {
      policy:
        (versioning && wordAt(versioning, 'policy', ['semver', 'none'])) ?? DEFAULT_CONFIG.versioning.policy,
    },
    approvers: readApprovers(member(root, 'approvers')),
    waivers: items(member(root, 'waivers')).map((waiver) => readWaiver(waiver, report)),
  };
}

/**
 * Loads a configuration. Without one the defaults hold, unless a path was given.
 *
 * @param path The file, as the tree names it; by default `tokenpact.yaml`, which need not exist.
 */
export async function loadConfig(tree: FileTree, path?: string): Promise<Loaded<Config>> {
  const file = normalPath(path ?? CONFIG_FILE);
  if (path === undefined && (await tree.read(file)) === undefined) {
    return { value: DEFAULT_CONFIG, problems: [], files: [] };
  }
  const parsed = await readFile(tree, file);
  // A file of nothing but comments configures nothing.
  if (parsed.tree?.value === null) return { value: DEFAULT_CONFIG, problems: parsed.problems, files: [file] };
  if (parsed.tree === undefined) return { problems: parsed.problems, files: [file] };
  const found = [...parsed.problems, ...shapeProblems(parsed.tree, validateConfig, configFormat)];
  const value = readConfig(parsed.tree, (problem) => found.push(problem));
  const problems = inSourceOrder(found);
  return problems.length > 0 ? { problems, files: [file] } : { value, problems, files: [file] };
}
