import { issuedSchema, kept } from '../../contract/index.ts';
import type { EffectiveContract, JsonObject } from '../../model/index.ts';
import type { ClaimPair } from '../facts/claim-pairs.ts';
import type { Judge } from '../judge.ts';
import type { ContractPair } from '../pairing.ts';
import { sliceOf } from '../question.ts';
import { hasSameScopes } from '../versions.ts';
import type { ExpectedPart } from './expectation.ts';
import type { Inquiry } from './judge-part.ts';

/** What both contracts of a pair have at a place. */
export function claimsAt({ before, after }: ContractPair, key: string): ClaimPair {
  const was = before.claims.get(key);
  const is = after.claims.get(key);
  return { ...(was && { before: was }), ...(is && { after: is }) };
}

/** The places that a part is about: all of them, or those below one name. */
export function keysOf({ before, after }: ContractPair, claim: string | undefined): readonly string[] {
  const keys = (contract: EffectiveContract): Iterable<string> =>
    claim === undefined ? contract.claims.keys() : (keysByName(contract).get(claim) ?? []);
  return [...new Set([...keys(before), ...keys(after)])];
}

/** The places of a contract by the name at the top of the token that they are below. */
const keysByName = kept(({ claims }: EffectiveContract): ReadonlyMap<string, readonly string[]> => {
  const byName = new Map<string, string[]>();
  for (const [key, { path }] of claims) {
    const [name = ''] = path;
    byName.set(name, [...(byName.get(name) ?? []), key]);
  }
  return byName;
});

/** What tokens had at times only, for which nobody could promise that they fit, none of them has any more. */
export function isLost(
  judge: Judge,
  { schema }: ExpectedPart,
  issuedBefore: JsonObject,
  issuedAfter: JsonObject,
): boolean {
  const misfits: JsonObject = { not: schema };
  return (
    judge.included(issuedBefore, misfits).verdict === 'not-included' &&
    judge.included(issuedAfter, misfits).verdict === 'included'
  );
}

/** Whether it went with scopes that the client can not have any more: no request of both versions shows it. */
export function isLostWithScopes(
  { judge, versions }: Inquiry,
  part: ExpectedPart,
  pair: ContractPair,
): boolean {
  if (hasSameScopes(versions, pair.before, pair.after)) return false;
  const keys = keysOf(pair, part.claim);
  const issued = (contract: EffectiveContract) => issuedSchema(visibleTo(contract, keys, part));
  return isLost(judge, part, issued(pair.before), issued(pair.after));
}

/** A contract as far as a part can see it: the claim that it is about, unless claims are tied together. */
export function visibleTo(
  contract: EffectiveContract,
  keys: readonly string[],
  { claim }: ExpectedPart,
): EffectiveContract {
  return claim === undefined || contract.schema !== undefined ? contract : sliceOf(contract, keys);
}
