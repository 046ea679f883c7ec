import type { Claim, MapperDefinition, PrivacyLevel } from '../../model/index.ts';
import { pathKey, showPath } from '../../model/index.ts';
import { privacyRank } from '../../privacy/classification.ts';
import type { ClaimRenames } from '../facts/claim-pairs.ts';
import { privacyOf } from './claim-privacy.ts';

/** A definition whose claims tell at least as much as they did, and what it really says of those that told more. */
export interface KeptLevels {
  readonly definition: MapperDefinition;
  /** Names of claims whose level was lowered → the level that they have now. */
  readonly lowered: ReadonlyMap<string, PrivacyLevel>;
}

/**
 * Puts levels back that a definition lowered: values tell what they told, whatever they are called from now on,
 * so whoever gets them by the same edit gets what they told before.
 */
export function keepLevels(
  before: MapperDefinition,
  after: MapperDefinition,
  renames: ClaimRenames,
): KeptLevels {
  const lowered = new Map<string, PrivacyLevel>();
  const claims = new Map(after.claims);
  const earlier = earlierEntries(before, renames);
  for (const claim of after.claims.values()) {
    const was = earlier.get(pathKey(claim.path));
    if (was === undefined) continue;
    const { level, category } = privacyOf(was, { claim: was });
    const now = privacyOf(claim, { claim }).level;
    if (privacyRank(level) <= privacyRank(now)) continue;
    lowered.set(showPath(claim.path), now);
    claims.set(claim.id, { ...claim, privacy: { ...claim.privacy, level, category } });
  }
  return { definition: lowered.size === 0 ? after : { ...after, claims }, lowered };
}

/** Entries of before, by the path that their claim has after. */
function earlierEntries(before: MapperDefinition, renames: ClaimRenames): ReadonlyMap<string, Claim> {
  return new Map(
    [...before.claims.values()].map((claim) => [pathKey((renames.get(claim.id) ?? claim).path), claim]),
  );
}
