import { contractShape } from '../../contract/index.ts';
import type { Consumer, EffectiveContract } from '../../model/index.ts';
import type { ComparedPair } from '../grants.ts';

/** Whether a consumer reads the tokens of a contract: by token type or kind, and as whom it reads them. */
export function reads({ reads: wanted, role }: Consumer, { key, kind }: EffectiveContract): boolean {
  if (wanted !== kind && wanted !== key.tokenType) return false;
  switch (role.as) {
    case 'resource':
      return key.resource === role.name;
    case 'client':
      return key.client === role.name;
    case 'gateway':
      return true;
  }
}

/** The pairs of contracts that a consumer reads; of pairs that differ by the client's name only, the first. */
export function pairsReadBy(consumer: Consumer, pairs: readonly ComparedPair[]): readonly ComparedPair[] {
  const seen = new Map<object, Set<object>>();
  return pairs.filter(({ pair }) => {
    if (!reads(consumer, pair.before) && !reads(consumer, pair.after)) return false;
    const shapes = seen.get(contractShape(pair.before)) ?? new Set();
    seen.set(contractShape(pair.before), shapes);
    const isNew = !shapes.has(contractShape(pair.after));
    shapes.add(contractShape(pair.after));
    return isNew;
  });
}
