import type { EffectiveClaim, EffectiveContract } from '../model/index.ts';
import type { GrantPair } from './grants.ts';
import type { ContractPair } from './pairing.ts';

/** Whether readers can read some members of the tokens that both versions issue for one request. */
export interface Question {
  readonly pair: ContractPair;
  readonly grant: GrantPair;
  /** True where the request could not be made before, so that no tokens of before can meet it. */
  readonly isNewRequest?: boolean;
  /** True where only the rules across claims are in question: readers know the claims as they are issued. */
  readonly isOfRules?: boolean;
  /** Path keys in the contract before; `all` for the tokens as a whole. */
  readonly keysBefore: readonly string[] | 'all';
  /** Path keys in the contract after: the same ones, unless a claim was renamed. */
  readonly keysAfter: readonly string[] | 'all';
}

/**
 * A contract about some of its members only. Judging a claim by such a contract leaves out what other edits
 * do to the same tokens, so that each edit has a verdict of its own.
 */
export function sliceOf(contract: EffectiveContract, keys: readonly string[]): EffectiveContract {
  const claims = new Map<string, EffectiveClaim>();
  for (const key of keys) {
    const claim = contract.claims.get(key);
    if (claim !== undefined) claims.set(key, claim);
  }
  const { schema: _, ...rest } = contract;
  return { ...rest, claims, unresolved: [] };
}
