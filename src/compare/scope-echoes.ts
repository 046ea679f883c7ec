import type { EffectiveContract } from '../model/index.ts';
import { declaredName } from './claim-pairs.ts';
import { type Direction, explainScope, scopeOf } from './explained.ts';
import { breaksRequests, type Fact, NO_EFFECT } from './fact.ts';
import type { Grants } from './grants.ts';
import type { ContractPair } from './pairing.ts';
import type { Versions } from './versions.ts';
import { lostToken } from './witness.ts';

/**
 * The contracts whose tokens show that a scope came or went. What the scope releases is not told claim by
 * claim: the scope's own change names these contracts, and the token that is not issued any more.
 */
export function* scopeEchoes(versions: Versions, pair: ContractPair, grants: Grants): Iterable<Fact> {
  const { before, after } = pair;
  for (const [scope, claims] of claimsByScope(before)) {
    const show = () => lostToken(before, new Set([...before.defaultScopes, scope]));
    const effect = breaksRequests(`requests for the scope "${scope}" are refused`, show);
    yield* echo('lost', scope, claims, effect);
  }
  for (const [scope, claims] of claimsByScope(after)) yield* echo('gained', scope, claims, NO_EFFECT);

  function* echo(
    direction: Direction,
    scope: string,
    claims: readonly string[],
    effect: Fact['effect'],
  ): Iterable<Fact> {
    const found = explainScope(direction, versions, pair, grants.of([]), scope);
    if (found === undefined || !WHOLLY.has(found.kind)) return;
    const { kind, edit } = found;
    const { key: seenIn, at } = after;
    for (const claim of claims)
      yield { kind, edit, coordinates: { scope }, at, seenIn, effect, claim, echo: true };
  }
}

/** A scope that stays, but is granted on other requests, shows in the presence of its claims. */
const WHOLLY = new Set(['scope-removed', 'scope-revoked', 'scope-added', 'scope-granted']);

function claimsByScope({ claims }: EffectiveContract): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const claim of claims.values()) {
    // The list of scopes is not something that a scope releases.
    if (claim.key === 'scope') continue;
    for (const scope of new Set(claim.releases.map(scopeOf))) {
      if (scope !== undefined) found.set(scope, [...(found.get(scope) ?? []), declaredName(claim)]);
    }
  }
  return found;
}
