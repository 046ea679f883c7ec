import { contractShape } from '../../contract/index.ts';
import type { EffectiveContract, MapperDefinition } from '../../model/index.ts';
import { type ComparedPair, type GrantPair, opens, requestsFor } from '../grants.ts';
import type { Pairing } from '../pairing.ts';
import type { Versions } from '../versions.ts';

/** A token that one version issues for a request. */
export interface Issue {
  readonly contract: EffectiveContract;
  readonly scopes: ReadonlySet<string>;
}

/** What one request gets in both versions; a version that refuses it issues nothing. */
export interface Answers extends Pick<GrantPair, 'onlyBefore'> {
  readonly before?: Issue;
  readonly after?: Issue;
}

/** What a client gets, or got: a contract of each version, or of the only one that has it. */
export interface Holding {
  readonly before?: EffectiveContract;
  readonly after?: EffectiveContract;
  /** The smallest requests for these scopes (names before): alone, and with one that opens the resource. */
  requests(scopes: readonly string[]): readonly GrantPair[];
}

/** The holdings of every client, and those of clients that differ by more than their names. */
export interface Holdings {
  readonly byClient: ReadonlyMap<string, readonly Holding[]>;
  readonly distinct: readonly Holding[];
}

export function holdingsOf(versions: Versions, pairing: Pairing, pairs: readonly ComparedPair[]): Holdings {
  const byClient = new Map<string, Holding[]>();
  const distinct = new Map<object | undefined, Map<object | undefined, Holding>>();
  for (const holding of allHoldings(versions, pairing, pairs)) {
    const { before, after } = holding;
    const client = clientOf(holding);
    const own = byClient.get(client) ?? [];
    byClient.set(client, own);
    own.push(holding);
    const [was, is] = [before && contractShape(before), after && contractShape(after)];
    const alike = distinct.get(was) ?? new Map<object | undefined, Holding>();
    distinct.set(was, alike);
    if (!alike.has(is)) alike.set(is, holding);
  }
  return { byClient, distinct: [...distinct.values()].flatMap((alike) => [...alike.values()]) };
}

export function clientOf({ before, after }: Holding): string {
  return (after ?? before)?.key.client ?? '';
}

function* allHoldings(
  versions: Versions,
  { gone, come }: Pairing,
  pairs: readonly ComparedPair[],
): Iterable<Holding> {
  for (const { pair, grants } of pairs) {
    yield { ...pair, requests: (scopes) => [grants.of(scopes), grants.reaching(scopes)] };
  }
  for (const before of gone) yield { before, requests: requestsOfOne(versions.before, before) };
  for (const after of come) yield { after, requests: requestsOfOne(versions.after, after) };
}

function requestsOfOne(definition: MapperDefinition, contract: EffectiveContract): Holding['requests'] {
  return (scopes) =>
    [new Set(contract.defaultScopes), ...requestsFor(definition, contract)].map((granted) => {
      const all = new Set([...granted, ...scopes]);
      return { before: all, after: all };
    });
}

/** What the requests for some scopes get. */
export function answersTo(
  versions: Versions,
  holding: Holding,
  scopes: readonly string[],
): readonly Answers[] {
  return holding.requests(scopes).flatMap((grant) => {
    const before = issued(versions.before, holding.before, grant.before);
    const after = issued(versions.after, holding.after, grant.after);
    const { onlyBefore = [] } = grant;
    return before || after ? [{ ...(before && { before }), ...(after && { after }), onlyBefore }] : [];
  });
}

function issued(
  definition: MapperDefinition,
  contract: EffectiveContract | undefined,
  scopes: ReadonlySet<string>,
): Issue | undefined {
  if (contract === undefined) return undefined;
  const grantable = [...contract.defaultScopes, ...contract.optionalScopes];
  if (![...scopes].every((scope) => grantable.includes(scope))) return undefined;
  const openers = grantable.filter((scope) => opens(definition, scope, contract));
  const isOpened = openers.length === 0 || openers.some((scope) => scopes.has(scope));
  return isOpened ? { contract, scopes } : undefined;
}
