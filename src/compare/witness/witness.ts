import { acceptedSchema, issuedSchema, presenceUnder } from '../../contract/index.ts';
import type { EffectiveContract, JsonObject, JsonValue, Witness } from '../../model/index.ts';
import { isObject, valueAt } from '../../model/index.ts';
import type { GrantPair } from '../grants.ts';
import type { ContractPair } from '../pairing.ts';
import type { Question } from '../question.ts';
import { withMember } from './member.ts';
import { isValid, smallestToken } from './sampling.ts';

/**
 * A token that the issuer can emit after and a reader of before rejects, with the token that the same
 * request got before. It is a whole token: a plain one of the contract, with the offending claim put in.
 *
 * @returns undefined when no token could be made that Ajv judges so on both sides
 */
export function makeWitness(
  { pair, grant, keysBefore, keysAfter }: Question,
  offending: JsonValue,
  reader: 'tolerant' | 'strict',
): Witness | undefined {
  const essentialAfter = essential(pair.after, grant.after, keysAfter);
  const known = keysBefore === 'all' ? 'all' : [...keysBefore, ...essentialAfter.claims.keys()];
  const essentialBefore = essential(pair.before, grant.before, known);
  const issued = issuedSchema(essentialAfter, grant.after);
  const accepted = acceptedSchema(essentialBefore, { grantedScopes: grant.before, reader });
  const paths = [...pathsOf(pair.before, keysBefore), ...pathsOf(pair.after, keysAfter)];
  const shows = (token: JsonObject): boolean => isValid(issued, token) && !isValid(accepted, token);
  const plain = keysAfter === 'all' ? offending : plainToken(issued, grant.after);
  if (!isObject(plain)) return undefined;
  const after = namingScopes(transplant(plain, offending, paths), grant.after, shows);
  if (!shows(after)) return undefined;
  const before =
    tokenBefore(withCertain(essentialBefore, keysBefore), grant, after, paths) ??
    tokenBefore(essentialBefore, grant, after, paths);
  return { ...askedFor(pair, grant), after, ...(before ? { before } : { absent: NO_TOKEN }) };
}

const NO_TOKEN = 'no token was found that fits its contract';

/** A token with nothing but what every token of the contract has under a grant. */
export function plainTokenOf(
  contract: EffectiveContract,
  scopes: ReadonlySet<string>,
): JsonObject | undefined {
  return plainToken(issuedSchema(essential(contract, scopes, []), scopes), scopes);
}

/**
 * The contract with the claims only that every token has, and some that matter. The others are optional, so
 * a token without them is a token of the whole contract too, and a smaller one to read.
 */
function essential(
  contract: EffectiveContract,
  scopes: ReadonlySet<string>,
  keys: readonly string[] | 'all',
): EffectiveContract {
  if (keys === 'all') return contract;
  const claims = [...contract.claims].filter(
    ([key, claim]) => keys.includes(key) || presenceUnder(claim, scopes) === 'always',
  );
  return { ...contract, claims: new Map(claims) };
}

/** The contract as if the tokens always had some claims, wherever they may. */
export function withCertain(contract: EffectiveContract, keys: readonly string[] | 'all'): EffectiveContract {
  if (keys === 'all' || keys.length === 0) return contract;
  const claims = [...contract.claims].map(([key, claim]) => {
    const releases = claim.releases.map((release) => ({ ...release, presence: 'always' as const }));
    return [key, keys.includes(key) ? { ...claim, releases } : claim] as const;
  });
  return { ...contract, claims: new Map(claims) };
}

/** The request that both versions answer; a scope that only after is granted without asking is not in it. */
export function askedFor(
  { before, after }: ContractPair,
  grant: GrantPair,
): Pick<Witness, 'grant' | 'tokenType'> {
  const isAsked = (scope: string): boolean =>
    grant.before.has(scope) || !before.optionalScopes.includes(scope);
  const { onlyBefore = [] } = grant;
  return tokenFor(after, new Set([...onlyBefore, ...[...grant.after].filter(isAsked)]));
}

/** Who asks for what, and which of the tokens of the grant is meant. */
export function tokenFor(
  { key }: EffectiveContract,
  scopes: ReadonlySet<string>,
): Pick<Witness, 'grant' | 'tokenType'> {
  const { tokenType, client, subject, resource } = key;
  const grant = { client, subject, scopes: [...scopes].sort(), ...(resource !== undefined && { resource }) };
  return { grant, tokenType };
}

/** The token before differs in nothing but the claims in question, where that is possible. */
export function tokenBefore(
  contract: EffectiveContract,
  grant: GrantPair,
  after: JsonObject,
  paths: readonly (readonly string[])[],
): JsonObject | undefined {
  const issued = issuedSchema(contract, grant.before);
  const plain = plainToken(issued, grant.before);
  if (plain === undefined) return undefined;
  // Where a rule across claims is in question, another value of any one of them may keep it.
  const tries = paths.length > 0 ? [paths] : Object.keys({ ...after, ...plain }).map((name) => [[name]]);
  const alike = tries.map((some) => transplant(after, plain, some)).find((token) => isValid(issued, token));
  return alike ?? plain;
}

export function transplant(
  token: JsonObject,
  from: JsonValue,
  paths: readonly (readonly string[])[],
): JsonObject {
  return paths.reduce((result, path) => withMember(result, path, valueAt(from, path)), token);
}

function pathsOf(
  contract: EffectiveContract,
  keys: readonly string[] | 'all',
): readonly (readonly string[])[] {
  if (keys === 'all') return [];
  return keys.flatMap((key) => {
    const claim = contract.claims.get(key);
    return claim === undefined ? [] : [claim.path];
  });
}

/** A plain token of a schema. */
export function plainToken(issued: JsonObject, scopes: ReadonlySet<string>): JsonObject | undefined {
  const token = smallestToken(issued);
  return token && namingScopes(token, scopes, (named) => isValid(issued, named));
}

/** A token that names all of its scopes, where it names any and may: that is how issuers write it. */
function namingScopes(
  token: JsonObject,
  scopes: ReadonlySet<string>,
  may: (named: JsonObject) => boolean,
): JsonObject {
  if (token.scope === undefined) return token;
  const named = { ...token, scope: [...scopes].sort().join(' ') };
  return may(named) ? named : token;
}
