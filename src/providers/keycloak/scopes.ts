import type { Place, Resource, Scope } from '../../model/index.ts';
import type { AudienceReach } from './audiences.ts';
import type { PlacedClient, PlacedScope } from './placed.ts';

/** The scope that every request for an ID token has; Keycloak has no client scope for it. */
export const OPENID = 'openid';

/**
 * The name of a client's dedicated scope, as the admin console calls it: what the client's own mappers add.
 * It has a space, so that no real scope can be called so (RFC 6749 section 3.3).
 */
export function dedicatedScope(client: string): string {
  return `${client} dedicated`;
}

/** Client scopes, and a dedicated scope per client that opens the client's own audiences. */
export function readScopes(
  scopes: readonly PlacedScope[],
  clients: readonly PlacedClient[],
  reach: AudienceReach,
  resources: ReadonlyMap<string, Resource>,
  realmAt: Place,
): ReadonlyMap<string, Scope> {
  const blank = { releases: new Map(), parameters: new Map(), resources: [], visible: true } as const;
  const existing = (names: readonly string[] | undefined): readonly string[] =>
    (names ?? []).filter((name) => resources.has(name));
  const all: readonly Scope[] = [
    { ...blank, name: OPENID, description: 'Sign you in', at: realmAt },
    ...scopes.map(({ scope, effects }) => ({
      ...blank,
      name: scope.name,
      ...(scope.description === undefined ? {} : { description: scope.description }),
      resources: existing(reach.byScope.get(scope.name)),
      releases: effects.releases,
      visible: scope.visible,
      at: scope.at,
    })),
    ...clients.map(({ client }) => ({
      ...blank,
      name: dedicatedScope(client.name),
      description: `The audiences of the client "${client.name}"`,
      resources: existing(reach.byClient.get(client.name)),
      visible: false,
      at: client.at,
    })),
  ];
  return new Map(all.map((scope) => [scope.name, scope]));
}
