import { issuedSchema } from '../../contract/index.ts';
import type {
  Consumer,
  EffectiveContract,
  JsonObject,
  JsonValue,
  MapperDefinition,
  Verdict,
  Witness,
} from '../../model/index.ts';
import { canonical } from '../../model/index.ts';
import type { Inclusion } from '../../schema/index.ts';
import { releasingScopes } from '../facts/presence.ts';
import { type ComparedPair, type GrantPair, requestsFor } from '../grants.ts';
import type { Judge } from '../judge.ts';
import type { ContractPair, Pairing } from '../pairing.ts';
import type { Versions } from '../versions.ts';
import { isValid } from '../witness/sampling.ts';
import { askedFor, plainToken, tokenBefore, tokenFor, transplant } from '../witness/witness.ts';
import type { ExpectedPart } from './expectation.ts';
import { claimsAt, isLost, isLostWithScopes, keysOf, visibleTo } from './part-sight.ts';
import { reads } from './readers.ts';

/** What a consumer is asked with. */
export interface Inquiry {
  readonly consumer: Consumer;
  readonly versions: Versions;
  readonly pairing: Pairing;
  readonly pairs: readonly ComparedPair[];
  readonly judge: Judge;
}

/** What fails, and in whose tokens. */
export interface Broken {
  readonly contract: EffectiveContract;
  readonly part: ExpectedPart;
  readonly verdict: Verdict;
}

/** The worst that happens to one part: a proven break, or a doubt. */
export function judgePart(inquiry: Inquiry, part: ExpectedPart): Broken | undefined {
  let doubt: Broken | undefined;
  for (const { pair, grants } of inquiry.pairs) {
    const keys = keysOf(pair, part.claim);
    const scopes = keys.flatMap((key) => [...releasingScopes(inquiry.versions, claimsAt(pair, key))]);
    for (const grant of [...grants.smallest(new Set(scopes)), grants.widest()]) {
      const verdict = judgeGrant(inquiry, part, pair, grant);
      const broken = verdict && { contract: pair.after, part, verdict };
      if (broken?.verdict.verdict === 'breaks') return broken;
      doubt ??= broken;
    }
    if (isLostWithScopes(inquiry, part, pair))
      return { contract: pair.after, part, verdict: { verdict: 'breaks', reason: part.fails } };
  }
  return judgeNewContracts(inquiry, part) ?? doubt;
}

function judgeGrant(
  { judge }: Inquiry,
  part: ExpectedPart,
  pair: ContractPair,
  grant: GrantPair,
): Verdict | undefined {
  const keys = keysOf(pair, part.claim);
  const issuedBefore = issuedSchema(visibleTo(pair.before, keys, part), grant.before);
  const issuedAfter = issuedSchema(visibleTo(pair.after, keys, part), grant.after);
  if (canonical(issuedBefore) === canonical(issuedAfter)) return undefined;
  const was = judge.included(issuedBefore, part.schema);
  const is = judge.included(issuedAfter, part.schema);
  if (is.verdict === 'included') return undefined;
  if (was.verdict === 'not-included' && !isLost(judge, part, issuedBefore, issuedAfter)) return undefined;
  if (is.verdict === 'undecided') return { verdict: 'undecided', reason: is.reason };
  return brokenBy(is, part, pair, grant, keys);
}

function brokenBy(
  { witness: offending }: Extract<Inclusion, { verdict: 'not-included' }>,
  part: ExpectedPart,
  pair: ContractPair,
  grant: GrantPair,
  keys: readonly string[],
): Verdict {
  const paths = [...new Set(keys.map((key) => claimsAt(pair, key)))].flatMap(({ before, after }) => {
    const path = (after ?? before)?.path;
    return path === undefined ? [] : [path];
  });
  const token = wholeToken(pair.after, grant.after, offending, paths, part);
  if (token === undefined) {
    return { verdict: 'undecided', reason: `it ${part.fails}, but no whole token was found that shows it` };
  }
  const before = tokenBefore(pair.before, grant, token, paths);
  const witness: Witness = {
    ...askedFor(pair, grant),
    after: token,
    ...(before && { before }),
  };
  return { verdict: 'breaks', witness, reason: part.fails };
}

/** A token that the issuer can emit and the part rejects; both are checked. */
function wholeToken(
  contract: EffectiveContract,
  scopes: ReadonlySet<string>,
  offending: JsonValue,
  paths: readonly (readonly string[])[],
  part: ExpectedPart,
): JsonObject | undefined {
  const issued = issuedSchema(contract, scopes);
  const plain = plainToken(issued, scopes);
  const token = plain && transplant(plain, offending, paths);
  return token && isValid(issued, token) && !isValid(part.schema, token) ? token : undefined;
}

/** Tokens that nobody got before, such as those of a new client: they must fit wherever all others did. */
function judgeNewContracts(inquiry: Inquiry, part: ExpectedPart): Broken | undefined {
  const { consumer, pairing, judge, versions } = inquiry;
  const come = pairing.come.filter((contract) => reads(consumer, contract));
  if (come.length === 0) return undefined;
  const before = [...pairing.pairs.map((pair) => pair.before), ...pairing.gone];
  const fitted = before
    .filter((contract) => reads(consumer, contract))
    .every((contract) => misfit(judge, versions.before, contract, part) === undefined);
  if (!fitted) return undefined;
  for (const contract of come) {
    const found = misfit(judge, versions.after, contract, part);
    if (found?.inclusion.verdict !== 'not-included') continue;
    const { key } = contract;
    const reason = `tokens of "${key.client}", which it did not get before, do not fit: it ${part.fails}`;
    const paths = keysOf({ before: contract, after: contract }, part.claim).flatMap((name) => {
      const claim = contract.claims.get(name);
      return claim === undefined ? [] : [claim.path];
    });
    const after = wholeToken(contract, found.scopes, found.inclusion.witness, paths, part);
    const witness = after && { ...tokenFor(contract, found.scopes), after };
    const verdict: Verdict = { verdict: 'breaks', reason, ...(witness && { witness }) };
    return { contract, part, verdict };
  }
  return undefined;
}

/** The first request whose tokens are not proved to fit. */
function misfit(
  judge: Judge,
  definition: MapperDefinition,
  contract: EffectiveContract,
  part: ExpectedPart,
): { readonly scopes: ReadonlySet<string>; readonly inclusion: Inclusion } | undefined {
  for (const scopes of requestsFor(definition, contract)) {
    const inclusion = judge.included(issuedSchema(contract, scopes), part.schema);
    if (inclusion.verdict !== 'included') return { scopes, inclusion };
  }
  return undefined;
}
