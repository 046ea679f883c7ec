import { keptForBoth, type Part, partsOf, unboundLayersOf } from '../../contract/index.ts';
import type { Claim, EffectiveClaim, EffectiveContract, MapperDefinition } from '../../model/index.ts';
import { canonical, pathKey, showPath } from '../../model/index.ts';
import type { ContractPair } from '../pairing.ts';
import { isSameClaim, isSamePart } from './claim-signature.ts';

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

/** Keys of claims that may differ, of maps that many contracts share. */
const sharedKeys = keptForBoth(
  (before: Claims, after: Claims): ReadonlySet<string> =>
    new Set(keysOfOtherParts(partsOf(before), partsOf(after))),
);

/**
 * What the same parts bring, and no other, is the same. Of two versions, most parts are the same in the same place,
 * counted from the start or from the end.
 */
function* keysOfOtherParts(before: readonly Part[], after: readonly Part[]): Iterable<string> {
  const added = after.length - before.length;
  const isSameAt = (place: number, moved: number): boolean => {
    const [was, is] = [before[place], after[place + moved]];
    return was !== undefined && is !== undefined && isSamePart(was, is);
  };
  let start = 0;
  while (isSameAt(start, 0)) start += 1;
  let end = before.length;
  while (end > start && end + added > start && isSameAt(end - 1, added)) end -= 1;
  const isOther = (_: Part, place: number): boolean => added !== 0 || !isSameAt(start + place, 0);
  for (const parts of [before.slice(start, end), after.slice(start, end + added)]) {
    for (const { byKey } of parts.filter(isOther)) yield* byKey.keys();
  }
}

function differences(keys: Iterable<string>, before: Claims, after: Claims): readonly string[] {
  return [...keys].filter((key) => {
    const [was, is] = [before.get(key), after.get(key)];
    return was === undefined || is === undefined || !isSameClaim(was, is);
  });
}

/**
 * Keys at which two contracts differ. Claims follow from nothing but their parts and the client, whom both contracts
 * are about: so parts that are the same bring the same claims, whatever made the parts, and most of the claims need
 * not be put together at all.
 */
function differentKeys({ before, after }: ContractPair): readonly string[] {
  const [was, is] = [unboundLayersOf(before.claims), unboundLayersOf(after.claims)];
  const own = differences(new Set([...was.own.keys(), ...is.own.keys()]), was.own, is.own);
  const shared = sharedKeys(was.shared, is.shared);
  if (own.length === 0 && shared.size === 0) return [];
  return differences(new Set([...shared, ...own]), before.claims, after.claims);
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
    const same = after.claims.get(key) ?? renamedClaim(claim, pair, sorted, renames, renamed);
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

/** The claim that has the place of another one after: a key that is new is among those that differ. */
function renamedClaim(
  claim: EffectiveClaim,
  { before, after }: ContractPair,
  keys: readonly string[],
  renames: ClaimRenames,
  taken: ReadonlySet<string>,
): EffectiveClaim | undefined {
  for (const { claim: declared } of claim.releases) {
    const target = declared && renames.get(declared.id);
    if (target === undefined) continue;
    for (const key of keys) {
      const candidate = before.claims.has(key) || taken.has(key) ? undefined : after.claims.get(key);
      if (candidate?.releases.some((release) => release.claim?.id === target.id)) return candidate;
    }
  }
  return undefined;
}

/** The claims of a contract that are declared by a name. */
export function claimsNamed({ claims }: EffectiveContract, name: string): readonly EffectiveClaim[] {
  return [...claims.values()].filter((claim) => declaredName(claim) === name);
}

/** The name of a claim as it was declared, so that `${client}` stays one claim for all clients. */
export function declaredName(claim: EffectiveClaim): string {
  for (const release of claim.releases) {
    if (release.claim !== undefined) return showPath(release.claim.path);
  }
  return showPath(claim.path);
}
