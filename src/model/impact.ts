import type { Party } from './definition.ts';
import type { JsonValue } from './json.ts';
import type { Place } from './place.ts';

/** What might be taken away. */
export type ImpactSubject =
  /** `member`: only that one of an object, by its names from the claim inwards. */
  | { readonly kind: 'claim'; readonly claim: string; readonly member?: readonly string[] }
  | { readonly kind: 'scope'; readonly scope: string }
  | { readonly kind: 'value'; readonly claim: string; readonly value: JsonValue };

/** How often something was seen in the tokens that were looked at. */
export interface Observed {
  /** Tokens of the kinds in question. */
  readonly tokens: number;
  /** Those of them that had it. */
  readonly seen: number;
  /** First and last day (YYYY-MM-DD) of the tokens that had it. */
  readonly first?: string;
  readonly last?: string;
  /** Last day of all the tokens that were looked at. */
  readonly until?: string;
  /** False when what was not seen may have been there: uses were not told apart, or too few tokens looked at. */
  readonly complete: boolean;
  /** Of whom too few tokens, or too old ones, were looked at. */
  readonly doubt?: string;
}

/** Tokens of one type and client that had it. */
export interface SeenUse {
  readonly tokenType: string;
  readonly client: string;
  /** Tokens that had it. */
  readonly seen: number;
}

/** Whether a reader can do without it. */
export type Answer = 'breaks' | 'unknown' | 'safe';

/** What it means for one reader. */
export interface Reliance {
  readonly reader: {
    readonly kind: 'consumer' | 'client' | 'resource';
    readonly name: string;
    readonly owner?: string;
    readonly party: Party;
  };
  /** Token types in which it gets it, sorted. */
  readonly tokenTypes: readonly string[];
  readonly answer: Answer;
  /** At least one: what fails, why nobody can tell, or why it is fine. */
  readonly reasons: readonly string[];
  readonly observed?: Observed;
}

/** Who relies on one claim, scope or value of a definition. */
export interface Impact {
  readonly mapper: string;
  readonly subject: ImpactSubject;
  readonly at: Place;
  /** Sorted names of the token types, clients and resources whose tokens may have it. */
  readonly tokenTypes: readonly string[];
  readonly clients: readonly string[];
  readonly resources: readonly string[];
  /** What puts it into tokens: `scope "email"`. */
  readonly releasedBy: readonly string[];
  /** The worst first, then by name. */
  readonly reliances: readonly Reliance[];
  readonly observed?: Observed;
  /** Where it was seen, by token type and client. */
  readonly uses?: readonly SeenUse[];
  /** Where it was seen though no contract promises it. */
  readonly undeclared?: readonly SeenUse[];
}
