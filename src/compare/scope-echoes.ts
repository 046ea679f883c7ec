import type { ClaimRelease, EffectiveContract } from '../model/index.ts';
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
  for (const scope of releasingScopes(before)) {
    const show = () => lostToken(before, new Set([...before.defaultScopes, scope]));
    const effect = breaksRequests(`requests for the scope "${scope}" are refused`, show);
    yield* echo('lost', scope, effect);
  }
  for (const scope of releasingScopes(after)) yield* echo('gained', scope, NO_EFFECT);

  function* echo(direction: Direction, scope: string, effect: Fact['effect']): Iterable<Fact> {
    const found = explainScope(direction, versions, pair, grants.of([]), scope);
    if (found === undefined || !WHOLLY.has(found.kind)) return;
    const { kind, edit } = found;
    const { key: seenIn, at } = after;
    yield { kind, edit, coordinates: { scope }, at, seenIn, effect, echo: true };
  }
}

/** A scope that stays, but is granted on other requests, shows in the presence of its claims. */
const WHOLLY = new Set(['scope-removed', 'scope-revoked', 'scope-added', 'scope-granted']);

function releasingScopes({ claims }: EffectiveContract): ReadonlySet<string> {
  const releases: ClaimRelease[] = [...claims.values()].flatMap((claim) => claim.releases);
  const scopes = releases.map(scopeOf).filter((scope) => scope !== undefined);
  return new Set(scopes.sort());
}
