import type { Place, Resource, Unresolved } from '../../model/index.ts';
import type { OwnerEffects } from './owner-effects.ts';
import type { PlacedClient, PlacedScope } from './placed.ts';
import type { RealmClient } from './realm-client.ts';
import type { Sink } from './sinks.ts';

/** Names of the resources that scopes open for everybody, and clients for themselves; each sorted. */
export interface AudienceReach {
  readonly byScope: ReadonlyMap<string, readonly string[]>;
  readonly byClient: ReadonlyMap<string, readonly string[]>;
}

/**
 * Who opens which audience. A mapper that names one opens it where the mapper is. One that resolves audiences
 * depends on the client's roles, so it opens them for the client, unless only an optional scope has it.
 */
export function audienceReach(
  scopes: readonly PlacedScope[],
  clients: readonly PlacedClient[],
): AudienceReach {
  const resolving = new Set(
    scopes.filter(({ effects }) => effects.resolvesAudience).map(({ scope }) => scope.name),
  );
  const byScope = new Map(scopes.map(({ scope, effects }) => [scope.name, new Set(named(effects))]));
  const byClient = new Map<string, Set<string>>();
  for (const { client, effects, scopes: assigned, roleClients } of clients) {
    const always = effects.resolvesAudience || assigned.defaults.some((name) => resolving.has(name));
    byClient.set(client.name, new Set([...named(effects), ...(always ? roleClients : [])]));
    for (const name of always ? [] : assigned.optional) {
      if (resolving.has(name)) for (const audience of roleClients) byScope.get(name)?.add(audience);
    }
  }
  return { byScope: sorted(byScope), byClient: sorted(byClient) };
}

function named(effects: OwnerEffects): readonly string[] {
  return effects.audiences.filter(({ sinks }) => isForApis(sinks)).map(({ audience }) => audience);
}

/** Whether the audience stands in a token that an API reads. */
function isForApis(sinks: ReadonlySet<Sink>): boolean {
  return sinks.has('access') || sinks.has('lightweight') || sinks.has('introspection');
}

function sorted(reach: ReadonlyMap<string, ReadonlySet<string>>): ReadonlyMap<string, readonly string[]> {
  return new Map([...reach].map(([name, audiences]) => [name, [...audiences].sort()]));
}

/** The APIs of a realm, named by their audience: clients that only read tokens, and every other audience. */
export function readResources(
  clients: readonly RealmClient[],
  owners: readonly OwnerEffects[],
  reach: AudienceReach,
  realmAt: Place,
): ReadonlyMap<string, Resource> {
  const byName = new Map(clients.map((client) => [client.name, client]));
  const added = owners.flatMap((owner) => owner.audiences);
  const audiences = new Set([
    ...clients.filter(({ readsOnly }) => readsOnly).map(({ name }) => name),
    ...[...reach.byScope.values(), ...reach.byClient.values()].flat(),
  ]);
  return new Map(
    [...audiences].map((audience) => {
      const client = byName.get(audience);
      const mapper = added.find((each) => each.audience === audience)?.mapper;
      const resource: Resource = {
        name: audience,
        audience,
        party: 'first',
        releases: new Map(),
        ...(client?.description === undefined ? {} : { description: client.description }),
        at: client?.at ?? mapper?.at ?? realmAt,
      };
      return [audience, resource];
    }),
  );
}

/**
 * Audiences that an optional scope adds to ID tokens. A token type's audience doesn't depend on the grant, so
 * they are listed as unresolved; those of default scopes and clients are part of the token type.
 */
export function optionalIdAudiences(
  scopes: readonly PlacedScope[],
  clients: readonly PlacedClient[],
): readonly Unresolved[] {
  const optional = new Set(clients.flatMap((client) => client.scopes.optional));
  return scopes.flatMap(({ scope, effects }) =>
    effects.audiences
      .filter(({ sinks }) => sinks.has('id') && optional.has(scope.name))
      .map(({ audience, mapper }) => ({
        reason: `the scope "${scope.name}" adds "${audience}" to the audience of ID tokens`,
        content: `aud ${audience}`,
        at: mapper.at,
        tokenTypes: ['id_token'],
        scope: scope.name,
      })),
  );
}
