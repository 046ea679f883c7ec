import type { Claim, Deprecation, Release } from './claim.ts';
import type { Waiver } from './config.ts';
import type { JsonSchema } from './json.ts';
import type { Located, Place } from './place.ts';
import type { TokenType } from './token-type.ts';

/** Who operates a client, a resource or a consumer: us, or somebody else. */
export type Party = 'first' | 'third';

/** What a scope, client or resource releases: token type (or kind, which reaches its variants) → claims. */
export type Releases = ReadonlyMap<string, readonly Release[]>;

/** A scope (RFC 6749 section 3.3); with parameters, one scope name stands for many (`payment:{id}`). */
export interface Scope extends Located {
  readonly name: string;
  readonly description?: string;
  /** Names of the resources that it opens; none for scopes that speak of the user only. */
  readonly resources: readonly string[];
  readonly releases: Releases;
  readonly parameters: ReadonlyMap<string, JsonSchema>;
  /** Makes it an authorization detail (RFC 9396). */
  readonly schema?: JsonSchema;
  /** False when it never appears in the `scope` claim (Keycloak: include.in.token.scope). */
  readonly visible: boolean;
  /**
   * True where no request names it: it stands for what a product gives to clients in another way (Keycloak:
   * audiences by a client's own mappers and by roles).
   */
  readonly implicit?: true;
  readonly owner?: string;
  readonly deprecated?: Deprecation;
}

/** An API (RFC 8707): who reads access tokens with its audience. */
export interface Resource extends Located {
  readonly name: string;
  readonly audience: string;
  readonly party: Party;
  readonly senderConstrained?: 'dpop' | 'mtls';
  readonly releases: Releases;
  readonly description?: string;
  readonly owner?: string;
  readonly deprecated?: Deprecation;
}

/** Who asks for tokens (RFC 6749 section 1.1). */
export interface Client extends Located {
  readonly name: string;
  readonly party: Party;
  /** Grant types: `authorization_code`, `client_credentials`, `refresh_token`, `token_exchange`, … */
  readonly grants: readonly string[];
  /** Always granted. */
  readonly defaultScopes: readonly string[];
  /** May be granted. */
  readonly scopes: readonly string[];
  readonly subject: 'public' | 'pairwise';
  /** Its access tokens are bound to its key, whoever they are for (RFC 9449 section 5.2, RFC 8705 section 3.4). */
  readonly senderConstrained?: 'dpop' | 'mtls';
  readonly releases: Releases;
  readonly description?: string;
  readonly owner?: string;
  readonly deprecated?: Deprecation;
}

/** Who may swap a token for which (RFC 8693). */
export interface Exchange extends Located {
  readonly client: string;
  readonly from: string;
  readonly to: string;
  readonly scopes: readonly string[];
  readonly mode: 'delegation' | 'impersonation';
  /** Ids of claims copied from the subject token. */
  readonly carries: readonly string[];
}

/**
 * Something that the definition can't say: a script, a custom mapper without a claim name. Tokens that it
 * reaches may hold anything, so verdicts about them are undecided unless it is the same on both sides.
 */
export interface Unresolved {
  readonly reason: string;
  /** What would fill it, as text: equal text on both sides is taken to behave alike. */
  readonly content: string;
  readonly at: Place;
  /** The token types (or kinds) that it may write to. */
  readonly tokenTypes: readonly string[];
  /** Applies only where this scope is granted, or to this client only. */
  readonly scope?: string;
  readonly client?: string;
}

/** Where a definition came from. */
export interface Origin {
  /** `tokenpact`, or the provider whose export it is: `keycloak`, `entra`, … */
  readonly format: string;
  /** The provider's version, where the export tells. */
  readonly version?: string;
  /** Every file that was read, in order. */
  readonly files: readonly string[];
}

/**
 * One version of an issuer's mapping: scopes → claims → token types, for its clients and resources.
 * Every reference in it resolves: what did not was reported when it was loaded.
 */
export interface MapperDefinition extends Located {
  readonly name: string;
  /** Semantic version of the contract. */
  readonly version?: string;
  /** An URL, or a template with `{tenant}`. */
  readonly issuer: string;
  readonly owner?: string;
  /** `authorization`: claims are frozen when the user authorizes, a refresh mints the same ones. */
  readonly claimsFrom: 'issuance' | 'authorization';
  readonly origin: Origin;
  readonly tokenTypes: ReadonlyMap<string, TokenType>;
  /** Declared claims, and the registered ones that are used without an entry. */
  readonly claims: ReadonlyMap<string, Claim>;
  readonly scopes: ReadonlyMap<string, Scope>;
  readonly resources: ReadonlyMap<string, Resource>;
  readonly clients: ReadonlyMap<string, Client>;
  readonly exchanges: readonly Exchange[];
  readonly unresolved: readonly Unresolved[];
  /** Exceptions that are written beside what they cover, in comments. */
  readonly waivers?: readonly Waiver[];
}
