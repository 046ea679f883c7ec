import type { JsonSchema, Scope } from '../model/index.ts';
import type { DefinitionNames } from './definition-names.ts';
import { readDeprecation } from './deprecation.ts';
import { usableSchemaAt } from './json-schema.ts';
import { referencesAt } from './names.ts';
import { didYouMean } from './nearest.ts';
import { flagAt, located, member, members, placeOfNode, present, type SourceNode, textAt } from './node.ts';
import { conflict, type Report } from './problems.ts';
import { readReleases } from './releases.ts';

/** Names between braces: `payment:{id}` has `id`. */
function parametersOf(name: string): readonly string[] {
  const found = [...name.matchAll(/\{([^{}]*)\}/g)].map(([, parameter = '']) => parameter);
  return [...new Set(found)];
}

/** A parameter that is only in the name, or only declared, is a mistake in one of both. */
function checkParameters(name: string, entry: SourceNode, report: Report): void {
  const inName = parametersOf(name);
  const declared = members(member(entry, 'parameters'));
  const declaredNames = new Set(declared.map(([parameter]) => parameter));
  for (const parameter of inName.filter((one) => !declaredNames.has(one))) {
    const help = `add parameters: { ${parameter}: { type: string } }`;
    report(
      conflict(placeOfNode(entry), `scope "${name}" does not declare its parameter "${parameter}"`, help),
    );
  }
  for (const [parameter, node] of declared.filter(([one]) => !inName.includes(one))) {
    const message = `scope "${name}" has no parameter "${parameter}" in its name`;
    report(conflict(placeOfNode(node), message, didYouMean(parameter, inName)));
  }
}

function readParameters(entry: SourceNode, report: Report): ReadonlyMap<string, JsonSchema> {
  const node = member(entry, 'parameters');
  const names = members(node).map(([name]) => name);
  return new Map(names.map((name) => [name, (node && usableSchemaAt(node, name, report)) ?? true]));
}

/** One entry of `scopes` (RFC 6749 section 3.3). */
export function readScope(name: string, entry: SourceNode, names: DefinitionNames, report: Report): Scope {
  checkParameters(name, entry, report);
  return {
    name,
    resources: referencesAt(entry, 'resources', names.resources, report) ?? [],
    releases: readReleases(entry, names.claims, names.releasable, report),
    parameters: readParameters(entry, report),
    visible: flagAt(entry, 'visible') ?? true,
    ...located(entry),
    ...present({
      description: textAt(entry, 'description'),
      schema: usableSchemaAt(entry, 'schema', report),
      owner: textAt(entry, 'owner'),
      deprecated: readDeprecation(entry, names.scopes, report),
    }),
  };
}
