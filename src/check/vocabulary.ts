import { guessedPrivacy } from '../compare/exposure/claim-privacy.ts';
import { tellsSomething } from '../compare/exposure/exposure.ts';
import type {
  Change,
  Claim,
  Client,
  Comparison,
  DecisionEffect,
  DecodedToken,
  EffectiveContract,
  ExposedTo,
  Exposure,
  MapperDefinition,
  Party,
  Place,
  PrivacyLevel,
  TokenKind,
  TokenType,
} from '../model/index.ts';
import { CHANGES, comparePlaces, groupedBy, member, showPath } from '../model/index.ts';
import { privacyRank } from '../privacy/classification.ts';

/** The scopes of OpenID Connect Core sections 5.4 and 11. */
export const OPENID_SCOPES: ReadonlySet<string> = new Set([
  'openid',
  'profile',
  'email',
  'address',
  'phone',
  'offline_access',
]);

/** The name of a claim at the root of a token; undefined for a nested one. */
export function rootName(claim: Claim): string | undefined {
  return claim.path.length === 1 ? claim.path[0] : undefined;
}

/** Token types of a kind that anyone who holds them can read. */
export function isReadable(tokenType: TokenType | undefined, kind: TokenKind): boolean {
  return tokenType?.kind === kind && tokenType.format === 'jwt';
}

/**
 * Whether somebody wrote a thing. What a product brings by itself stands at the place of the whole export:
 * there is no line that a person can mend.
 */
export function isWritten(thing: { readonly at: Place }, mapper: MapperDefinition): boolean {
  return mapper.origin.format === 'tokenpact' || comparePlaces(thing.at, mapper.at) !== 0;
}

/** Clients that may be granted a scope. */
export function clientsWith(mapper: MapperDefinition, scope: string): readonly Client[] {
  return [...mapper.clients.values()].filter(
    ({ scopes, defaultScopes }) => scopes.includes(scope) || defaultScopes.includes(scope),
  );
}

/** Personal claims that come into tokens of one kind in one way. */
export interface PersonalGroup {
  readonly first: Exposure;
  /** Names of the claims, sorted. */
  readonly claims: readonly string[];
  readonly scope?: string;
}

/** Exposures in one kind of token, by what releases them: whoever agrees to a scope agrees to all of it. */
export function personalGroups(
  exposures: readonly Exposure[],
  mapper: MapperDefinition,
): readonly PersonalGroup[] {
  // Government identifiers have a rule of their own.
  const common = exposures.filter(({ category }) => !category.startsWith('user.government_id'));
  const written = common.filter((one) => isWritten(one, mapper));
  const groups = groupedBy(written, ({ releasedBy }) => releasedBy);
  return [...groups.values()].map((group) => {
    const scope = /^scope "(.*)"$/.exec(group[0].releasedBy)?.[1];
    const claims = [...new Set(group.map(({ claim }) => claim))].sort();
    return { first: group[0], claims, ...(scope !== undefined && { scope }) };
  });
}

const OF_PEOPLE = [
  'email',
  'phone_number',
  'given_name',
  'family_name',
  'birthdate',
  'preferred_username',
] as const;

/**
 * Claims about a person in a token that a service got for itself. Its subject is the client (RFC 9068
 * section 2.2), so there is no person; not even where the contract is one for people, since the client has no other.
 */
export function personalClaimsOfMachine(token: DecodedToken): readonly string[] {
  const { payload, mapper, contract, violations } = token;
  const sub = member(payload, 'sub');
  if (sub === undefined || sub !== member(payload, 'client_id')) return [];
  const ofUsers = [...(mapper?.claims.values() ?? [])].filter(({ about }) => about === 'user');
  const undeclared = violations.filter(({ kind }) => kind === 'undeclared').map(({ path }) => path[0]);
  const isForUser = (name: string): boolean =>
    contract?.key.subject === 'user' && name !== 'sub' && member(payload, name) !== undefined;
  const known = ofUsers
    .map(({ path }) => path[0] ?? '')
    .filter((name) => undeclared.includes(name) || isForUser(name));
  const all = new Set([...OF_PEOPLE.filter((claim) => member(payload, claim) !== undefined), ...known]);
  return [...all].sort();
}

/**
 * Whether the wrong value of a member has a rule of its own: unknown issuers, audiences and scopes do. An
 * audience that is known but written in another shape has none.
 */
export function hasOwnRule({ contract, payload }: DecodedToken, path: readonly string[]): boolean {
  const name = path[0] ?? '';
  if (name !== 'aud') return name === 'iss' || name === 'scope';
  const aud = member(payload, 'aud');
  const values = Array.isArray(aud) ? aud : [aud];
  return values.some((value) => typeof value === 'string' && !contract?.audience.values.includes(value));
}

/** Scopes that a token carries and its client may not have; none where no contract or no scope tells. */
export function refusedScopes({ mapper, contract, grant, payload }: DecodedToken): readonly string[] {
  const stated = member(payload, 'scope') ?? member(payload, 'scp');
  if (mapper === undefined || contract === undefined || grant === undefined || stated === undefined)
    return [];
  const name = contract.key.client;
  const client = mapper.clients.get(name);
  const byExchange = mapper.exchanges.filter((exchange) => exchange.client === name);
  const lists = [
    client?.defaultScopes ?? [],
    client?.scopes ?? [],
    ...byExchange.map(({ scopes }) => scopes),
  ];
  // A scope with parameters stands for many names; whether one of them fits is for its contract to say.
  const fits = (scope: string, allowed: string): boolean =>
    allowed === scope || (allowed.includes('{') && scope.startsWith(allowed.slice(0, allowed.indexOf('{'))));
  return grant.scopes.filter((scope) => !lists.some((list) => list.some((one) => fits(scope, one))));
}

/** Whether a client or resource is there since this version: what it reads is one decision. */
export function isNewReader({ kind, name }: ExposedTo, { before, after }: Comparison): boolean {
  if (kind === 'client') return !before.clients.has(name) && after.clients.has(name);
  return kind === 'resource' && !before.resources.has(name) && after.resources.has(name);
}

/** Who reads the tokens of a contract: the client its ID tokens, the resource its access tokens. */
export function readerOf(
  { key, kind }: EffectiveContract,
  mapper: MapperDefinition,
): { readonly name: string; readonly party: Party } | undefined {
  const byClient = kind === 'id_token' || kind === 'userinfo' || kind === 'logout_token';
  if (byClient) return mapper.clients.get(key.client);
  return key.resource === undefined ? undefined : mapper.resources.get(key.resource);
}

/** Where an effect on a decision is shown: the changed line, on which its review takes place. */
export function causeOf({ at, because }: DecisionEffect): {
  readonly at: Place;
  readonly before?: Place;
  readonly related?: Place;
} {
  const [cause] = because;
  if (cause === undefined) return { at };
  return { at: cause.at, related: at, ...(cause.beforeAt && { before: cause.beforeAt }) };
}

/** Whether a change is told as what it does to a decision that somebody declared. */
export function isDecidedOn(change: Change, { decisionEffects }: Comparison): boolean {
  return decisionEffects.some(({ because }) => because.includes(change));
}

/** Whether a definition says that a claim decides what somebody may do. */
export function authorizes({ claims }: MapperDefinition, name: string | undefined): boolean {
  return [...claims.values()].some(({ use, path }) => use === 'authorization' && showPath(path) === name);
}

/** Whether what becomes of values causes an effect on a decision; otherwise claims or tokens come or go. */
export function isByValues({ because }: DecisionEffect): boolean {
  return because.some(({ kind }) => CHANGES[kind].aspect === 'schema');
}

/**
 * What the name of a claim says about a person, where its definition says less and not why.
 *
 * @returns undefined where nothing was lowered, or a reason is given
 */
export function loweredFrom(claim: Claim): PrivacyLevel | undefined {
  if (claim.privacy === undefined || claim.privacy.reason !== undefined) return undefined;
  const { level } = guessedPrivacy(claim.path, claim);
  return tellsSomething(level) && privacyRank(claim.privacy.level) < privacyRank(level) ? level : undefined;
}
