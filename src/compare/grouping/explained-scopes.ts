import type {
  ChangeKind,
  ClaimRelease,
  EffectiveContract,
  JsonValue,
  MapperDefinition,
} from '../../model/index.ts';
import { changedScopes, sameParties } from '../facts/exchanges.ts';
import { editName } from '../facts/fact.ts';
import { requestOf } from '../facts/scopes.ts';
import type { GrantPair } from '../grants.ts';
import type { ContractPair } from '../pairing.ts';
import { scopeAfter, scopeBefore, type Versions } from '../versions.ts';

/** Another edit that a difference between two contracts follows from. */
export interface Explanation {
  readonly kind: ChangeKind;
  readonly edit: string;
  readonly scope?: string;
}

/** Whether releases of before have no effect after, or releases of after had none before. */
export type Direction = 'lost' | 'gained';

/** The scope that a release depends on; releases of default scopes have no condition, but still come from one. */
export function scopeOf({ scope, by }: ClaimRelease): string | undefined {
  return scope ?? (by.kind === 'scope' ? by.name : undefined);
}

/** What explains that a scope (as the side is called that has it) is not granted on the other side. */
export function explainScope(
  direction: Direction,
  versions: Versions,
  pair: ContractPair,
  grant: GrantPair,
  scope: string,
): Explanation | undefined {
  const explainSide = direction === 'lost' ? lostScope : gainedScope;
  return explainSide(versions, pair, grant, scope);
}

function lostScope(
  versions: Versions,
  { before, after }: ContractPair,
  grant: GrantPair,
  scope: string,
): Explanation | undefined {
  const name = scopeAfter(versions, scope);
  if (grant.after.has(name)) return undefined;
  if (!versions.after.scopes.has(name)) return explanation('scope-removed', [scope], scope);
  // One that had to be asked for was certain, too, where it alone opened the resource.
  if (before.defaultScopes.includes(scope) && after.optionalScopes.includes(name))
    return explanation('scope-made-optional', [scope], scope);
  if (!holds(versions.after, after.key.client, name)) return explanation('scope-revoked', [scope], scope);
  return exchangeScopes('lost', versions, after, scope) ?? openingChange(versions, scope, after.key.resource);
}

function gainedScope(
  versions: Versions,
  { before, after }: ContractPair,
  grant: GrantPair,
  scope: string,
): Explanation | undefined {
  const name = scopeBefore(versions, scope);
  if (grant.before.has(name)) return undefined;
  if (!versions.before.scopes.has(name)) return explanation('scope-added', [scope], scope);
  if (before.optionalScopes.includes(name) && after.defaultScopes.includes(scope))
    return explanation('scope-made-default', [name], name);
  if (!holds(versions.before, before.key.client, name)) return explanation('scope-granted', [name], name);
  return (
    exchangeScopes('gained', versions, before, name) ?? openingChange(versions, scope, before.key.resource)
  );
}

function holds({ clients }: MapperDefinition, clientName: string, scope: string): boolean {
  const client = clients.get(clientName);
  return client !== undefined && [...client.defaultScopes, ...client.scopes].includes(scope);
}

/** An exchange that ends in such tokens, with fewer scopes or more than before. */
function exchangeScopes(
  direction: Direction,
  versions: Versions,
  { key }: EffectiveContract,
  scope: string,
): Explanation | undefined {
  for (const before of versions.before.exchanges) {
    const after = versions.after.exchanges.find((one) => sameParties(one, before));
    if (after === undefined || before.client !== key.client || before.to !== key.resource) continue;
    const changed = changedScopes(versions, before, after);
    const kind = direction === 'lost' ? 'exchange-narrowed' : 'exchange-widened';
    if (!changed[direction].includes(direction === 'lost' ? scopeAfter(versions, scope) : scope)) continue;
    const values = direction === 'lost' ? [changed.lost] : [null, changed.gained];
    return explanation(kind, [before.client, before.from, before.to, ...values]);
  }
  return undefined;
}

/**
 * A scope of both versions that opens a resource now, or no longer. It explains tokens for other resources, too:
 * a scope that opens nothing may be in any of them.
 *
 * @param scope as either version calls it
 */
export function openingChange(
  versions: Versions,
  scope: string,
  resource: string | undefined,
): Explanation | undefined {
  const name = versions.before.scopes.has(scope) ? scope : scopeBefore(versions, scope);
  const was = versions.before.scopes.get(name)?.resources;
  const is = versions.after.scopes.get(scopeAfter(versions, name))?.resources;
  if (was === undefined || is === undefined) return undefined;
  const changed = [...was, ...is].filter((one) => was.includes(one) !== is.includes(one)).sort();
  const one = changed.find((other) => other === resource) ?? changed[0];
  if (one === undefined) return undefined;
  return is.includes(one)
    ? explanation('resource-opened', [name, null, one], name)
    : explanation('resource-closed', [name, one], name);
}

/** A scope that became an authorization detail brings the claim `authorization_details` (RFC 9396), or takes it. */
export function formChange(direction: Direction, versions: Versions, scope: string): Explanation | undefined {
  const name = direction === 'lost' ? scope : scopeBefore(versions, scope);
  const was = versions.before.scopes.get(name);
  const is = versions.after.scopes.get(scopeAfter(versions, name));
  if (was === undefined || is === undefined) return undefined;
  return explanation('scope-parameters-changed', [name, requestOf(was), requestOf(is)], name);
}

/** Names the edit that explains something. */
export function explanation(
  kind: ChangeKind,
  about: readonly (JsonValue | undefined)[],
  scope?: string,
): Explanation {
  return { kind, edit: editName(kind, ...about), ...(scope !== undefined && { scope }) };
}
