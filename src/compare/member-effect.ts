import type { Effect } from './fact.ts';
import type { Grants } from './grants.ts';
import type { ContractPair } from './pairing.ts';

/** What becomes of one member that both contracts have; undefined where one of them lacks it. */
export function memberEffect(key: string, pair: ContractPair, grants: Grants): Effect | undefined {
  if (!pair.before.claims.has(key) || !pair.after.claims.has(key)) return undefined;
  const question = { pair, grant: grants.widest(), keysBefore: [key], keysAfter: [key] };
  return { effect: 'asked', question };
}
