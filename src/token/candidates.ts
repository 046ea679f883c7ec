import { effectiveContracts, fitsIssuer } from '../contract/index.ts';
import type { EffectiveContract, MapperDefinition, TokenKind } from '../model/index.ts';
import { maskedName } from '../privacy/mask-text.ts';
import type { StatedGrant } from './grant.ts';

/** What the user says about tokens that do not say it themselves. */
export interface Given {
  /** Name of a token type, or a kind. */
  readonly tokenType?: string;
  readonly client?: string;
  /** Used where the token does not carry its scopes. */
  readonly scopes?: readonly string[];
}

/** The definitions whose issuer a token names; the only one there is where it names none. */
export function definitionsOf(
  definitions: readonly MapperDefinition[],
  issuer: string | undefined,
): readonly MapperDefinition[] {
  const issuers = (definition: MapperDefinition): readonly string[] => [
    definition.issuer,
    ...[...definition.tokenTypes.values()].flatMap(({ issuer: own }) => (own === undefined ? [] : [own])),
  ];
  const named = definitions.filter(
    (definition) => issuer !== undefined && issuers(definition).some((one) => fitsIssuer(one, issuer)),
  );
  return named.length === 0 && definitions.length === 1 ? definitions : named;
}

/** Contracts that a token may have been issued under, or why there is none. */
export type Candidates =
  | { readonly found: true; readonly contracts: readonly EffectiveContract[] }
  | { readonly found: false; readonly reason: string };

/** Contracts that one token is held against, to find the nearest: more would be a guess, and a slow one. */
const MOST_CANDIDATES = 100;

const none = (reason: string): Candidates => ({ found: false, reason });

/** Narrows contracts step by step by what the token says of its grant, and stops with the first that fails. */
export function candidateContracts(
  definition: MapperDefinition,
  kind: TokenKind | undefined,
  stated: StatedGrant,
  given: Given,
): Candidates {
  const named = given.tokenType ?? kind;
  // A JWT that does not tell its kind may be any that the definition issues as one.
  const ofType = effectiveContracts(definition).filter(({ key, kind: one, format }) =>
    named === undefined ? format === 'jwt' : key.tokenType === named || one === named,
  );
  const type = named ?? 'token of its kind';
  if (ofType.length === 0) return none(`"${definition.name}" issues no "${type}"`);
  const client = stated.client ?? given.client;
  const ofClient = client === undefined ? ofType : ofType.filter(({ key }) => key.client === client);
  if (ofClient.length === 0)
    return none(`"${definition.name}" issues no "${type}" to the client "${maskedName(client ?? '')}"`);
  const { subject } = stated;
  const ofSubject = subject === undefined ? ofClient : ofClient.filter(({ key }) => key.subject === subject);
  // A token that says it is about a user, of a client that has no users, breaks its contract: keep the contract.
  const left = ofSubject.length > 0 ? ofSubject : ofClient;
  const forAudience = left.filter(({ audience }) =>
    audience.values.some((value) => stated.audiences.includes(value)),
  );
  const contracts = forAudience.length > 0 ? forAudience : left;
  if (contracts.length <= MOST_CANDIDATES) return { found: true, contracts };
  return none(`it may be of any of ${contracts.length} contracts, and does not tell its client`);
}
