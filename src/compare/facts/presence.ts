import { presenceUnder } from '../../contract/index.ts';
import type { ChangeKind, ClaimRelease, EffectiveClaim, Presence } from '../../model/index.ts';
import type { GrantPair } from '../grants.ts';
import { scopeOf } from '../grouping/explained-scopes.ts';
import { scopeBefore, type Versions } from '../versions.ts';
import type { ClaimPair } from './claim-pairs.ts';

export type PresenceKind = Extract<
  ChangeKind,
  'claim-added' | 'claim-removed' | 'presence-loosened' | 'presence-tightened'
>;

/** One request for which a claim is there more or less often than it was. */
export interface PresenceStep {
  readonly kind: PresenceKind;
  readonly grant: GrantPair;
  readonly was: Presence;
  readonly is: Presence;
}

/** Scopes (names before) that release a claim in either version. */
export function releasingScopes(versions: Versions, { before, after }: ClaimPair): ReadonlySet<string> {
  const scopes = new Set<string>();
  for (const release of before?.releases ?? []) addScope(scopes, scopeOf(release));
  for (const release of after?.releases ?? []) {
    const scope = scopeOf(release);
    addScope(scopes, scope === undefined ? undefined : scopeBefore(versions, scope));
  }
  return scopes;
}

function addScope(scopes: Set<string>, scope: string | undefined): void {
  if (scope !== undefined) scopes.add(scope);
}

/** Every smallest request under which the presence of a claim is another one. */
export function presenceSteps(claims: ClaimPair, grants: readonly GrantPair[]): readonly PresenceStep[] {
  return grants.flatMap((grant) => {
    const was = presenceOf(claims.before, grant.before);
    const is = presenceOf(claims.after, grant.after);
    return was === is ? [] : [{ kind: kindOf(was, is), grant, was, is }];
  });
}

export function presenceOf(claim: EffectiveClaim | undefined, scopes: ReadonlySet<string>): Presence {
  return claim === undefined ? 'never' : presenceUnder(claim, scopes);
}

function kindOf(was: Presence, is: Presence): PresenceKind {
  if (was === 'never') return 'claim-added';
  if (is === 'never') return 'claim-removed';
  return was === 'always' ? 'presence-loosened' : 'presence-tightened';
}

/**
 * The releases that make a presence what it is on the side where it is higher: all of them where the claim
 * appears or disappears, those that are `always` where it becomes more or less certain.
 */
export function decisiveReleases(claims: ClaimPair, { kind, grant }: PresenceStep): readonly ClaimRelease[] {
  const higherBefore = kind === 'claim-removed' || kind === 'presence-loosened';
  const claim = higherBefore ? claims.before : claims.after;
  const granted = higherBefore ? grant.before : grant.after;
  const certain = kind === 'presence-loosened' || kind === 'presence-tightened';
  return (claim?.releases ?? []).filter(
    ({ scope, presence }) =>
      (scope === undefined || granted.has(scope)) && (!certain || presence === 'always'),
  );
}
