import type { EffectiveContract } from '../../model/index.ts';
import type { Grants } from '../grants.ts';
import type { ContractPair } from '../pairing.ts';
import type { Effect } from './fact.ts';

/**
 * What becomes of one member that both contracts have; undefined where one of them lacks it. Where scopes make
 * no difference to it, the smallest request shows as much as the widest.
 */
export function memberEffect(key: string, pair: ContractPair, grants: Grants): Effect | undefined {
  if (!pair.before.claims.has(key) || !pair.after.claims.has(key)) return undefined;
  const isAlike = [pair.before, pair.after].every((contract) => !dependsOnScopes(contract, key));
  const grant = isAlike ? grants.reaching([]) : grants.widest();
  return { effect: 'asked', question: { pair, grant, keysBefore: [key], keysAfter: [key] } };
}

function dependsOnScopes({ claims }: EffectiveContract, key: string): boolean {
  return claims.get(key)?.releases.some(({ scope }) => scope !== undefined) ?? false;
}
