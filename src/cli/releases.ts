import type { Comparison } from '../model/index.ts';
import { CannotCheck } from './cannot-check.ts';
import { compareSides } from './compare-sides.ts';
import { CONFIG_NAME } from './config-file.ts';
import { demandComparable, demandThere, type Inputs, type Request, readPaths } from './inputs.ts';
import type { Io } from './io.ts';
import { join } from './trees/path.ts';

/** `10.0.0` after `9.0.0`, whatever else the names say. */
const byNumber = new Intl.Collator('en', { numeric: true });

/**
 * Reads every released version in a folder, oldest first: each folder or file in it is one. What holds no
 * definition, such as a page about them, is none.
 */
export async function readReleases(io: Io, request: Request, folder: string): Promise<readonly Inputs[]> {
  await demandThere(io, [folder]);
  if ((await io.kindOf(folder)) !== 'folder') {
    throw new CannotCheck(`"${folder}" is one file`, `compare with it alone: --against ${folder}`);
  }
  const releases: Inputs[] = [];
  for (const { name, kind } of await io.list(folder)) {
    if (kind === 'file' && !isDefinition(name)) continue;
    const path = join(folder, name);
    // Those who read tokens now are asked, not those of then.
    const config = { ...request.config, consumers: [] };
    const inputs = await readPaths(io, { ...request, config, paths: [path] });
    if (inputs.definitions.length === 0 && inputs.problems.every(({ kind }) => kind === 'absent')) continue;
    demandComparable({ ...inputs, label: path });
    releases.push({ ...inputs, label: labelOf(inputs, name) });
  }
  if (releases.length === 0) {
    throw new CannotCheck(
      `there is no released version in "${folder}"`,
      'give a folder in which each folder or file is one version of a definition',
    );
  }
  return releases.sort((one, other) => byNumber.compare(one.label, other.label));
}

/** Consumers and a configuration may lie beside the releases. */
function isDefinition(name: string): boolean {
  return /\.(ya?ml|json)$/.test(name) && !/\.consumer\.ya?ml$/.test(name) && name !== CONFIG_NAME;
}

/** The version, where the release has one. */
function labelOf({ definitions }: Inputs, name: string): string {
  const versions = new Set(definitions.map(({ version }) => version ?? name));
  return [...versions].join(', ') || name;
}

/** Compares with each release. */
export async function compareReleases(
  releases: readonly Inputs[],
  after: Inputs,
  isCrossChecked: boolean | undefined,
): Promise<readonly Comparison[]> {
  const all: Comparison[] = [];
  for (const before of releases) {
    const comparisons = await compareSides(before, after, isCrossChecked);
    all.push(...comparisons.map((comparison) => ({ ...comparison, release: before.label })));
  }
  return all;
}

/** All releases as one side of a report. */
export function asOneSide(releases: readonly Inputs[], folder: string): Inputs {
  return {
    label: `${releases.length} ${releases.length === 1 ? 'release' : 'releases'} in ${folder}`,
    definitions: releases.flatMap(({ definitions }) => definitions),
    consumers: [],
    problems: releases.flatMap(({ problems }) => problems),
    files: releases.flatMap(({ files }) => files),
    // All of them lie on the same disk.
    ...(releases[0]?.tree && { tree: releases[0].tree }),
  };
}
