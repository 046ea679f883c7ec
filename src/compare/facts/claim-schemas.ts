import { claimSchema } from '../../contract/index.ts';
import type { ChangeKind, EffectiveClaim, JsonSchema } from '../../model/index.ts';
import { canonical } from '../../model/index.ts';
import type { GrantPair } from '../grants.ts';
import { scopeOf } from '../grouping/explained-scopes.ts';
import type { Judge } from '../judge.ts';
import { scopeAfter, scopeBefore } from '../versions.ts';
import { type ClaimContext, seenBy } from './claim-context.ts';
import { type EditedValues, editedValues, sunsetOfValues } from './edited-values.ts';
import { editName, type Fact, undecidedForReaders } from './fact.ts';
import { claimPlace } from './places.ts';
import { presenceOf } from './presence.ts';

/** What becomes of a claim's values, under each request that has the claim on both sides. */
export function* schemaFacts(
  context: ClaimContext,
  before: EffectiveClaim,
  after: EffectiveClaim,
): Iterable<Fact> {
  if (followsFromOthers(before) && followsFromOthers(after)) return;
  const { smallest, widest, name } = context;
  let edit: EditedValues | undefined;
  for (const grant of [...smallest, widest]) {
    if (presenceOf(before, grant.before) === 'never' || presenceOf(after, grant.after) === 'never') continue;
    const was = withoutLost(context, before, grant);
    const is = withoutGained(context, after, grant);
    const unknown = newlyUnknown(was, is);
    const schemas = [claimSchema(was, grant.before), claimSchema(is, grant.after)] as const;
    const kind = unknown === undefined ? schemaKind(context.judge, ...schemas) : 'claim-undecided';
    if (kind === undefined) continue;
    edit ??= editedValues(was, is, grant);
    const sunset = sunsetOfValues(before, edit);
    yield {
      kind,
      edit: editName('schema', name, edit.declaredBefore, edit.declaredAfter),
      coordinates: { claim: name },
      at: claimPlace(after, 'schema'),
      beforeAt: claimPlace(before, 'schema'),
      before: edit.before,
      after: edit.after,
      ...(sunset !== undefined && { sunset }),
      ...seenBy(context, grant),
      ...(unknown !== undefined && { effect: undecidedForReaders(unknown) }),
    };
  }
}

/** Why values can't be compared: what fills the claim is unknown, and not the same on both sides. */
function newlyUnknown(before: EffectiveClaim, after: EffectiveClaim): string | undefined {
  const unknown = [...after.releases, ...before.releases].find(({ claim }) => claim?.unresolved);
  if (unknown === undefined) return undefined;
  const contents = [before, after].map(({ releases }) =>
    canonical(
      releases.flatMap(({ claim }) => (claim?.unresolved ? [claim.unresolved, claim.source ?? ''] : [])),
    ),
  );
  return contents[0] === contents[1] ? undefined : unknown.claim?.unresolved;
}

/** True for claims that no entry declares: their values follow from issuer, audience, client and scopes. */
function followsFromOthers({ releases }: EffectiveClaim): boolean {
  return releases.every(({ claim }) => claim === undefined || claim.implied);
}

function schemaKind(judge: Judge, was: JsonSchema, is: JsonSchema): ChangeKind | undefined {
  if (canonical(was) === canonical(is)) return undefined;
  const wider = judge.included(was, is).verdict === 'included';
  const narrower = judge.included(is, was).verdict;
  if (narrower === 'undecided') return 'claim-undecided';
  if (narrower === 'not-included') return wider ? 'claim-widened' : 'claim-changed';
  return wider ? undefined : 'claim-narrowed';
}

/** The claim without what a scope that is not granted any more had put in: that is the scope's own change. */
function withoutLost({ versions }: ClaimContext, claim: EffectiveClaim, grant: GrantPair): EffectiveClaim {
  const isKept = (scope: string): boolean => grant.after.has(scopeAfter(versions, scope));
  return keeping(claim, isKept, grant.before);
}

function withoutGained({ versions }: ClaimContext, claim: EffectiveClaim, grant: GrantPair): EffectiveClaim {
  const isKept = (scope: string): boolean => grant.before.has(scopeBefore(versions, scope));
  return keeping(claim, isKept, grant.after);
}

/** Leaves the claim as it is where nothing of it would be left under the grant. */
function keeping(
  claim: EffectiveClaim,
  isKept: (scope: string) => boolean,
  granted: ReadonlySet<string>,
): EffectiveClaim {
  const releases = claim.releases.filter((release) => {
    const scope = scopeOf(release);
    return scope === undefined || isKept(scope);
  });
  if (releases.length === claim.releases.length) return claim;
  const kept = { ...claim, releases };
  return presenceOf(kept, granted) === 'never' ? claim : kept;
}
