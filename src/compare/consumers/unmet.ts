import { contractShape, issuedSchema } from '../../contract/index.ts';
import type { Consumer, EffectiveContract, JsonObject, MapperDefinition } from '../../model/index.ts';
import { requestsFor } from '../grants.ts';
import { type Judge, nameOfTokens } from '../judge.ts';
import { type ExpectedPart, partsOf } from './expectation.ts';
import { keysOf, visibleTo } from './part-sight.ts';

/** Something that a consumer expects and its tokens do not always fulfil. */
export interface Unmet extends Pick<ExpectedPart, 'claim' | 'fails'> {
  /** True when no token fulfils it. */
  readonly always: boolean;
  /** A client whose tokens show it. */
  readonly client: string;
}

/**
 * What a consumer expects of its tokens and is proved not to get, by one version alone: a comparison tells only
 * what was otherwise before. Of tokens that nobody knows whole, nothing is said.
 *
 * @param contracts those that the consumer reads
 * @example unmetParts(consumer, definition, contracts, makeJudge())
 */
export function unmetParts(
  consumer: Consumer,
  definition: MapperDefinition,
  contracts: readonly EffectiveContract[],
  judge: Judge,
): readonly Unmet[] {
  if (contracts.some(({ unresolved }) => unresolved.length > 0)) return [];
  const distinct = new Map(contracts.map((contract) => [contractShape(contract), contract]));
  const requested = [...distinct.values()].map(
    (contract) => [contract, requestsFor(definition, contract)] as const,
  );
  return partsOf(consumer.expects).flatMap((part) => {
    const { claim, schema, fails } = part;
    let failing: string | undefined;
    let always = true;
    for (const { client, issued } of tokensSeenBy(part, requested)) {
      if (judge.included(issued, schema).verdict === 'not-included') failing ??= client;
      always &&= judge.included(issued, { not: schema }).verdict === 'included';
      if (failing !== undefined && !always) break;
    }
    if (failing === undefined) return [];
    return [{ fails, always, client: failing, ...(claim !== undefined && { claim }) }];
  });
}

/** The tokens of the smallest requests and the widest one: what all of them have, and whatever one may have. */
function* tokensSeenBy(
  part: ExpectedPart,
  requested: readonly (readonly [EffectiveContract, ReturnType<typeof requestsFor>])[],
): Generator<{ readonly client: string; readonly issued: JsonObject }> {
  // Thousands of clients often have the same to show.
  const told = new Set<string>();
  for (const [contract, requests] of requested) {
    const keys = keysOf({ before: contract, after: contract }, part.claim);
    const isWhole = part.claim === undefined || contract.schema !== undefined;
    for (const scopes of requests) {
      const name = JSON.stringify(nameOfTokens(contract, isWhole ? 'all' : keys, scopes));
      if (told.has(name)) continue;
      told.add(name);
      yield { client: contract.key.client, issued: issuedSchema(visibleTo(contract, keys, part), scopes) };
    }
  }
}
