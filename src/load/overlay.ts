import type { MapperDefinition, Problem, SourceTree } from '../model/index.ts';
import { seconds } from './duration.ts';
import { stem } from './file-tree.ts';
import { namesOf, resolve } from './names.ts';
import { located, member, members, placeOfNode, rootOf, textAt } from './node.ts';
import type { Report } from './problems.ts';

/** Text values of an object by name, for the names that the base has. */
function replacements(
  overlay: SourceTree,
  key: string,
  noun: string,
  defined: Iterable<string>,
  report: Report,
): ReadonlyMap<string, string> {
  const names = namesOf(noun, defined);
  const found = members(member(rootOf(overlay), key)).flatMap(([name, node]) => {
    const known = resolve(name, placeOfNode(node), names, report);
    return known === undefined || typeof node.value !== 'string' ? [] : [[known, node.value] as const];
  });
  return new Map(found);
}

/** Copies a map with some entries changed. */
function changed<Entry, Value>(
  entries: ReadonlyMap<string, Entry>,
  values: ReadonlyMap<string, Value>,
  change: (entry: Entry, value: Value) => Entry,
): ReadonlyMap<string, Entry> {
  const pairs = [...entries].map(([name, entry]) => {
    const value = values.get(name);
    return [name, value === undefined ? entry : change(entry, value)] as const;
  });
  return new Map(pairs);
}

/**
 * The definition as one environment has it: issuer, audiences and lifetimes of the overlay over the rest of
 * the base. It is named after both: `shop/staging`.
 */
export function applyOverlay(
  overlay: SourceTree,
  base: MapperDefinition,
): { definition: MapperDefinition; problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const report: Report = (problem) => problems.push(problem);
  const audiences = replacements(overlay, 'audiences', 'resource', base.resources.keys(), report);
  const lifetimes = replacements(overlay, 'lifetimes', 'token type', base.tokenTypes.keys(), report);
  const root = rootOf(overlay);
  const { at, keyPlaces } = located(root);
  const definition: MapperDefinition = {
    ...base,
    at,
    // What the overlay leaves out stands in the base.
    keyPlaces: new Map([...(base.keyPlaces ?? []), ...keyPlaces]),
    name: `${base.name}/${stem(overlay.file)}`,
    issuer: textAt(root, 'issuer') ?? base.issuer,
    origin: { ...base.origin, files: [overlay.file, ...base.origin.files] },
    resources: changed(base.resources, audiences, (resource, audience) => ({ ...resource, audience })),
    tokenTypes: changed(base.tokenTypes, lifetimes, (tokenType, duration) => ({
      ...tokenType,
      lifetime: seconds(duration) ?? 0,
    })),
  };
  return { definition, problems };
}
