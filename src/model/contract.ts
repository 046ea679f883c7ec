import type { Claim, ClaimSubject } from './claim.ts';
import type { Unresolved } from './definition.ts';
import type { JsonSchema } from './json.ts';
import type { Place } from './place.ts';
import type { ProfileName, SubjectKind, TokenFormat, TokenKind } from './token-type.ts';

/** Who asks for what. */
export interface Grant {
  readonly client: string;
  readonly scopes: readonly string[];
  readonly resource?: string;
  readonly subject: SubjectKind;
}

/** Which tokens a contract is about; the scopes stay open, since presence is monotone in them. */
export interface ContractKey {
  readonly tokenType: string;
  readonly client: string;
  readonly subject: SubjectKind;
  readonly resource?: string;
}

/** What puts a claim into a token. */
export interface Releaser {
  readonly kind: 'profile' | 'token-type' | 'client' | 'resource' | 'scope' | 'request' | 'exchange';
  readonly name: string;
}

/** One way in which a claim gets into the tokens of a contract. */
export interface ClaimRelease {
  /** The declared claim, unless a profile alone brings it. */
  readonly claim?: Claim;
  readonly presence: 'always' | 'sometimes';
  /** Only when this scope is granted; absent: whatever is granted. */
  readonly scope?: string;
  readonly schema: JsonSchema;
  readonly by: Releaser;
  readonly at: Place;
}

/** A member of the token and every way it gets there. */
export interface EffectiveClaim {
  readonly path: readonly string[];
  /** `pathKey(path)`. */
  readonly key: string;
  readonly about: ClaimSubject;
  readonly releases: readonly ClaimRelease[];
}

/** The audiences that tokens of a contract may have. */
export interface EffectiveAudience {
  /** Sorted; what may appear, whatever is granted. Empty: nothing is known about them. */
  readonly values: readonly string[];
  readonly many: 'array' | 'reject';
  readonly shape: 'string' | 'array' | 'either';
}

/** What a token may contain under a grant: the contract between the issuer and one kind of reader. */
export interface EffectiveContract {
  readonly key: ContractKey;
  readonly kind: TokenKind;
  readonly format: TokenFormat;
  readonly profile: ProfileName;
  readonly issuer: string;
  /** Absent for tokens without a JOSE header. */
  readonly header?: { readonly typ?: string; readonly algorithms: readonly string[] };
  readonly audience: EffectiveAudience;
  /** Seconds. */
  readonly lifetime?: number;
  /** Bytes, encoded. */
  readonly maxBytes?: number;
  /** Scopes that every grant has, sorted. */
  readonly defaultScopes: readonly string[];
  /** Scopes that a grant may have in addition, sorted. */
  readonly optionalScopes: readonly string[];
  /** By path key, sorted by key. */
  readonly claims: ReadonlyMap<string, EffectiveClaim>;
  /** Facts across claims (`tokens.X.schema`). */
  readonly schema?: JsonSchema;
  /** What may add claims that nobody can foresee. */
  readonly unresolved: readonly Unresolved[];
  readonly at: Place;
}

/**
 * A contract in one line.
 *
 * @example showContractKey(key) // 'access_token for web at orders', 'access_token for batch as itself at orders'
 */
export function showContractKey(key: ContractKey): string {
  const resource = key.resource === undefined ? '' : ` at ${key.resource}`;
  const subject = key.subject === 'machine' ? ' as itself' : '';
  return `${key.tokenType} for ${key.client}${subject}${resource}`;
}
