import type { Client, JsonValue, MapperDefinition, Releases, Scope } from '../../model/index.ts';
import { canonical, pathKey } from '../../model/index.ts';

/**
 * Scopes that were given another name: one is gone, one is new, both release the same claims, open the same
 * resources, and the same clients have them, but for clients that come or go. Anything less is a removal and an
 * addition. Claims are the same by their entries' ids, or else by what tokens call them: an export names entries
 * after their scope.
 */
export function scopeRenames(before: MapperDefinition, after: MapperDefinition): ReadonlyMap<string, string> {
  const gone = [...before.scopes.values()].filter((scope) => !after.scopes.has(scope.name));
  const come = [...after.scopes.values()].filter((scope) => !before.scopes.has(scope.name));
  const renames = new Map<string, string>();
  if (gone.length === 0 || come.length === 0) return renames;
  for (const nameOf of [entryName, memberName]) {
    const candidates = uniqueByContent(come, after, before, nameOf);
    for (const [content, scope] of uniqueByContent(gone, before, after, nameOf)) {
      const renamed = candidates.get(content);
      if (renamed !== undefined && !renames.has(scope.name)) renames.set(scope.name, renamed.name);
    }
  }
  return renames;
}

type NameOf = (definition: MapperDefinition, claim: string) => string;

const entryName: NameOf = (_, claim) => claim;

const memberName: NameOf = ({ claims }, claim) => pathKey(claims.get(claim)?.path ?? [claim]);

function uniqueByContent(
  scopes: readonly Scope[],
  definition: MapperDefinition,
  other: MapperDefinition,
  nameOf: NameOf,
): Map<string, Scope> {
  const clients = [...definition.clients.values()].filter(({ name }) => other.clients.has(name));
  const unique = new Map<string, Scope | undefined>();
  for (const scope of scopes) {
    if (scope.releases.size === 0 && scope.resources.length === 0) continue;
    const content = contentOf(scope, clients, (claim) => nameOf(definition, claim));
    unique.set(content, unique.has(content) ? undefined : scope);
  }
  return new Map([...unique].flatMap(([content, scope]) => (scope === undefined ? [] : [[content, scope]])));
}

function contentOf(scope: Scope, clients: readonly Client[], nameOf: (claim: string) => string): string {
  return canonical({
    resources: [...scope.resources].sort(),
    releases: releasesContent(scope.releases, nameOf),
    parameters: Object.fromEntries(scope.parameters),
    schema: scope.schema ?? null,
    defaultOf: clientNames(clients, (client) => client.defaultScopes.includes(scope.name)),
    optionalOf: clientNames(clients, (client) => client.scopes.includes(scope.name)),
  });
}

function clientNames(clients: readonly Client[], has: (client: Client) => boolean): readonly string[] {
  return clients
    .filter(has)
    .map(({ name }) => name)
    .sort();
}

/** What is released, without places and without the order in which it was written. */
function releasesContent(releases: Releases, nameOf: (claim: string) => string): JsonValue {
  return [...releases]
    .map(([tokenType, list]) => [
      tokenType,
      list.map(({ claim, presence }) => `${nameOf(claim)} ${presence ?? ''}`).sort(),
    ])
    .sort();
}
