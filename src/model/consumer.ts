import type { Waiver } from './config.ts';
import type { Party } from './definition.ts';
import type { JsonSchema } from './json.ts';
import type { Located, Place } from './place.ts';

/** As whom a consumer reads tokens: the API they are for, the client that holds them, or a gateway. */
export interface ReaderRole {
  readonly as: 'resource' | 'client' | 'gateway';
  readonly name: string;
  /** Where it is named. */
  readonly at?: Place;
}

/** What a consumer allows: a predicate over tokens. */
export interface Decision extends Located {
  readonly name: string;
  /** Scopes that the token must carry as well. */
  readonly scopes: readonly string[];
  /** JSON Schema of the tokens that it allows. */
  readonly allows: JsonSchema;
}

/** Who reads a token, and what it needs from it. */
export interface Consumer extends Located {
  readonly name: string;
  readonly owner?: string;
  readonly party: Party;
  /** The token type (or kind) that it reads. */
  readonly reads: string;
  readonly role: ReaderRole;
  /** `names`: it breaks on claims that it does not know. */
  readonly strict: 'none' | 'names';
  /** JSON Schema of the tokens that it can process; `true` when nothing is declared. */
  readonly expects: JsonSchema;
  readonly decisions: readonly Decision[];
  /** Exceptions that are written beside what they cover, in comments. */
  readonly waivers?: readonly Waiver[];
}
