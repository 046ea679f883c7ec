import type { ClaimRelease, MapperDefinition } from '../../model/index.ts';
import { placeOf } from '../../model/index.ts';
import { constraintChange } from '../facts/resources.ts';
import { writersOf } from '../facts/writers.ts';
import type { GrantPair } from '../grants.ts';
import type { ContractPair } from '../pairing.ts';
import { scopeAfter, scopeBefore, type Versions } from '../versions.ts';
import {
  type Direction,
  type Explanation,
  explainScope,
  explanation,
  formChange,
  openingChange,
  scopeOf,
} from './explained-scopes.ts';
import { reachChange } from './reach.ts';

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

function explainOne(
  direction: Direction,
  versions: Versions,
  pair: ContractPair,
  grant: GrantPair,
  release: ClaimRelease,
): Explanation | undefined {
  const scope = scopeOf(release);
  const byProfile =
    release.by.kind === 'profile'
      ? (profileChange(versions, pair) ?? introspectedChange(versions, pair))
      : undefined;
  if (byProfile !== undefined) return byProfile;
  // A realm's own entry for `cnf` says when it is there without any client's asking.
  if (release.by.kind === 'client' && (release.claim?.path[0] ?? 'cnf') === 'cnf') {
    return clientConstraint(versions, release.by.name);
  }
  if (release.by.kind === 'resource') {
    const { name } = release.by;
    const bound = release.claim === undefined ? senderConstraint(versions, name) : undefined;
    const found = bound ?? reachChange(direction, versions, pair, grant, name);
    if (found !== undefined) return found;
  }
  if (scope !== undefined) {
    const isDetail = release.by.kind === 'scope' && release.claim === undefined;
    return (
      explainScope(direction, versions, pair, grant, scope) ??
      (isDetail ? formChange(direction, versions, scope) : undefined) ??
      (isStillReleased(versions, release, scope)
        ? openingChange(versions, scope, pair.after.key.resource)
        : undefined)
    );
  }
  switch (release.by.kind) {
    case 'exchange':
      return exchangeChange(versions, pair, release.by.name);
    default:
      return undefined;
  }
}

/** Whether a scope releases a claim in both versions. */
function isStillReleased(versions: Versions, { claim }: ClaimRelease, scope: string): boolean {
  const name = scopeBefore(versions, scope);
  const sides = [versions.before.scopes.get(name), versions.after.scopes.get(scopeAfter(versions, name))];
  return sides.every((side) =>
    [...(side?.releases.values() ?? [])].some((list) => list.some((release) => release.claim === claim?.id)),
  );
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

function profileChange(versions: Versions, pair: ContractPair): Explanation | undefined {
  const { before, after } = pair;
  if (before.profile === after.profile) return undefined;
  const { after: name } = writersOf(versions, pair, 'profile');
  return explanation('token-profile-changed', [name, before.profile, after.profile]);
}

/** An answer about a token repeats what its profile puts in: what became of the token is told of the token. */
function introspectedChange(versions: Versions, { after }: ContractPair): Explanation | undefined {
  const { of: name = '' } = versions.after.tokenTypes.get(after.key.tokenType) ?? {};
  const was = versions.before.tokenTypes.get(name);
  const is = versions.after.tokenTypes.get(name);
  if (was === undefined || is === undefined) return undefined;
  if (was.format !== is.format) {
    const { file, line, column } = placeOf(is, 'format');
    return explanation('token-format-changed', [[file, line, column], was.format, is.format]);
  }
  if (was.profile === is.profile) return undefined;
  return explanation('token-profile-changed', [name, was.profile, is.profile]);
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
  const was = before.resources.get(resource);
  const is = after.resources.get(resource);
  const kind = was && is && constraintChange(was, is);
  return kind && explanation(kind, [resource, was.senderConstrained, is.senderConstrained]);
}

/** So does that of a client. */
function clientConstraint({ before, after }: Versions, client: string): Explanation | undefined {
  const was = before.clients.get(client);
  const is = after.clients.get(client);
  const kind = was && is && constraintChange(was, is);
  return kind && explanation(kind, [undefined, client, was.senderConstrained, is.senderConstrained]);
}
