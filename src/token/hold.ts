import { grantedScopes } from '../contract/index.ts';
import {
  type DecodedToken,
  type EffectiveContract,
  type Grant,
  type JsonObject,
  type MapperDefinition,
  TOKEN_KINDS,
  type TokenKind,
} from '../model/index.ts';
import { candidateContracts, definitionsOf, type Given } from './candidates.ts';
import type { ParsedToken } from './decode.ts';
import { grantKey, type StatedGrant, statedGrant } from './grant.ts';
import { type Draft, recogniseToken } from './recognise.ts';
import { type ContractCheck, contractCheck } from './violations.ts';

/** What tokens are held against, and when. */
export interface Against {
  readonly definitions: readonly MapperDefinition[];
  readonly given: Given;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Seconds. */
  readonly tolerance: number;
}

/** What a token turned out to be under one contract. */
type Held = Required<Pick<DecodedToken, 'contract' | 'grant' | 'violations'>>;

/** Distinct grants whose checks are kept: tokens of one issuer are of a few, hostile ones of any. */
const KEPT = 2_000;

/** What was worked out for one key, worked out once; all is forgotten when there is too much. */
function remembered<Value>(kept: Map<string, Value>, key: string, make: () => Value): Value {
  const known = kept.get(key);
  if (known !== undefined) return known;
  const value = make();
  if (kept.size >= KEPT) kept.clear();
  kept.set(key, value);
  return value;
}

/** A contract under one grant, ready to be held against. */
interface Fit {
  readonly contract: EffectiveContract;
  readonly grant: Grant;
  readonly check: ContractCheck;
}

/** Scopes that never show in a token, such as authorization details (RFC 9396 section 6.1): any may be granted. */
function silentScopes({ claims, optionalScopes }: EffectiveContract): readonly string[] {
  const stated = claims.get('scope')?.releases ?? [];
  const shown = new Set(stated.flatMap(({ scope }) => scope ?? []));
  // A definition that declares the claim itself does not say which scopes are in it.
  const isTold = shown.size > 0 || (stated.length > 0 && stated.every(({ claim }) => claim === undefined));
  return isTold ? optionalScopes.filter((scope) => !shown.has(scope)) : [];
}

/** Whether a payload has something that a scope releases. */
function hasOf(scope: string, { claims }: EffectiveContract, payload: JsonObject): boolean {
  return [...claims.values()].some(
    ({ path: [name = ''], releases }) =>
      Object.hasOwn(payload, name) && releases.some((release) => release.scope === scope),
  );
}

function fitOf(
  contract: EffectiveContract,
  definition: MapperDefinition,
  stated: StatedGrant,
  given: Given,
  checks: Map<string, ContractCheck>,
): Fit {
  const { client, subject, resource } = contract.key;
  const scopes = [...(stated.scopes ?? given.scopes ?? contract.defaultScopes)].sort();
  const grant: Grant = { client, subject, scopes, ...(resource === undefined ? {} : { resource }) };
  // A token that does not say which scopes it has may have been granted any of the client's.
  const isKnown = stated.scopes !== undefined || given.scopes !== undefined;
  const granted = isKnown ? grantedScopes(definition, grant) : undefined;
  const checkUnder = (all: ReadonlySet<string> | undefined): ContractCheck => {
    const key = JSON.stringify([definition.name, contract.key, all === undefined ? null : [...all]]);
    return remembered(checks, key, () => contractCheck(contract, all));
  };
  const silent = granted === undefined ? [] : silentScopes(contract);
  if (granted === undefined || silent.length === 0) return { contract, grant, check: checkUnder(granted) };
  const grantedIn = (payload: JsonObject): ReadonlySet<string> =>
    new Set([...granted, ...silent.filter((scope) => hasOf(scope, contract, payload))]);
  return { contract, grant, check: (payload) => checkUnder(grantedIn(payload))(payload) };
}

/** A token that does not tell its kind and is for a client is that client's: ID tokens are, and nothing else. */
function clientByAudience(
  { clients }: MapperDefinition,
  kind: TokenKind | undefined,
  stated: StatedGrant,
): StatedGrant {
  const client = stated.audiences.find((audience) => clients.has(audience));
  if (kind !== undefined || stated.client !== undefined || client === undefined) return stated;
  return { ...stated, client };
}

/** Where tokens of one stated grant belong. */
interface Reach {
  readonly mapper?: MapperDefinition;
  readonly fits: readonly Fit[];
  /** Why it belongs nowhere. */
  readonly uncontracted?: string;
}

function reachOf(
  definitions: readonly MapperDefinition[],
  given: Given,
  kind: TokenKind | undefined,
  stated: StatedGrant,
  checks: Map<string, ContractCheck>,
): Reach {
  let first: Reach | undefined;
  // An issuer may be described in several definitions, by kinds of tokens.
  for (const mapper of definitionsOf(definitions, stated.issuer)) {
    const candidates = candidateContracts(mapper, kind, clientByAudience(mapper, kind, stated), given);
    if (candidates.found) {
      const fits = candidates.contracts.map((contract) => fitOf(contract, mapper, stated, given, checks));
      return { mapper, fits };
    }
    first ??= { mapper, fits: [], uncontracted: candidates.reason };
  }
  return first ?? { fits: [], uncontracted: 'no definition has its issuer' };
}

function heldUnder(fits: readonly Fit[], payload: JsonObject): Held | undefined {
  let nearest: Held | undefined;
  for (const { contract, grant, check } of fits) {
    const violations = check(payload);
    // Where the token leaves open which contract it is (no client, several resources), the nearest is meant.
    if (nearest === undefined || violations.length < nearest.violations.length)
      nearest = { contract, grant, violations };
  }
  return nearest;
}

function unreadable(token: Draft): string | undefined {
  if (token.payload?.active === false) return 'it is the response for an inactive token';
  if (token.payload !== undefined) return undefined;
  return token.form === 'jwe' ? 'it is encrypted' : 'it is opaque: only the issuer knows what it stands for';
}

/**
 * Recognises tokens and holds each against the contract under which it was issued; `now` is for this one, and so is
 * the client that somebody else says it is of.
 */
export type Holder = (token: ParsedToken, now?: number, client?: string) => Draft;

/**
 * Makes what holds tokens against definitions. It remembers what it worked out for a grant, so that a million
 * tokens of a few grants cost one validation each.
 *
 * @example createHolder({ definitions, given: {}, now: Date.now(), tolerance: 60 })(token).violations
 */
export function createHolder(against: Against): Holder {
  const { definitions, given } = against;
  const reaches = new Map<string, Reach>();
  const checks = new Map<string, ContractCheck>();
  const types = definitions.flatMap(({ tokenTypes }) => [...tokenTypes.values()]);
  const givenKind =
    types.find(({ name, kind }) => name === given.tokenType || kind === given.tokenType)?.kind ??
    TOKEN_KINDS.find((kind) => kind === given.tokenType);

  const hold = (draft: Draft, client: string | undefined): void => {
    const { payload, kind } = draft;
    if (definitions.length === 0) return;
    const reason = unreadable(draft);
    if (reason !== undefined) draft.uncontracted = reason;
    if (reason !== undefined || payload === undefined) return;
    const stated = grantKey(payload, kind);
    const key = client === undefined ? stated : `${client.length} ${client}\n${stated}`;
    const { mapper, fits, uncontracted } = remembered(reaches, key, () => {
      const more = client === undefined ? given : { ...given, client };
      return reachOf(definitions, more, kind, statedGrant(payload, kind), checks);
    });
    if (mapper !== undefined) draft.mapper = mapper;
    if (uncontracted !== undefined) draft.uncontracted = uncontracted;
    const held = heldUnder(fits, payload);
    if (held === undefined) return;
    draft.kind ??= held.contract.kind;
    draft.contract = held.contract;
    draft.grant = held.grant;
    draft.violations = held.violations;
  };

  return (token, now = against.now, client) => {
    const draft = recogniseToken(token, now, against.tolerance);
    if (givenKind !== undefined) draft.kind = givenKind;
    hold(draft, client);
    return draft;
  };
}

/**
 * Recognises one token and holds it against the contract under which it was issued.
 *
 * @example holdToContract(token, { definitions, given: {}, now: Date.now(), tolerance: 60 }).violations
 */
export function holdToContract(token: ParsedToken, against: Against): DecodedToken {
  return createHolder(against)(token);
}
