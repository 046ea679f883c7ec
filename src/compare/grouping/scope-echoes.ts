import type { EffectiveClaim, EffectiveContract } from '../../model/index.ts';
import { declaredName } from '../facts/claim-pairs.ts';
import { breaks, type Effect, type Fact, NO_EFFECT } from '../facts/fact.ts';
import type { Grants } from '../grants.ts';
import type { ContractPair } from '../pairing.ts';
import { hasSameScopes, scopeAfter, scopeBefore, type Versions } from '../versions.ts';
import { type Direction, explainScope, scopeOf } from './explained-scopes.ts';

/**
 * The contracts whose tokens show that a scope came or went. What the scope releases is not told claim by
 * claim: the scope's own change names these contracts and claims, and the token that is not issued any more.
 */
export function* scopeEchoes(versions: Versions, pair: ContractPair, grants: Grants): Iterable<Fact> {
  const { before, after } = pair;
  if (hasSameScopes(versions, before, after)) return;
  const had = grantable(before);
  const has = grantable(after);
  for (const scope of had) {
    if (has.has(scopeAfter(versions, scope))) continue;
    const effect = breaks(`requests for the scope "${scope}" are refused`);
    yield* echoes('lost', versions, pair, grants, scope, () => effect);
  }
  for (const scope of has) {
    if (had.has(scopeBefore(versions, scope))) continue;
    const plain = grants.reaching([]);
    const grant = { before: plain.before, after: new Set([...plain.after, scope]) };
    // A claim that readers know from elsewhere may have other values with this scope.
    yield* echoes('gained', versions, pair, grants, scope, ({ key }) =>
      before.claims.has(key)
        ? {
            effect: 'asked',
            question: { pair, grant, isNewRequest: true, keysBefore: [key], keysAfter: [key] },
          }
        : NO_EFFECT,
    );
  }
}

function grantable({ defaultScopes, optionalScopes }: EffectiveContract): ReadonlySet<string> {
  return new Set([...defaultScopes, ...optionalScopes].sort());
}

function* echoes(
  direction: Direction,
  versions: Versions,
  pair: ContractPair,
  grants: Grants,
  scope: string,
  effectOn: (claim: EffectiveClaim) => Effect,
): Iterable<Fact> {
  const found = explainScope(direction, versions, pair, grants.of([]), scope);
  if (found === undefined) return;
  const { claims } = direction === 'lost' ? pair.before : pair.after;
  for (const claim of claims.values()) {
    // The list of scopes is not something that a scope releases.
    if (claim.key === 'scope' || !claim.releases.some((release) => scopeOf(release) === scope)) continue;
    yield {
      kind: found.kind,
      edit: found.edit,
      coordinates: { scope },
      at: pair.after.at,
      seenIn: pair.after.key,
      effect: effectOn(claim),
      claim: declaredName(claim),
      echo: true,
    };
  }
}
