import type { ChangeKind, Claim, EffectiveClaim, JsonValue } from '../../model/index.ts';
import type { ClaimContext } from './claim-context.ts';
import { editName, type Fact, NO_EFFECT } from './fact.ts';
import { claimPlace } from './places.ts';

/** What a schema can't say, and no token shows: where values come from, whether they can change, whether more will come. */
export function* detailFacts(
  context: ClaimContext,
  before: EffectiveClaim,
  after: EffectiveClaim,
): Iterable<Fact> {
  const was = declared(before);
  const is = declared(after);
  if (was.length === 0 || is.length === 0) return;
  const fact = (kind: ChangeKind, key: string, values: readonly [JsonValue, JsonValue]): Fact =>
    detail(context, kind, key, values);

  // A pairwise identifier comes from elsewhere because the client's subject type says so.
  const pairwise = [...was, ...is].some(({ source }) => source === 'pairwise');
  const sources = [lostSources(was, is), lostSources(is, was)] as const;
  if (sources[0] !== '' && sources[1] !== '' && !pairwise) yield fact('source-changed', 'source', sources);
  const mutableBefore = isMutable(was);
  const mutableAfter = isMutable(is);
  if (mutableBefore !== mutableAfter && [...was, ...is].some(identifies)) {
    const kind = mutableAfter ? 'identifier-made-mutable' : 'identifier-made-immutable';
    yield fact(kind, 'mutable', [mutableBefore, mutableAfter]);
  }
  const growthBefore = growthOf(was);
  const growthAfter = growthOf(is);
  if (growthBefore !== growthAfter) {
    const kind = growthAfter === 'open' ? 'values-opened' : 'values-closed';
    yield fact(kind, 'values', [growthBefore, growthAfter]);
  }
}

function detail(
  context: ClaimContext,
  kind: ChangeKind,
  key: string,
  values: readonly [JsonValue, JsonValue],
): Fact {
  const { name, claims, pair, versions } = context;
  const [before, after] = values;
  return {
    kind,
    edit: editName(kind, name, before, after),
    coordinates: { claim: name },
    at: claims.after ? claimPlace(claims.after, key) : versions.after.at,
    ...(claims.before && { beforeAt: claimPlace(claims.before, key) }),
    before,
    after,
    seenIn: pair.after.key,
    effect: NO_EFFECT,
  };
}

/** Whether the list of a claim's values was whole and may grow from now on. */
export function isOpened(before: EffectiveClaim, after: EffectiveClaim): boolean {
  const [was, is] = [declared(before), declared(after)];
  return was.length > 0 && is.length > 0 && growthOf(was) === 'closed' && growthOf(is) === 'open';
}

function declared(claim: EffectiveClaim): readonly Claim[] {
  return claim.releases.flatMap((release) => (release.claim ? [release.claim] : []));
}

/** Sources that only one side has; another entry for the same claim adds one, and changes none. */
function lostSources(here: readonly Claim[], there: readonly Claim[]): string {
  const known = new Set(there.map(({ source }) => source));
  const lost = new Set(
    here.flatMap(({ source }) => (source === undefined || known.has(source) ? [] : source)),
  );
  return [...lost].sort().join(', ');
}

function isMutable(claims: readonly Claim[]): boolean {
  return claims.some(({ mutable }) => mutable === true);
}

/** A claim that was promised to be immutable identifies somebody, whatever its use is called. */
function identifies({ use, mutable }: Claim): boolean {
  return use === 'identifier' || mutable === false;
}

function growthOf(claims: readonly Claim[]): Claim['growth'] {
  return claims.some(({ growth }) => growth === 'open') ? 'open' : 'closed';
}
