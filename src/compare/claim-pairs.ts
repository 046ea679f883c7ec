import { layersOf, partsOf } from '../contract/index.ts';
import type { Claim, EffectiveClaim, EffectiveContract, MapperDefinition } from '../model/index.ts';
import { pathKey, showPath } from '../model/index.ts';
import { canonical } from './canonical.ts';
import { partSignature, signature } from './claim-signature.ts';
import type { ContractPair } from './pairing.ts';
import { isSameList } from './versions.ts';

/** The same member of the tokens of both versions; one side is absent where it was added or removed. */
export interface ClaimPair {
  readonly before?: EffectiveClaim;
  readonly after?: EffectiveClaim;
}

/** Entries of before whose member has another name after, by id → the entry of after. */
export type ClaimRenames = ReadonlyMap<string, Claim>;

/**
 * Claims that were given another name: the entry kept its id and got another path, or one path is gone and
 * one is new with the same source and the same schema. Sources are compared, never interpreted.
 */
export function claimRenames(before: MapperDefinition, after: MapperDefinition): ClaimRenames {
  const pathsBefore = new Set([...before.claims.values()].map(({ path }) => pathKey(path)));
  const pathsAfter = new Set([...after.claims.values()].map(({ path }) => pathKey(path)));
  const gone = [...before.claims.values()].filter(({ path }) => !pathsAfter.has(pathKey(path)));
  const come = [...after.claims.values()].filter(({ path }) => !pathsBefore.has(pathKey(path)));
  const renames = new Map<string, Claim>();
  const taken = new Set<Claim>();
  for (const claim of gone) {
    const same = come.find(({ id }) => id === claim.id) ?? onlyOne(come, gone, claim);
    if (same === undefined || taken.has(same)) continue;
    renames.set(claim.id, same);
    taken.add(same);
  }
  return renames;
}

function onlyOne(come: readonly Claim[], gone: readonly Claim[], claim: Claim): Claim | undefined {
  if (claim.source === undefined) return undefined;
  const alike = (other: Claim): boolean =>
    other.source === claim.source && canonical(other.schema) === canonical(claim.schema);
  const candidates = come.filter(alike);
  return candidates.length === 1 && gone.filter(alike).length === 1 ? candidates[0] : undefined;
}

type Claims = EffectiveContract['claims'];

/** Keys at which two maps differ that many contracts share. */
const known = new WeakMap<Claims, WeakMap<Claims, readonly string[]>>();

function sharedDifferences(before: Claims, after: Claims): readonly string[] {
  const ofBefore = known.get(before) ?? new WeakMap<Claims, readonly string[]>();
  known.set(before, ofBefore);
  const keys = ofBefore.get(after) ?? differences(keysOfOtherParts(before, after), before, after);
  ofBefore.set(after, keys);
  return keys;
}

/** Keys that may differ: what the same parts bring, and no other, is the same. */
function keysOfOtherParts(before: Claims, after: Claims): ReadonlySet<string> {
  const [partsBefore, partsAfter] = [partsOf(before), partsOf(after)];
  const [was, is] = [partsBefore.map(partSignature), partsAfter.map(partSignature)];
  if (isSameList(was, is)) return new Set();
  const [inBefore, inAfter] = [new Set(was), new Set(is)];
  const others = [
    ...partsBefore.filter((_, index) => !inAfter.has(was[index] ?? '')),
    ...partsAfter.filter((_, index) => !inBefore.has(is[index] ?? '')),
  ];
  return new Set(others.flatMap(({ byKey }) => [...byKey.keys()]));
}

function differences(keys: ReadonlySet<string>, before: Claims, after: Claims): readonly string[] {
  return [...keys].filter((key) => {
    const [was, is] = [before.get(key), after.get(key)];
    return was === undefined || is === undefined || signature(was) !== signature(is);
  });
}

function differentKeys({ before, after }: ContractPair): readonly string[] {
  const [was, is] = [layersOf(before.claims), layersOf(after.claims)];
  const keys = new Set([...sharedDifferences(was.shared, is.shared), ...was.own.keys(), ...is.own.keys()]);
  return differences(keys, before.claims, after.claims);
}

/**
 * Pairs the claims of two contracts by path, then by rename.
 *
 * @param which all of them, or only those that are not the same
 */
export function* pairedClaims(
  pair: ContractPair,
  renames: ClaimRenames,
  which: 'all' | 'different',
): Iterable<ClaimPair> {
  const { before, after } = pair;
  const renamed = new Set<string>();
  const keys =
    which === 'all' ? new Set([...before.claims.keys(), ...after.claims.keys()]) : differentKeys(pair);
  const sorted = [...keys].sort();
  for (const key of sorted) {
    const claim = before.claims.get(key);
    if (claim === undefined) continue;
    const same = after.claims.get(key) ?? renamedClaim(claim, before, after, renames, renamed);
    if (same === undefined) yield { before: claim };
    else {
      if (same.key !== key) renamed.add(same.key);
      yield { before: claim, after: same };
    }
  }
  for (const key of sorted) {
    const claim = after.claims.get(key);
    if (claim !== undefined && !before.claims.has(key) && !renamed.has(key)) yield { after: claim };
  }
}

function renamedClaim(
  claim: EffectiveClaim,
  before: ContractPair['before'],
  after: ContractPair['after'],
  renames: ClaimRenames,
  taken: ReadonlySet<string>,
): EffectiveClaim | undefined {
  for (const { claim: declared } of claim.releases) {
    const target = declared && renames.get(declared.id);
    if (target === undefined) continue;
    for (const candidate of after.claims.values()) {
      const isTarget = candidate.releases.some((release) => release.claim?.id === target.id);
      if (isTarget && !before.claims.has(candidate.key) && !taken.has(candidate.key)) return candidate;
    }
  }
  return undefined;
}

/** The name of a claim as it was declared, so that `${client}` stays one claim for all clients. */
export function declaredName(claim: EffectiveClaim): string {
  for (const release of claim.releases) {
    if (release.claim !== undefined) return showPath(release.claim.path);
  }
  return showPath(claim.path);
}
