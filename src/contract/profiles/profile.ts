import type { JsonSchema, Presence, TokenType } from '../../model/index.ts';

/**
 * A specification's part of a token: claims that are there because of the kind of token it is, whatever the
 * definition releases. What a specification merely allows about a person or a session is left to releases.
 */
export interface TokenProfile {
  /** The name that is shown as the releaser. */
  readonly name: string;
  /** The header's `typ`, where the specification asks for one. */
  readonly typ?: string;
  /** What holds across its claims. */
  readonly facts?: JsonSchema;
  /** Claims by name. `scope` stands for one scope-token per granted scope. */
  claims(type: TokenType): ProfileClaims;
}

type ProfileClaims = Readonly<Record<string, Exclude<Presence, 'never'>>>;
