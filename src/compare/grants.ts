import type { EffectiveContract, MapperDefinition } from '../model/index.ts';
import type { ContractPair } from './pairing.ts';
import { scopeAfter, type Versions } from './versions.ts';

/** One request, as each version grants it. */
export interface GrantPair {
  readonly before: ReadonlySet<string>;
  readonly after: ReadonlySet<string>;
  /** Scopes that the request names for before alone, which issues no token for the resource without them. */
  readonly onlyBefore?: readonly string[];
}

/** Makes the requests under which the claims of one pair of contracts are compared. */
export interface Grants {
  /** Scopes (names before) that a client can have in both versions. */
  readonly common: ReadonlySet<string>;
  /** The scopes that a request for these scopes (names before) is granted. */
  of(requested: readonly string[]): GrantPair;
  /** The same, with one more scope where none of these opens the resource. */
  reaching(requested: readonly string[]): GrantPair;
  /** Everything that can be requested in both versions. */
  widest(): GrantPair;
  /**
   * The smallest requests that tell whether a claim released by these scopes (names before) is there:
   * presence is monotone in the scopes, so the plain request and each scope by itself are enough.
   */
  smallest(releasing: ReadonlySet<string>): readonly GrantPair[];
}

/** A pair of contracts with the requests under which it is compared. */
export interface ComparedPair {
  readonly pair: ContractPair;
  readonly grants: Grants;
}

/** Pairs of contracts with their grants; pairs of one client and subject stand together. */
export function withGrants(versions: Versions, pairs: readonly ContractPair[]): readonly ComparedPair[] {
  let requests: Requests | undefined;
  return pairs.map((pair) => {
    if (requests === undefined || !isForSameScopes(requests.pair, pair))
      requests = requestsOf(versions, pair);
    return { pair, grants: grantsOf(versions, pair, requests) };
  });
}

/** The grants of a pair of contracts. A token for a resource needs a scope that opens it. */
export function grantsOf(
  versions: Versions,
  pair: ContractPair,
  { of: asking, common, widest }: Requests = requestsOf(versions, pair),
): Grants {
  let known: readonly string[] | undefined;
  const openers = (): readonly string[] => {
    known ??= neededOpeners(versions, pair, common());
    return known;
  };
  const opened = (grant: GrantPair): GrantPair =>
    openers().length > 0 ? grant : withOwnOpeners(versions, pair, grant);
  const of = (requested: readonly string[]): GrantPair => opened(asking(requested));
  return {
    get common() {
      return common();
    },
    of,
    reaching: (requested) => {
      const [opener] = requested.some((scope) => openers().includes(scope)) ? [] : openers();
      return of(opener === undefined ? requested : [opener, ...requested]);
    },
    widest: () => opened(widest()),
    smallest: (releasing) => {
      const single = [...releasing].filter((scope) => common().has(scope)).sort();
      if (openers().length === 0) return [of([]), ...single.map((scope) => of([scope]))];
      const plain = openers().find((scope) => !releasing.has(scope));
      const base = plain ?? openers()[0] ?? '';
      const requests = single.map((scope) => of(openers().includes(scope) ? [scope] : [base, scope]));
      return plain === undefined ? requests : [of([plain]), ...requests];
    },
  };
}

/** What grants do not owe to the resource: the tokens of a client for all of its resources share it. */
interface Requests extends Pick<Grants, 'of' | 'widest'> {
  readonly pair: ContractPair;
  readonly common: () => ReadonlySet<string>;
}

function requestsOf(versions: Versions, pair: ContractPair): Requests {
  const { before, after } = pair;
  const of = (requested: readonly string[]): GrantPair => ({
    before: new Set([...before.defaultScopes, ...requested]),
    after: new Set([...after.defaultScopes, ...requested.map((scope) => scopeAfter(versions, scope))]),
  });
  let known: ReadonlySet<string> | undefined;
  const common = (): ReadonlySet<string> => {
    known ??= commonScopes(versions, pair);
    return known;
  };
  let widest: GrantPair | undefined;
  return {
    pair,
    common,
    of,
    widest: () => {
      widest ??= of([...common()]);
      return widest;
    },
  };
}

function isForSameScopes(one: ContractPair, other: ContractPair): boolean {
  return (['before', 'after'] as const).every(
    (side) =>
      one[side].defaultScopes === other[side].defaultScopes &&
      one[side].optionalScopes === other[side].optionalScopes,
  );
}

/**
 * The smallest requests for tokens that only one version issues, and the widest. What every token of a contract
 * has is in those of the smallest ones; whatever one may have is in one of the widest.
 */
export function requestsFor(
  definition: MapperDefinition,
  contract: EffectiveContract,
): readonly ReadonlySet<string>[] {
  const { defaultScopes, optionalScopes } = contract;
  const widest = new Set([...defaultScopes, ...optionalScopes]);
  const openers = isOpen(definition, contract)
    ? []
    : optionalScopes.filter((scope) => opens(definition, scope, contract));
  const smallest =
    openers.length === 0
      ? [new Set(defaultScopes)]
      : openers.map((opener) => new Set([...defaultScopes, opener]));
  return [...smallest, widest];
}

function commonScopes(versions: Versions, { before, after }: ContractPair): ReadonlySet<string> {
  const grantedAfter = new Set([...after.defaultScopes, ...after.optionalScopes]);
  const scopes = [...before.defaultScopes, ...before.optionalScopes];
  return new Set(scopes.filter((scope) => grantedAfter.has(scopeAfter(versions, scope))).sort());
}

/** Scopes of which a request must have one to get a token for the resource; none where a default opens it. */
function neededOpeners(
  versions: Versions,
  { before, after }: ContractPair,
  common: ReadonlySet<string>,
): readonly string[] {
  const [isOpenBefore, isOpenAfter] = [isOpen(versions.before, before), isOpen(versions.after, after)];
  if (isOpenBefore && isOpenAfter) return [];
  return [...common].filter(
    (scope) =>
      (isOpenBefore || opens(versions.before, scope, before)) &&
      (isOpenAfter || opens(versions.after, scopeAfter(versions, scope), after)),
  );
}

/** Where no scope of both versions opens the resource, each version has a scope of its own for it. */
function withOwnOpeners({ before, after }: Versions, pair: ContractPair, grant: GrantPair): GrantPair {
  const openers = [ownOpener(before, pair.before), ownOpener(after, pair.after)] as const;
  if (openers.every((own) => own.length === 0)) return grant;
  return {
    before: new Set([...grant.before, ...openers[0]]),
    after: new Set([...grant.after, ...openers[1]]),
    onlyBefore: openers[0],
  };
}

function ownOpener(definition: MapperDefinition, contract: EffectiveContract): readonly string[] {
  if (isOpen(definition, contract)) return [];
  return contract.optionalScopes.filter((scope) => opens(definition, scope, contract)).slice(0, 1);
}

/** Whether every request gets tokens for the resource: a default scope opens it, or it takes none. */
function isOpen(definition: MapperDefinition, contract: EffectiveContract): boolean {
  const isOpener = (scope: string): boolean => opens(definition, scope, contract);
  return contract.defaultScopes.some(isOpener) || !contract.optionalScopes.some(isOpener);
}

/** Whether a scope opens the resource that tokens of a contract are for. */
export function opens(definition: MapperDefinition, scope: string, { key }: EffectiveContract): boolean {
  return (
    key.resource !== undefined && (definition.scopes.get(scope)?.resources.includes(key.resource) ?? false)
  );
}
