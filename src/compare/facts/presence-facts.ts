import type {
  ClaimRelease,
  Coordinates,
  EffectiveClaim,
  JsonValue,
  Place,
  Presence,
} from '../../model/index.ts';
import type { GrantPair } from '../grants.ts';
import { explain } from '../grouping/explained.ts';
import { type Explanation, scopeOf } from '../grouping/explained-scopes.ts';
import { scopeAfter, scopeBefore } from '../versions.ts';
import { type ClaimContext, seenBy } from './claim-context.ts';
import { editName, type Fact } from './fact.ts';
import { claimPlace, parentPlace } from './places.ts';
import { decisiveReleases, type PresenceKind, type PresenceStep, presenceSteps } from './presence.ts';

/** The same request gets a claim more or less often. At most one step down and one step up are reported. */
export function* presenceFacts(context: ClaimContext): Iterable<Fact> {
  const { versions, claims, smallest } = context;
  const steps = presenceSteps(claims, smallest).map((step) => {
    const releases = decisiveReleases(claims, step);
    const direction = isLoss(step.kind) ? 'lost' : 'gained';
    return { step, releases, explanation: explain(direction, versions, context.pair, step.grant, releases) };
  });
  for (const { step, explanation } of steps) if (explanation) yield echoOf(context, step, explanation);
  const own = steps.filter(({ explanation }) => explanation === undefined);
  const loss = worst(own, 'claim-removed', 'presence-loosened');
  const gain = worst(own, 'claim-added', 'presence-tightened');
  const lost = loss?.step.kind === 'claim-removed' ? loss.releases : [];
  const gained = gain?.step.kind === 'claim-added' ? gain.releases : [];
  const was = lost.length > 0 ? lost : byOtherScopes(context, gained);
  const is = gained.length > 0 ? gained : byOtherScopes(context, lost);
  const grant = (loss ?? gain)?.step.grant;
  if (grant && was.length > 0 && is.length > 0) {
    yield rescoped(context, was, is, grant);
    return;
  }
  if (loss) yield presenceFact(context, loss);
  if (gain) yield presenceFact(context, gain);
}

interface ReleasedStep {
  readonly step: PresenceStep;
  readonly releases: readonly ClaimRelease[];
}

function isLoss(kind: PresenceKind): boolean {
  return kind === 'claim-removed' || kind === 'presence-loosened';
}

/** The step of the first of some kinds; of several, one that takes or brings a claim that is always there. */
function worst(steps: readonly ReleasedStep[], ...kinds: readonly PresenceKind[]): ReleasedStep | undefined {
  for (const kind of kinds) {
    const found = steps.filter(({ step }) => step.kind === kind);
    const certain = found.find(({ step }) => step.was === 'always' || step.is === 'always');
    if (found.length > 0) return certain ?? found[0];
  }
  return undefined;
}

function presenceFact(context: ClaimContext, { step, releases }: ReleasedStep): Fact {
  const { name } = context;
  const scope = onlyScope(releases);
  const sunset = step.kind === 'claim-removed' ? releases[0]?.claim?.deprecated?.sunset : undefined;
  const ends = step.kind === 'claim-removed' || step.kind === 'claim-added';
  return {
    kind: step.kind,
    edit: editName(step.kind, name),
    ...placesOf(context, step.kind, releases[0]),
    ...(!ends && { before: step.was, after: step.is }),
    coordinates: { claim: name, ...(scope !== undefined && { scope }) },
    ...(sunset !== undefined && { sunset }),
    ...seenBy(context, step.grant),
  };
}

/** Where a claim is made more or less certain: in its entry, or where it is released. */
export function placesOf(
  { claims, versions }: ClaimContext,
  kind: PresenceKind,
  release: ClaimRelease | undefined,
): { readonly at: Place; readonly beforeAt?: Place } {
  if (kind === 'claim-added') return { at: release?.at ?? versions.after.at };
  if (kind === 'claim-removed') {
    return { at: parentPlace(versions.after, release), ...(release && { beforeAt: release.at }) };
  }
  if (release !== undefined && declaredPresence(claims.before) === declaredPresence(claims.after)) {
    const before = sameRelease(claims.before, release);
    const after = sameRelease(claims.after, release);
    return { at: after?.at ?? parentPlace(versions.after, release), ...(before && { beforeAt: before.at }) };
  }
  return {
    at: claims.after ? claimPlace(claims.after, 'presence') : versions.after.at,
    ...(claims.before && { beforeAt: claimPlace(claims.before, 'presence') }),
  };
}

/** What the entry of a claim says itself; equal on both sides, the edit is at what releases it: `tenant_id?`. */
function declaredPresence(claim: EffectiveClaim | undefined): Presence | undefined {
  return claim?.releases.find((release) => release.claim !== undefined)?.claim?.presence;
}

function sameRelease(claim: EffectiveClaim | undefined, { by }: ClaimRelease): ClaimRelease | undefined {
  return claim?.releases.find((release) => release.by.kind === by.kind && release.by.name === by.name);
}

/**
 * The releases by scopes that only the other version has: no request of both versions shows them, and yet it is
 * they that take the place of a scope's release, or gave way to it.
 */
function byOtherScopes(
  { claims, versions }: ClaimContext,
  releases: readonly ClaimRelease[],
): readonly ClaimRelease[] {
  if (releases.length === 0 || onlyScope(releases) === undefined) return [];
  const isLost = claims.before?.releases.some((release) => releases.includes(release)) ?? false;
  const others = (isLost ? claims.after : claims.before)?.releases ?? [];
  const isKnown = (scope: string): boolean =>
    isLost
      ? versions.before.scopes.has(scopeBefore(versions, scope))
      : versions.after.scopes.has(scopeAfter(versions, scope));
  return others.filter((release) => {
    const scope = scopeOf(release);
    return scope !== undefined && !isKnown(scope);
  });
}

/** A claim that another scope releases now. */
function rescoped(
  context: ClaimContext,
  losing: readonly ClaimRelease[],
  gaining: readonly ClaimRelease[],
  grant: GrantPair,
): Fact {
  const before = releaserNames(losing);
  const after = releaserNames(gaining);
  const [was] = losing;
  return {
    kind: 'claim-rescoped',
    edit: editName('claim-rescoped', context.name, before, after),
    coordinates: { claim: context.name },
    at: gaining[0]?.at ?? context.versions.after.at,
    ...(was && { beforeAt: was.at }),
    before,
    after,
    ...seenBy(context, grant),
  };
}

function releaserNames(releases: readonly ClaimRelease[]): JsonValue {
  return [...new Set(releases.map((release) => scopeOf(release) ?? release.by.name))].sort();
}

/** The edit that explains a step: it is told once, with this contract among those that show it. */
function echoOf(context: ClaimContext, step: PresenceStep, { kind, edit, scope }: Explanation): Fact {
  return {
    kind,
    edit,
    coordinates: scope === undefined ? {} : { scope },
    at: context.pair.after.at,
    beforeAt: context.pair.before.at,
    echo: true,
    // Of what a variant brings, readers know nothing yet: only what it takes is named.
    ...((kind !== 'token-variant-changed' || step.kind === 'claim-removed') && { claim: context.name }),
    ...seenBy(context, step.grant),
  };
}

/** The scope by which alone a claim is released, if there is one. */
function onlyScope(releases: readonly ClaimRelease[]): Coordinates['scope'] {
  const scopes = new Set(releases.map(scopeOf));
  return scopes.size === 1 ? [...scopes][0] : undefined;
}
