import { acceptedSchema } from '../../contract/index.ts';
import type { EffectiveContract } from '../../model/index.ts';
import { isOpened } from '../facts/claim-details.ts';
import { type ClaimPair, declaredName } from '../facts/claim-pairs.ts';
import type { ExpectedPart } from './expectation.ts';
import type { Broken, Inquiry } from './judge-part.ts';
import { claimsAt, keysOf, visibleTo } from './part-sight.ts';

/** A part that takes the listed values and no others, of a list that was whole and may grow now: no token shows it yet. */
export function outgrown({ judge, pairs }: Inquiry, part: ExpectedPart): Broken | undefined {
  for (const { pair, grants } of pairs) {
    const keys = keysOf(pair, part.claim);
    const opened = keys.map((key) => claimsAt(pair, key)).find(isListOpened);
    if (opened === undefined) continue;
    const grant = grants.widest();
    const promised = (contract: EffectiveContract, grantedScopes: ReadonlySet<string>) =>
      judge.included(
        acceptedSchema(visibleTo(contract, keys, part), { grantedScopes, reader: 'strict' }),
        part.schema,
      );
    if (promised(pair.before, grant.before).verdict !== 'included') continue;
    if (promised(pair.after, grant.after).verdict !== 'not-included') continue;
    const fails = `knows the values of "${declaredName(opened.after)}" that are listed, and no others`;
    const [claim = ''] = opened.after.path;
    const verdict = { verdict: 'breaks', reason: fails } as const;
    return { contract: pair.after, part: { ...part, claim, fails }, verdict };
  }
  return undefined;
}

function isListOpened(claims: ClaimPair): claims is Required<ClaimPair> {
  return claims.before !== undefined && claims.after !== undefined && isOpened(claims.before, claims.after);
}
