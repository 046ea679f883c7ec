import { isGranted, presenceUnder } from '../../contract/index.ts';
import type { EffectiveContract, JsonObject } from '../../model/index.ts';
import { valueAt } from '../../model/index.ts';
import { declaredScopes, statedScopes } from './declared-scopes.ts';
import type { Group } from './group.ts';
import type { Observation } from './observe.ts';
import type { RequestState } from './requests.ts';
import { claimKey, cut } from './shown-name.ts';

/** The scopes that a contract grants to a request, with those that its client gets anyway. */
const grantedOf = (
  { defaultScopes, optionalScopes }: EffectiveContract,
  requested: ReadonlySet<string>,
): ReadonlySet<string> =>
  new Set([...defaultScopes, ...optionalScopes.filter((scope) => isGranted(scope, requested))]);

/** Root members of a payload in which nothing is declared, as claims are named. */
const excessOf = (payload: JsonObject, { claims }: EffectiveContract): readonly string[] => {
  const declared = new Set([...claims.values()].map(({ path: [name] }) => name));
  return Object.keys(payload).flatMap((name) => (declared.has(name) ? [] : [claimKey(name)]));
};

/** What was asked for, what that grants, and what the token carries: scopes, and the claims that they release. */
export function countRequest({ token, time }: Observation, asked: readonly string[], group: Group): void {
  const { contract, payload, mapper } = token;
  const add = (kind: 'scope' | 'claim', name: string, what: RequestState): void =>
    group.requests.mark(JSON.stringify([kind, name, what]), time);
  const requested = new Set(declaredScopes(asked, mapper));
  for (const scope of requested) add('scope', cut(scope), 'requested');
  for (const scope of statedScopes(token) ?? []) add('scope', cut(scope), 'emitted');
  if (contract === undefined || payload === undefined) return;
  const granted = grantedOf(contract, requested);
  for (const scope of granted) add('scope', cut(scope), 'granted');
  for (const claim of contract.claims.values()) {
    if (presenceUnder(claim, requested) !== 'never') add('claim', claim.key, 'requested');
    if (presenceUnder(claim, granted) !== 'never') add('claim', claim.key, 'granted');
    if (valueAt(payload, claim.path) !== undefined) add('claim', claim.key, 'emitted');
  }
  for (const claim of excessOf(payload, contract)) add('claim', claim, 'emitted');
}
