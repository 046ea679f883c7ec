import { claimSchema } from '../contract/index.ts';
import type { ChangeKind, EffectiveClaim, JsonSchema, JsonValue } from '../model/index.ts';
import { canonical } from './canonical.ts';
import { type ClaimContext, seenBy } from './claim-context.ts';
import { scopeOf } from './explained.ts';
import { editName, type Fact, undecidedForReaders } from './fact.ts';
import type { GrantPair } from './grants.ts';
import type { Judge } from './judge.ts';
import { claimPlace } from './places.ts';
import { presenceOf, releasingScopes } from './presence.ts';
import { scopeAfter, scopeBefore } from './versions.ts';

/** What becomes of a claim's values, under each request that has the claim on both sides. */
export function* schemaFacts(
  context: ClaimContext,
  before: EffectiveClaim,
  after: EffectiveClaim,
): Iterable<Fact> {
  if (followsFromOthers(before) && followsFromOthers(after)) return;
  const { versions, grants, name } = context;
  const smallest = grants.smallest(releasingScopes(versions, context.claims));
  let edit: EditedValues | undefined;
  for (const grant of [...smallest, grants.widest()]) {
    if (presenceOf(before, grant.before) === 'never' || presenceOf(after, grant.after) === 'never') continue;
    const was = withoutLost(context, before, grant);
    const is = withoutGained(context, after, grant);
    const kind = schemaKind(context.judge, claimSchema(was, grant.before), claimSchema(is, grant.after));
    if (kind === undefined) continue;
    edit ??= editedValues(was, is, grant);
    const unknown = [...was.releases, ...is.releases].find((release) => release.claim?.unresolved);
    const seen = seenBy(context, grant);
    yield {
      kind: unknown ? 'claim-undecided' : kind,
      edit: editName('schema', name, edit.before, edit.after),
      coordinates: { claim: name },
      at: claimPlace(after, 'schema'),
      beforeAt: claimPlace(before, 'schema'),
      ...edit,
      ...seen,
      ...(unknown?.claim?.unresolved && { effect: undecidedForReaders(unknown.claim.unresolved) }),
    };
  }
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

interface EditedValues {
  readonly before: JsonValue;
  readonly after: JsonValue;
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
  const kept = { ...claim, releases };
  return presenceOf(kept, granted) === 'never' ? claim : kept;
}

/** The schemas of the entries that were edited: where several entries fill a claim, the others are noise. */
function editedValues(before: EffectiveClaim, after: EffectiveClaim, grant: GrantPair): EditedValues {
  const was = activeSchemas(before, grant.before);
  const is = activeSchemas(after, grant.after);
  const gone = [...was].filter(([text]) => !is.has(text));
  const come = [...is].filter(([text]) => !was.has(text));
  const [oneGone, ...moreGone] = gone;
  const [oneCome, ...moreCome] = come;
  if (oneGone && oneCome && moreGone.length + moreCome.length === 0) {
    return { before: oneGone[1], after: oneCome[1] };
  }
  return { before: claimSchema(before, grant.before), after: claimSchema(after, grant.after) };
}

function activeSchemas(claim: EffectiveClaim, granted: ReadonlySet<string>): Map<string, JsonValue> {
  const active = claim.releases.filter(({ scope }) => scope === undefined || granted.has(scope));
  return new Map(active.map(({ schema }) => [canonical(schema), schema]));
}
