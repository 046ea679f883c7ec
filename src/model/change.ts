import { CHANGES, type ChangeKind } from './change-kinds.ts';
import type { AffectedConsumer, Coordinates, Witness } from './finding.ts';
import type { JsonValue } from './json.ts';
import type { Place } from './place.ts';

/**
 * Promises that are withdrawn although no single token proves it: whoever reads a claim that was there
 * sometimes waits for it in vain, a claim from another source means something else, and a list that was said to be
 * whole is not.
 */
const WITHDRAWN: ReadonlySet<ChangeKind> = new Set<ChangeKind>([
  'claim-removed',
  'claim-renamed',
  'claim-moved',
  'claim-rescoped',
  'source-changed',
  'identifier-made-mutable',
  'claims-from-changed',
  'values-opened',
]);

/** Changes of what a client gets that take claims back only where they name some. */
const MAY_TAKE_CLAIMS: ReadonlySet<ChangeKind> = new Set<ChangeKind>([
  'token-variant-changed',
  'scope-made-optional',
]);

/** Whether a change takes a promise back, be there a token that proves it or not. */
export function isWithdrawn({ kind, claims = [] }: Pick<Change, 'kind' | 'claims'>): boolean {
  return WITHDRAWN.has(kind) || (MAY_TAKE_CLAIMS.has(kind) && claims.length > 0);
}

/** Whether a reader of the tokens before can read the tokens after. */
export type Verdict =
  | { readonly verdict: 'safe' }
  | { readonly verdict: 'breaks'; readonly witness?: Witness; readonly reason: string }
  | { readonly verdict: 'undecided'; readonly reason: string };

/**
 * A fact about two definitions. It has no opinion: rules judge it. One edit is one change; the other places
 * where the same edit shows are its echoes.
 */
export interface Change {
  readonly kind: ChangeKind;
  readonly coordinates: Coordinates;
  /** Where to look now: the changed thing, or the surviving parent of what was removed. */
  readonly at: Place;
  /** Where it stood before. */
  readonly beforeAt?: Place;
  readonly before?: JsonValue;
  readonly after?: JsonValue;
  /** Sorted names of the clients, token types and resources whose tokens show it. */
  readonly clients: readonly string[];
  readonly tokenTypes: readonly string[];
  readonly resources: readonly string[];
  /** How many more contracts show the same edit. */
  readonly echoes: number;
  /** Sorted names of the claims that come or go with it, where it is about something else than one claim. */
  readonly claims?: readonly string[];
  /** The worst effect on a reader that ignores what it does not know (RFC 7519 section 4). */
  readonly tolerant: Verdict;
  /** The worst effect on a reader that rejects claims that it does not know. */
  readonly strict: Verdict;
  /** Tokens of before under the contract of after: readers that moved on while old tokens live. */
  readonly inFlight: Verdict;
  readonly witness?: Witness;
  /** The announced end, where this change is the end that was announced. */
  readonly sunset?: string;
}

/** What a comparison means for one consumer's own expectation. */
export interface ConsumerEffect {
  readonly consumer: AffectedConsumer;
  readonly at: Place;
  readonly coordinates: Coordinates;
  readonly verdict: Verdict;
  /** What in its expectation fails, in words: `requires "tenant_id"`. */
  readonly fails: string;
  /** The changes that cause it. */
  readonly because: readonly Change[];
}

/** What a comparison means for one decision of a consumer. */
export interface DecisionEffect {
  readonly consumer: AffectedConsumer;
  readonly decision: string;
  readonly at: Place;
  readonly coordinates: Coordinates;
  readonly direction: 'opens' | 'closes';
  /** `certain` only where the definition says what becomes of the values; otherwise it may. */
  readonly certainty: 'certain' | 'may' | 'undecided';
  readonly reason: string;
  readonly witness?: Witness;
  /** Present where it opens to clients whose tokens it never allowed before. */
  readonly newcomers?: Newcomers;
  readonly because: readonly Change[];
}

/** Clients that get tokens which a decision allows, and got none before. */
export interface Newcomers {
  /** Sorted. */
  readonly clients: readonly string[];
  /** `third` when one of them belongs to somebody else. */
  readonly party: AffectedConsumer['party'];
  /** Names of claims that the decision looks at, that readers knew, and that these tokens never have; sorted. */
  readonly without: readonly string[];
}

/**
 * The part of the semantic version that a change alone must raise: major where somebody breaks, nobody can tell,
 * or a promise is withdrawn.
 */
export function bumpOf(change: Pick<Change, 'kind' | 'tolerant' | 'claims'>): 'minor' | 'major' {
  return change.tolerant.verdict !== 'safe' || isWithdrawn(change) ? 'major' : 'minor';
}

/** What two versions mean for those who said what they need. */
export interface DeclaredEffects {
  readonly consumerEffects: readonly ConsumerEffect[];
  readonly decisionEffects: readonly DecisionEffect[];
}

/** Those of some effects that a change causes; without one, those that no change alone explains. */
export function effectsOf(
  change: Change | undefined,
  { consumerEffects, decisionEffects }: DeclaredEffects,
): DeclaredEffects {
  const isIts = ({ because }: { readonly because: readonly Change[] }): boolean =>
    change === undefined ? because.length === 0 : because.includes(change);
  return {
    consumerEffects: consumerEffects.filter(isIts),
    decisionEffects: decisionEffects.filter(isIts),
  };
}

/**
 * Whether an expectation fails, or a decision falls otherwise for those who were there. One that allows somebody who
 * is new does what it was made for.
 */
export function breaksSomebody({ consumerEffects, decisionEffects }: DeclaredEffects): boolean {
  const isForNew = ({ because }: DecisionEffect): boolean =>
    because.length > 0 && because.every(({ kind }) => CHANGES[kind].direction === 'added');
  return (
    consumerEffects.some(({ verdict }) => verdict.verdict !== 'safe') ||
    decisionEffects.some((effect) => !isForNew(effect))
  );
}
