import type { Place, Resource, Scope } from '../../model/index.ts';
import type { AudienceReach } from './audiences.ts';
import type { PlacedScope } from './placed.ts';

/** The scope that every request for an ID token has; Keycloak has no client scope for it. */
export const OPENID = 'openid';

/** Not in a scope name (RFC 6749 section 3.3), or taken for a parameter in one. */
const NOT_IN_SCOPE_NAMES = /[^!#-[\]-~]|[{}]/gu;

/**
 * The scope by which clients have an audience of their own, by their own mappers or by roles. Keycloak has no
 * name for it: nobody asks for it, and it is in no `scope` claim.
 *
 * @example audienceScope('orders-api') // 'audience:orders-api'
 */
export function audienceScope(audience: string): string {
  // Not encodeURIComponent, which throws on half a surrogate pair.
  const coded = audience.replace(NOT_IN_SCOPE_NAMES, (one) => `%${one.codePointAt(0)?.toString(16)}`);
  return `audience:${coded}`;
}

/** Client scopes, and hidden ones for the audiences that clients have of their own. */
export function readScopes(
  scopes: readonly PlacedScope[],
  reach: AudienceReach,
  resources: ReadonlyMap<string, Resource>,
  realmAt: Place,
): ReadonlyMap<string, Scope> {
  const blank = { releases: new Map(), parameters: new Map(), resources: [], visible: true } as const;
  const opened = new Set([...reach.byClient.values()].flat());
  const all: readonly Scope[] = [
    { ...blank, name: OPENID, description: 'Sign you in', at: realmAt },
    ...scopes.map(({ scope, effects }) => ({
      ...blank,
      name: scope.name,
      ...(scope.description === undefined ? {} : { description: scope.description }),
      resources: reach.byScope.get(scope.name) ?? [],
      releases: effects.releases,
      visible: scope.visible,
      at: scope.at,
    })),
    ...[...resources.values()]
      .filter(({ name }) => opened.has(name))
      .map(({ name, at }) => ({
        ...blank,
        name: audienceScope(name),
        description: `Tokens for "${name}"`,
        resources: [name],
        visible: false,
        implicit: true as const,
        at,
      })),
  ];
  return new Map(all.map((scope) => [scope.name, scope]));
}
