import { grantedScopes } from '../contract/index.ts';
import type {
  ContractViolation,
  DecodedToken,
  EffectiveContract,
  Grant,
  JsonObject,
  MapperDefinition,
  TokenKind,
} from '../model/index.ts';
import { candidateContracts, definitionFor, type Given } from './candidates.ts';
import type { ParsedToken } from './decode.ts';
import { type StatedGrant, statedGrant } from './grant.ts';
import { recogniseKind } from './recognise.ts';
import { violationsOf } from './violations.ts';

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

interface Fit {
  readonly contract: EffectiveContract;
  readonly grant: Grant;
  readonly violations: readonly ContractViolation[];
}

function grantUnder(contract: EffectiveContract, stated: StatedGrant, given: Given): Grant {
  const { client, subject, resource } = contract.key;
  const scopes = stated.scopes ?? given.scopes ?? contract.defaultScopes;
  return { client, subject, scopes: [...scopes].sort(), ...(resource === undefined ? {} : { resource }) };
}

function heldUnder(
  payload: JsonObject,
  contract: EffectiveContract,
  definition: MapperDefinition,
  stated: StatedGrant,
  given: Given,
): Fit {
  const grant = grantUnder(contract, stated, given);
  // A token that does not say which scopes it has may have been granted any of the client's.
  const known = stated.scopes !== undefined || given.scopes !== undefined;
  const scopes = known ? grantedScopes(definition, grant) : undefined;
  return { contract, grant, violations: violationsOf(payload, contract, scopes) };
}

function hold(token: ParsedToken, kind: TokenKind | undefined, against: Against): Holding {
  const { definitions, given } = against;
  const { payload } = token;
  if (definitions.length === 0) return { violations: [] };
  if (payload === undefined) {
    const reason =
      token.form === 'jwe' ? 'it is encrypted' : 'it is opaque: only the issuer knows what it stands for';
    return { violations: [], uncontracted: reason };
  }
  if (payload.active === false)
    return { violations: [], uncontracted: 'it is the response for an inactive token' };
  const stated = statedGrant(payload, kind);
  const mapper = definitionFor(definitions, stated.issuer);
  if (mapper === undefined) return { violations: [], uncontracted: 'no definition has its issuer' };
  const candidates = candidateContracts(mapper, kind, stated, given);
  if (!candidates.found) return { mapper, violations: [], uncontracted: candidates.reason };
  const fits = candidates.contracts.map((contract) => heldUnder(payload, contract, mapper, stated, given));
  // Where the token leaves open which contract it is (no client, several resources), the nearest one is meant.
  const [best] = fits.sort((one, other) => one.violations.length - other.violations.length);
  return best === undefined ? { mapper, violations: [] } : { mapper, ...best };
}

/** Recognises a token and holds it against the contract under which it was issued. */
export function holdToContract(token: ParsedToken, against: Against): DecodedToken {
  const named = against.given.tokenType;
  const type = against.definitions
    .map(({ tokenTypes }) => tokenTypes.get(named ?? ''))
    .find((one) => one !== undefined);
  const kind = type?.kind ?? recogniseKind(token);
  const { raw: _, ...facts } = token;
  return {
    ...facts,
    ...(kind === undefined ? {} : { kind }),
    ...hold(token, kind, against),
    now: against.now,
    tolerance: against.tolerance,
  };
}
