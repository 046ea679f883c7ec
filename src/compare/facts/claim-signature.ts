import { kept, type Part } from '../../contract/index.ts';
import type { Claim, ClaimRelease, EffectiveClaim } from '../../model/index.ts';
import { canonical, isSameValue } from '../../model/index.ts';

/** Everything of a claim that can matter to a reader, as text. Ids, places and order are left out. */
export const signature = kept(
  ({ key, releases }: EffectiveClaim): string =>
    `${key} ${[...new Set(releases.map(releaseSignature))].sort().join(' ')}`,
);

/** Whether two claims are the same to a reader. */
export function isSameClaim(before: EffectiveClaim, after: EffectiveClaim): boolean {
  return isWrittenAlike(before, after) || signature(before) === signature(after);
}

/** Quicker than two signatures. False, too, where the same releases stand in another order. */
function isWrittenAlike(before: EffectiveClaim, after: EffectiveClaim): boolean {
  return before.key === after.key && isAlikeList(before.releases, after.releases, isSameRelease);
}

function isSameRelease(before: ClaimRelease, after: ClaimRelease): boolean {
  return (
    before.presence === after.presence &&
    before.scope === after.scope &&
    (before.by.kind === 'profile') === (after.by.kind === 'profile') &&
    entrySignature(before.claim ?? UNDECLARED) === entrySignature(after.claim ?? UNDECLARED) &&
    isSameValue(before.schema, after.schema)
  );
}

const alike = new WeakMap<Part, Part>();

/** Whether claims that come together are the same: true only where they are, and in the same order. */
export function isSamePart(before: Part, after: Part): boolean {
  if (alike.get(before) === after) return true;
  const isSame = isAlikeList(before.claims, after.claims, isWrittenAlike);
  if (isSame) alike.set(before, after);
  return isSame;
}

function isAlikeList<Thing>(
  before: readonly Thing[],
  after: readonly Thing[],
  isAlike: (before: Thing, after: Thing) => boolean,
): boolean {
  if (before.length !== after.length) return false;
  return before.every((one, index) => {
    const other = after[index];
    return other !== undefined && isAlike(one, other);
  });
}

const releaseSignature = kept(
  ({ claim, presence, scope, schema, by }: ClaimRelease): string =>
    `${presence} ${JSON.stringify(scope)} ${by.kind === 'profile'} ${entrySignature(claim ?? UNDECLARED)} ${canonical(schema)}`,
);

const UNDECLARED = { growth: 'open' } as const;

/** What an entry says beside its schema; thousands of releases may be of one. */
const entrySignature = kept(({ growth, source, mutable, use, unresolved }: Partial<Claim>): string =>
  JSON.stringify([growth, source, mutable, use, unresolved]),
);
