import { kept } from '../contract/index.ts';
import type { ContractKey, EffectiveContract } from '../model/index.ts';
import { groupedBy } from '../model/index.ts';

/** What the same grant got before and gets after. */
export interface ContractPair {
  readonly before: EffectiveContract;
  readonly after: EffectiveContract;
}

export interface Pairing {
  readonly pairs: readonly ContractPair[];
  /** Contracts whose grants get no such token any more. */
  readonly gone: readonly EffectiveContract[];
  /** Contracts whose grants got no such token before. */
  readonly come: readonly EffectiveContract[];
}

/**
 * Pairs the contracts of two versions by what a grant gets: first by token type, client, subject and
 * resource, then, where a variant took the place of the general token type (or a token type was renamed),
 * by kind instead of name, and last the tokens for no resource with those for the first, or the last, resource
 * that a client can reach; or for all of them, where a variant is for none.
 */
export function pairContracts(
  before: readonly EffectiveContract[],
  after: readonly EffectiveContract[],
): Pairing {
  const byName = matchBy(before, after, ({ key }) => contractName(key));
  const byKind = matchBy(byName.gone, byName.come, ({ key, kind }) =>
    contractName({ ...key, tokenType: kind }),
  );
  const byReach = matchByReach(byKind.gone, byKind.come);
  return { ...byReach, pairs: [...byName.pairs, ...byKind.pairs, ...byReach.pairs] };
}

/** A contract's key as text that no other key has. */
export const contractName = kept(({ tokenType, client, subject, resource }: ContractKey): string =>
  JSON.stringify([tokenType, client, subject, resource]),
);

/** Pairs contracts whose names occur once on each side; a name that occurs twice would be a guess. */
function matchBy(
  before: readonly EffectiveContract[],
  after: readonly EffectiveContract[],
  nameOf: (contract: EffectiveContract) => string,
): Pairing {
  const named = groupedBy(after, nameOf);
  const counts = groupedBy(before, nameOf);
  const taken = new Set<EffectiveContract>();
  const pairs: ContractPair[] = [];
  const gone: EffectiveContract[] = [];
  for (const contract of before) {
    const name = nameOf(contract);
    const [match, ...others] = named.get(name) ?? [];
    const isOne = others.length === 0 && counts.get(name)?.length === 1;
    if (match === undefined || !isOne) gone.push(contract);
    else {
      pairs.push({ before: contract, after: match });
      taken.add(match);
    }
  }
  return { pairs, gone, come: after.filter((contract) => !taken.has(contract)) };
}

function matchByReach(before: readonly EffectiveContract[], after: readonly EffectiveContract[]): Pairing {
  const nameOf = ({ key: { resource: _, ...key }, kind }: EffectiveContract): string =>
    contractName({ ...key, tokenType: kind });
  const named = groupedBy(after, nameOf);
  const groups = [...groupedBy(before, nameOf)];
  const pairs = groups.flatMap(([name, contracts]) => pairsByReach(contracts, named.get(name) ?? []));
  const taken = new Set(pairs.flatMap((pair) => [pair.before, pair.after]));
  const isLeft = (contract: EffectiveContract): boolean => !taken.has(contract);
  return { pairs, gone: before.filter(isLeft), come: after.filter(isLeft) };
}

function pairsByReach(
  before: readonly EffectiveContract[],
  after: readonly EffectiveContract[],
): readonly ContractPair[] {
  if (before.length !== 1 && after.length !== 1) return [];
  const pairs = before.flatMap((was) => after.map((is) => ({ before: was, after: is })));
  const fits = pairs.every(
    (pair) =>
      (pair.before.key.resource === undefined || pair.after.key.resource === undefined) &&
      (pairs.length === 1 || pair.before.key.tokenType !== pair.after.key.tokenType),
  );
  return fits ? pairs : [];
}
