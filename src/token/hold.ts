import { grantedScopes } from '../contract/index.ts';
import type {
  DecodedToken,
  EffectiveContract,
  Grant,
  JsonObject,
  MapperDefinition,
  TokenKind,
} from '../model/index.ts';
import { type Candidates, candidateContracts, definitionFor, type Given } from './candidates.ts';
import type { ParsedToken } from './decode.ts';
import { type StatedGrant, statedGrant } from './grant.ts';
import { recogniseKind } from './recognise.ts';
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

type Holding = Pick<DecodedToken, 'mapper' | 'contract' | 'grant' | 'uncontracted' | 'violations'>;

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
  const key = JSON.stringify([definition.name, contract.key, granted === undefined ? null : [...granted]]);
  return { contract, grant, check: remembered(checks, key, () => contractCheck(contract, granted)) };
}

type Reach = { readonly fits: readonly Fit[] } | Extract<Candidates, { readonly found: false }>;

/** Which contracts tokens of one stated grant may be of. */
function reachOf(
  definition: MapperDefinition,
  kind: TokenKind | undefined,
  stated: StatedGrant,
  given: Given,
  checks: Map<string, ContractCheck>,
): Reach {
  const candidates = candidateContracts(definition, kind, stated, given);
  if (!candidates.found) return candidates;
  return { fits: candidates.contracts.map((contract) => fitOf(contract, definition, stated, given, checks)) };
}

function heldUnder(fits: readonly Fit[], payload: JsonObject): Omit<Holding, 'mapper' | 'uncontracted'> {
  const held = fits.map(({ contract, grant, check }) => ({ contract, grant, violations: check(payload) }));
  // Where the token leaves open which contract it is (no client, several resources), the nearest one is meant.
  const best = held.reduce<(typeof held)[number] | undefined>(
    (nearest, one) =>
      nearest === undefined || one.violations.length < nearest.violations.length ? one : nearest,
    undefined,
  );
  return best ?? { violations: [] };
}

function unreadable(token: ParsedToken): string | undefined {
  if (token.payload?.active === false) return 'it is the response for an inactive token';
  if (token.payload !== undefined) return undefined;
  return token.form === 'jwe' ? 'it is encrypted' : 'it is opaque: only the issuer knows what it stands for';
}

/** Recognises tokens and holds each against the contract under which it was issued. */
export type Holder = (token: ParsedToken) => DecodedToken;

/**
 * Makes what holds tokens against definitions. It remembers what it worked out for a grant, so that a million
 * tokens of a few grants cost one validation each.
 *
 * @example createHolder({ definitions, given: {}, now: Date.now(), tolerance: 60 })(token).violations
 */
export function createHolder({ definitions, given, now, tolerance }: Against): Holder {
  const reaches = new Map<string, Reach>();
  const checks = new Map<string, ContractCheck>();
  const types = definitions.flatMap(({ tokenTypes }) => [...tokenTypes.values()]);
  const givenKind = types.find(
    ({ name, kind }) => name === given.tokenType || kind === given.tokenType,
  )?.kind;

  const hold = (token: ParsedToken, kind: TokenKind | undefined): Holding => {
    if (definitions.length === 0) return { violations: [] };
    const reason = unreadable(token);
    if (reason !== undefined || token.payload === undefined)
      return { violations: [], ...(reason === undefined ? {} : { uncontracted: reason }) };
    const stated = statedGrant(token.payload, kind);
    const mapper = definitionFor(definitions, stated.issuer);
    if (mapper === undefined) return { violations: [], uncontracted: 'no definition has its issuer' };
    const key = JSON.stringify([mapper.name, kind, stated]);
    const reach = remembered(reaches, key, () => reachOf(mapper, kind, stated, given, checks));
    if (!('fits' in reach)) return { mapper, violations: [], uncontracted: reach.reason };
    return { mapper, ...heldUnder(reach.fits, token.payload) };
  };

  return (token) => {
    const kind = givenKind ?? recogniseKind(token);
    const { raw: _, ...facts } = token;
    return { ...facts, ...(kind === undefined ? {} : { kind }), ...hold(token, kind), now, tolerance };
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
