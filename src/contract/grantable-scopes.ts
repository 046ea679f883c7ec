import type { Client, Exchange, MapperDefinition, Resource, Scope, TokenType } from '../model/index.ts';
import type { Policy } from './audience.ts';
import { kept, keptForBoth } from './kept.ts';
import { isForResource } from './reach.ts';

/** A scope that a grant has or may have. */
export interface GrantableScope {
  readonly scope: Scope;
  /** Every grant has it, so that what it releases is released whatever is asked for. */
  readonly byDefault: boolean;
  /** False when it may be granted and still not take part: its resource was not asked for (RFC 8707). */
  readonly certain: boolean;
}

interface ScopeQuestion {
  readonly definition: MapperDefinition;
  readonly type: TokenType;
  readonly client: Client;
  readonly policy: Policy;
  readonly exchanges: readonly Exchange[];
  readonly byExchangeOnly: boolean;
  readonly resource: Resource | undefined;
  readonly isJoint: boolean;
}

/** The scopes that may take part in the tokens of a client, sorted; the same list where it can be. */
export function scopesOf(question: ScopeQuestion): readonly GrantableScope[] {
  const { definition, client, exchanges } = question;
  const all = exchanges.length === 0 ? ownScopes(definition, client) : exchangedScopes(question);
  const parts = all.map(({ scope }) => partOf(scope, question));
  if (parts.every((part) => part === 'certain')) return all;
  return all.flatMap(({ scope, byDefault }, index) =>
    parts[index] === 'none' ? [] : grantable(scope, byDefault, parts[index] === 'certain'),
  );
}

/** The same scopes where one resource is asked for, so that those that open it take part for certain. */
export function scopesAt(scopes: readonly GrantableScope[], resource: string): readonly GrantableScope[] {
  if (scopes.every(({ certain }) => certain)) return scopes;
  return scopes.map((one) =>
    one.scope.resources.includes(resource) ? grantable(one.scope, one.byDefault, true) : one,
  );
}

/** The scopes that a client has without an exchange. */
const ownScopes = keptForBoth(({ scopes }: MapperDefinition, client: Client) =>
  sortedScopes(scopes, [...client.defaultScopes, ...client.scopes], client.defaultScopes),
);

/** With an exchange: only what every way to the token has is there by default. */
function exchangedScopes(question: ScopeQuestion): readonly GrantableScope[] {
  const { definition, client, exchanges, byExchangeOnly } = question;
  const own = byExchangeOnly ? [] : [...client.defaultScopes, ...client.scopes];
  const names = [...own, ...exchanges.flatMap(({ scopes }) => scopes)];
  const defaults = client.defaultScopes.filter((name) =>
    exchanges.every(({ scopes }) => scopes.includes(name)),
  );
  return sortedScopes(definition.scopes, names, defaults);
}

function sortedScopes(
  scopes: MapperDefinition['scopes'],
  names: readonly string[],
  defaults: readonly string[],
): readonly GrantableScope[] {
  const byDefault = new Set(defaults);
  return [...new Set(names)].sort().flatMap((name) => {
    const scope = scopes.get(name);
    return scope === undefined ? [] : grantable(scope, byDefault.has(name), true);
  });
}

const waysOf = kept((scope: Scope): readonly GrantableScope[] => {
  const flags = [false, true];
  return flags.flatMap((byDefault) => flags.map((certain) => ({ scope, byDefault, certain })));
});

/** The same object for the same scope granted in the same way, so that what it brings is worked out once. */
function grantable(scope: Scope, byDefault: boolean, certain: boolean): GrantableScope {
  return waysOf(scope)[(byDefault ? 2 : 0) + (certain ? 1 : 0)] ?? { scope, byDefault, certain };
}

/** What a granted scope does to the tokens of a resource: one that opens other resources only may do nothing. */
function partOf(scope: Scope, question: ScopeQuestion): 'certain' | 'uncertain' | 'none' {
  const { type, policy, resource, isJoint } = question;
  if (!isForResource(type) || scope.resources.length === 0 || policy.from === 'fixed') return 'certain';
  if (resource !== undefined && scope.resources.includes(resource.name)) return 'certain';
  if (resource === undefined) return policy.from === 'scope' ? 'none' : 'certain';
  if (!isJoint) return 'none';
  return policy.from === 'scope' ? 'certain' : 'uncertain';
}
