import type { JsonSchema, JsonValue } from './json.ts';
import type { Located, Place } from './place.ts';

/** Whom a claim speaks of. A claim about a user is never in a machine's token. */
export type ClaimSubject = 'user' | 'client' | 'session' | 'token';

/**
 * Whether a claim is in a token under one grant: in each one, in some (its source may have no value),
 * or in none.
 */
export type Presence = 'always' | 'sometimes' | 'never';

/** What readers do with a claim. */
export type ClaimUse = 'identifier' | 'authorization' | 'information';

/** How much a claim says about a person, from nothing to what GDPR articles 9 and 10 protect. */
export type PrivacyLevel =
  | 'public'
  | 'organisational'
  | 'technical'
  | 'authorization'
  | 'confidential-infrastructure'
  | 'secret'
  | 'pseudonymous-identifier'
  | 'quasi-identifier'
  | 'personal'
  | 'special-category'
  | 'criminal-offence';

/** A definition's own word on what a claim says about a person; it wins over the classifier. */
export interface DeclaredPrivacy {
  readonly level: PrivacyLevel;
  /** A Fideslang key such as `user.contact.email`. */
  readonly category?: string;
  /** Why the level is lower than the classifier's. */
  readonly reason?: string;
}

/** An announced end. */
export interface Deprecation extends Located {
  /** The version that announced it. */
  readonly since?: string;
  /** The first day (YYYY-MM-DD) on which it may be gone. */
  readonly sunset?: string;
  /** What readers use instead: another claim's id, a scope, a value. */
  readonly replacedBy?: string;
  readonly reason?: string;
}

/** What becomes of one value of a closed set. */
export interface PlannedValue {
  readonly value: JsonValue;
  readonly replacedBy?: JsonValue;
  readonly sunset?: string;
}

/**
 * A claim as a definition declares it: an entry with an id of its own, and the member of the token that it
 * fills. Several entries may fill the same member.
 */
export interface Claim extends Located {
  /** The entry's name in the definition; never seen by readers. */
  readonly id: string;
  /** Member names from the token's root; most claims have one. `${client}` in a name is the client's id. */
  readonly path: readonly string[];
  readonly about: ClaimSubject;
  /** The presence where it is released; a release may override it. */
  readonly presence: 'always' | 'sometimes';
  /** What values it may have; `true` when nothing is declared. */
  readonly schema: JsonSchema;
  /** `open`: readers must expect values that are not listed yet. */
  readonly growth: 'open' | 'closed';
  readonly planned: readonly PlannedValue[];
  /** Where its value comes from: an attribute, a table, a constant. Compared, never interpreted. */
  readonly source?: string;
  readonly mutable?: boolean;
  readonly use?: ClaimUse;
  readonly privacy?: DeclaredPrivacy;
  readonly deprecated?: Deprecation;
  readonly owner?: string;
  readonly description?: string;
  /** True when its name is a registered claim (IANA JSON Web Token Claims, OpenID Connect). */
  readonly registered: boolean;
  /** True when no entry declares it: it is known from the registry only. */
  readonly implied: boolean;
  /** Why its values can't be known from the definition (a script, a custom mapper). */
  readonly unresolved?: string;
}

/** A claim put into a token type by a scope, a client, a resource or the token type itself. */
export interface Release {
  /** The id of the claim. */
  readonly claim: string;
  /** Overrides the claim's own presence (`claim?` and `claim!` in the mapper format). */
  readonly presence?: 'always' | 'sometimes';
  readonly at: Place;
}

/**
 * A member of a token as one string: names joined by dots, with dots and backslashes inside a name escaped
 * by a backslash. Two paths are the same member exactly when their keys are equal.
 *
 * @example pathKey(['resource_access', 'web', 'roles']) // 'resource_access.web.roles'
 * @example pathKey(['https://shop.example/tier'])       // 'https://shop\\.example/tier'
 */
export function pathKey(path: readonly string[]): string {
  return path.map((name) => name.replace(/[\\.]/g, '\\$&')).join('.');
}

/** A member of a token as people write it: escapes are left out where the path has one name only. */
export function showPath(path: readonly string[]): string {
  return path.length === 1 ? (path[0] ?? '') : pathKey(path);
}
