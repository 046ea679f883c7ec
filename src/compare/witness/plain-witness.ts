import { claimSchema, issuedSchema } from '../../contract/index.ts';
import type { EffectiveContract, JsonObject, Witness } from '../../model/index.ts';
import { sample } from '../../schema/index.ts';
import type { GrantPair, Grants } from '../grants.ts';
import type { ContractPair } from '../pairing.ts';
import { isValid } from './sampling.ts';
import { askedFor, plainTokenOf } from './witness.ts';

interface Tokens {
  readonly before?: JsonObject;
  readonly after?: JsonObject;
}

/** Tokens of another format; those that nobody reads are left out. */
export function formatWitness(pair: ContractPair, grants: Grants): Witness {
  const differs = `format: ${pair.before.format} → ${pair.after.format}`;
  return { ...headedWitness(pair, grants), differs };
}

/**
 * Tokens whose headers differ, so that readers of the one contract reject those of the other.
 *
 * @param algorithms with which they are signed, where it matters
 */
export function headedWitness(
  pair: ContractPair,
  grants: Grants,
  algorithms: { readonly before?: string; readonly after?: string } = {},
): Witness {
  const grant = grants.reaching([]);
  const before = headerOf(pair.before, algorithms.before);
  const after = headerOf(pair.after, algorithms.after);
  const header = (before ?? after) && { ...(before && { before }), ...(after && { after }) };
  return { ...askedFor(pair, grant), ...alikeTokens(pair, grant), ...(header && { header }) };
}

function headerOf({ header }: EffectiveContract, algorithm?: string): JsonObject | undefined {
  if (header === undefined) return undefined;
  const alg = algorithm ?? header.algorithms[0] ?? 'RS256';
  return { alg, ...(header.typ !== undefined && { typ: header.typ }) };
}

/** Tokens that are issued in the same second and expire in different ones; undefined where they say no times. */
export function lifetimeWitness(pair: ContractPair, grants: Grants): Witness | undefined {
  const grant = grants.reaching([]);
  const tokens = alikeTokens(pair, grant);
  const before = expiring(pair.before, tokens.before);
  const after = expiring(pair.after, tokens.after);
  if (before === undefined || after === undefined) return undefined;
  // Other edits may show in the same tokens: the times have to be named.
  const differs = `exp: iat + ${pair.before.lifetime} → iat + ${pair.after.lifetime}`;
  return { ...askedFor(pair, grant), before, after, differs };
}

function expiring({ lifetime }: EffectiveContract, token: JsonObject | undefined): JsonObject | undefined {
  if (lifetime === undefined || typeof token?.iat !== 'number' || token.exp === undefined) return undefined;
  return { ...token, exp: token.iat + lifetime };
}

/** Tokens that call the same person by different names; undefined where they name nobody. */
export function subjectWitness(pair: ContractPair, grants: Grants): Witness | undefined {
  const grant = grants.reaching([]);
  const { before, after } = alikeTokens(pair, grant);
  const claim = pair.after.claims.get('sub');
  if (before === undefined || after === undefined || claim === undefined) return undefined;
  const issued = issuedSchema(pair.after, grant.after);
  const sub = sample(claimSchema(claim, grant.after)).find(
    (value) => value !== before.sub && isValid(issued, { ...after, sub: value }),
  );
  if (sub === undefined) return undefined;
  return { ...askedFor(pair, grant), before, after: { ...after, sub } };
}

/** What one request gets on both sides, and the same token twice where both contracts have it. */
export function alikeTokens({ before, after }: ContractPair, grant: GrantPair): Tokens {
  const was = readableToken(before, grant.before);
  const is = readableToken(after, grant.after);
  const isSame = was !== undefined && is !== undefined && isValid(issuedSchema(before, grant.before), is);
  return { ...(was && { before: isSame ? is : was }), ...(is && { after: is }) };
}

/** A plain token that is not opaque. */
export function readableToken(
  contract: EffectiveContract,
  scopes: ReadonlySet<string>,
): JsonObject | undefined {
  return contract.format === 'opaque' ? undefined : plainTokenOf(contract, scopes);
}
