import type {
  ChangeKind,
  ClaimRelease,
  EffectiveContract,
  JsonValue,
  MapperDefinition,
} from '../model/index.ts';
import { changedScopes, sameParties } from './exchanges.ts';
import { editName } from './fact.ts';
import type { GrantPair } from './grants.ts';
import type { ContractPair } from './pairing.ts';
import { scopeAfter, scopeBefore, type Versions } from './versions.ts';

/** Another edit that a difference between two contracts follows from. */
export interface Explanation {
  readonly kind: ChangeKind;
  readonly edit: string;
  readonly scope?: string;
}

/** Whether releases of before have no effect after, or releases of after had none before. */
export type Direction = 'lost' | 'gained';

/**
 * What explains that releases have no effect on the other side: a scope that is not granted for the same
 * request, a profile, an exchange or a sender constraint that changed. Undefined unless each is explained.
 */
export function explain(
  direction: Direction,
  versions: Versions,
  pair: ContractPair,
  grant: GrantPair,
  releases: readonly ClaimRelease[],
): Explanation | undefined {
  const variant = variantChange(versions, pair);
  if (variant !== undefined) return variant;
  const explanations: Explanation[] = [];
  for (const release of releases) {
    const explanation = explainOne(direction, versions, pair, grant, release);
    if (explanation === undefined) return undefined;
    explanations.push(explanation);
  }
  return explanations.sort((one, other) => (one.edit < other.edit ? -1 : 1))[0];
}

/** The scope that a release depends on; releases of default scopes have no condition, but still come from one. */
export function scopeOf({ scope, by }: ClaimRelease): string | undefined {
  return scope ?? (by.kind === 'scope' ? by.name : undefined);
}

function explainOne(
  direction: Direction,
  versions: Versions,
  pair: ContractPair,
  grant: GrantPair,
  release: ClaimRelease,
): Explanation | undefined {
  const scope = scopeOf(release);
  const byProfile = release.by.kind === 'profile' ? profileChange(pair) : undefined;
  if (byProfile !== undefined) return byProfile;
  if (scope !== undefined) return explainScope(direction, versions, pair, grant, scope);
  switch (release.by.kind) {
    case 'exchange':
      return exchangeChange(versions, pair, release.by.name);
    case 'resource':
      return release.claim === undefined ? senderConstraint(versions, release.by.name) : undefined;
    default:
      return undefined;
  }
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
  { after }: ContractPair,
  grant: GrantPair,
  scope: string,
): Explanation | undefined {
  const name = scopeAfter(versions, scope);
  if (grant.after.has(name)) return undefined;
  if (!versions.after.scopes.has(name)) return explanation('scope-removed', [scope], scope);
  if (after.optionalScopes.includes(name)) return explanation('scope-made-optional', [scope], scope);
  if (!holds(versions.after, after.key.client, name)) return explanation('scope-revoked', [scope], scope);
  return (
    exchangeScopes('lost', versions, after, scope) ??
    explanation('resource-closed', [scope, after.key.resource], scope)
  );
}

function gainedScope(
  versions: Versions,
  { before }: ContractPair,
  grant: GrantPair,
  scope: string,
): Explanation | undefined {
  const name = scopeBefore(versions, scope);
  if (grant.before.has(name)) return undefined;
  if (!versions.before.scopes.has(name)) return explanation('scope-added', [scope], scope);
  if (before.optionalScopes.includes(name)) return explanation('scope-made-default', [name], name);
  if (!holds(versions.before, before.key.client, name)) return explanation('scope-granted', [name], name);
  return (
    exchangeScopes('gained', versions, before, name) ??
    explanation('resource-opened', [name, null, before.key.resource], name)
  );
}

function holds({ clients }: MapperDefinition, clientName: string, scope: string): boolean {
  const client = clients.get(clientName);
  return client !== undefined && [...client.defaultScopes, ...client.scopes].includes(scope);
}

/**
 * A client that gets a variant in place of the general token type, or the other way round. A token type that
 * only has another name is none.
 */
export function variantChange(versions: Versions, { before, after }: ContractPair): Explanation | undefined {
  const was = before.key.tokenType;
  const is = after.key.tokenType;
  const isRenamed = !versions.after.tokenTypes.has(was) && !versions.before.tokenTypes.has(is);
  return was === is || isRenamed ? undefined : explanation('token-variant-changed', [was, is]);
}

function profileChange({ before, after }: ContractPair): Explanation | undefined {
  if (before.profile === after.profile) return undefined;
  return explanation('token-profile-changed', [after.key.tokenType, before.profile, after.profile]);
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

/** Exchanges bring claims of their own (`act`) and those that they carry. */
function exchangeChange(versions: Versions, { after }: ContractPair, name: string): Explanation | undefined {
  const find = ({ exchanges }: MapperDefinition) =>
    exchanges.find(({ client, from, to }) => client === after.key.client && `${from} to ${to}` === name);
  const was = find(versions.before);
  const is = find(versions.after);
  const parties = [after.key.client, was?.from ?? is?.from, was?.to ?? is?.to];
  if (was === undefined) return explanation('exchange-added', parties);
  if (is === undefined) return explanation('exchange-removed', parties);
  return was.mode === is.mode
    ? undefined
    : explanation('exchange-mode-changed', [...parties, was.mode, is.mode]);
}

/** A sender constraint brings the claim `cnf` (RFC 7800). */
function senderConstraint({ before, after }: Versions, resource: string): Explanation | undefined {
  const was = before.resources.get(resource)?.senderConstrained;
  const is = after.resources.get(resource)?.senderConstrained;
  if (was === is) return undefined;
  const kind = is === undefined ? 'sender-constraint-dropped' : 'sender-constraint-added';
  return explanation(kind, [resource, was, is]);
}

function explanation(
  kind: ChangeKind,
  about: readonly (JsonValue | undefined)[],
  scope?: string,
): Explanation {
  return { kind, edit: editName(kind, ...about), ...(scope !== undefined && { scope }) };
}
