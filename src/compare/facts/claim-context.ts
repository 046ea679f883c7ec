import type { GrantPair, Grants } from '../grants.ts';
import type { Judge } from '../judge.ts';
import type { ContractPair } from '../pairing.ts';
import type { Versions } from '../versions.ts';
import type { ClaimPair } from './claim-pairs.ts';
import type { Fact } from './fact.ts';
import { releasingScopes } from './presence.ts';

/** What the facts about one claim of one pair of contracts are made from. */
export interface ClaimContext {
  readonly versions: Versions;
  readonly pair: ContractPair;
  /** The smallest requests that tell whether the claim is there. */
  readonly smallest: readonly GrantPair[];
  /** Everything that can be requested in both versions. */
  readonly widest: GrantPair;
  readonly judge: Judge;
  readonly claims: ClaimPair;
  readonly name: string;
}

/** What is known about a claim, with the requests under which it is looked at. */
export function contextOf(about: Omit<ClaimContext, 'smallest' | 'widest'>, grants: Grants): ClaimContext {
  const smallest = grants.smallest(releasingScopes(about.versions, about.claims));
  return { smallest, widest: grants.widest(), ...about };
}

/** The contract that shows a fact, and the question that tells what it does to readers. */
export function seenBy({ pair, claims }: ClaimContext, grant: GrantPair): Pick<Fact, 'seenIn' | 'effect'> {
  const keysBefore = claims.before ? [claims.before.key] : [];
  const keysAfter = claims.after ? [claims.after.key] : [];
  return {
    seenIn: pair.after.key,
    effect: { effect: 'asked', question: { pair, grant, keysBefore, keysAfter } },
  };
}
