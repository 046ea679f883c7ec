import type { Grants } from '../grants.ts';
import type { Judge } from '../judge.ts';
import type { ContractPair } from '../pairing.ts';
import { hasSameScopes, type Versions } from '../versions.ts';
import { type ClaimContext, contextOf, seenBy } from './claim-context.ts';
import { detailFacts } from './claim-details.ts';
import { type ClaimPair, type ClaimRenames, declaredName, pairedClaims } from './claim-pairs.ts';
import { schemaFacts } from './claim-schemas.ts';
import { editName, type Fact } from './fact.ts';
import { claimPlace } from './places.ts';
import { presenceFacts } from './presence-facts.ts';

/** Every fact about the claims of one pair of contracts. */
export function* claimFacts(
  versions: Versions,
  pair: ContractPair,
  grants: Grants,
  renames: ClaimRenames,
  judge: Judge,
): Iterable<Fact> {
  const which = hasSameScopes(versions, pair.before, pair.after) ? 'different' : 'all';
  for (const claims of pairedClaims(pair, renames, which)) {
    const named = claims.before ?? claims.after;
    if (named === undefined || isScopeList(claims, pair)) continue;
    const context = contextOf({ versions, pair, judge, claims, name: declaredName(named) }, grants);
    yield* presenceFacts(context);
    if (claims.before && claims.after) {
      yield* renameFacts(context);
      yield* schemaFacts(context, claims.before, claims.after);
      yield* detailFacts(context, claims.before, claims.after);
    }
  }
}

/** The list of granted scopes: what it names, and that it names any, is told as changes of scopes. */
function isScopeList({ before, after }: ClaimPair, pair: ContractPair): boolean {
  if ((before ?? after)?.key !== 'scope') return false;
  const releases = [...(before?.releases ?? []), ...(after?.releases ?? [])];
  const isUndeclared = releases.every(({ claim }) => claim === undefined || claim.implied);
  return isUndeclared && pair.before.profile === pair.after.profile;
}

function* renameFacts(context: ClaimContext): Iterable<Fact> {
  const { before, after } = context.claims;
  if (before === undefined || after === undefined || before.key === after.key) return;
  const sunset = before.releases[0]?.claim?.deprecated?.sunset;
  const name = declaredName(after);
  for (const grant of [...context.smallest, context.widest]) {
    yield {
      kind: 'claim-renamed',
      edit: editName('claim-renamed', context.name, name),
      coordinates: { claim: context.name },
      at: claimPlace(after, 'path'),
      beforeAt: claimPlace(before, 'path'),
      before: context.name,
      after: name,
      ...(sunset !== undefined && { sunset }),
      ...seenBy(context, grant),
    };
  }
}
