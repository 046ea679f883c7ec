import type { AffectedConsumer, Coordinates, Witness } from './finding.ts';
import type { JsonValue } from './json.ts';
import type { Place } from './place.ts';

/** What changed: a subject, an aspect of it, and a direction. */
export interface ChangeInfo {
  readonly subject: 'definition' | 'token-type' | 'claim' | 'scope' | 'client' | 'resource' | 'exchange';
  readonly aspect: string;
  readonly direction: 'added' | 'removed' | 'loosened' | 'tightened' | 'changed' | 'undecided';
  /** The kind that the same edit has when it is undone. */
  readonly mirror: string;
}

const info = (
  subject: ChangeInfo['subject'],
  aspect: string,
  direction: ChangeInfo['direction'],
  mirror: string,
): ChangeInfo => ({ subject, aspect, direction, mirror });

/** Every kind of change that a comparison can find, with its coordinate. */
export const CHANGES = {
  'token-type-added': info('token-type', 'existence', 'added', 'token-type-removed'),
  'token-type-removed': info('token-type', 'existence', 'removed', 'token-type-added'),
  'token-format-changed': info('token-type', 'format', 'changed', 'token-format-changed'),
  'token-profile-changed': info('token-type', 'profile', 'changed', 'token-profile-changed'),
  'token-typ-changed': info('token-type', 'header typ', 'changed', 'token-typ-changed'),
  'algorithm-added': info('token-type', 'algorithm', 'added', 'algorithm-removed'),
  'algorithm-removed': info('token-type', 'algorithm', 'removed', 'algorithm-added'),
  'algorithm-changed': info('token-type', 'algorithm', 'changed', 'algorithm-changed'),
  'algorithms-opened': info('token-type', 'algorithms', 'loosened', 'algorithms-closed'),
  'algorithms-closed': info('token-type', 'algorithms', 'tightened', 'algorithms-opened'),
  'lifetime-lengthened': info('token-type', 'lifetime', 'loosened', 'lifetime-shortened'),
  'lifetime-shortened': info('token-type', 'lifetime', 'tightened', 'lifetime-lengthened'),
  'size-raised': info('token-type', 'size', 'loosened', 'size-lowered'),
  'size-lowered': info('token-type', 'size', 'tightened', 'size-raised'),
  'definition-added': info('definition', 'existence', 'added', 'definition-removed'),
  'definition-removed': info('definition', 'existence', 'removed', 'definition-added'),
  'claims-from-changed': info('definition', 'claims from', 'changed', 'claims-from-changed'),
  'issuer-changed': info('definition', 'issuer', 'changed', 'issuer-changed'),
  'audience-added': info('token-type', 'audience', 'added', 'audience-removed'),
  'audience-removed': info('token-type', 'audience', 'removed', 'audience-added'),
  'audience-changed': info('token-type', 'audience', 'changed', 'audience-changed'),
  'audience-shape-changed': info('token-type', 'audience shape', 'changed', 'audience-shape-changed'),
  'claim-added': info('claim', 'existence', 'added', 'claim-removed'),
  'claim-removed': info('claim', 'existence', 'removed', 'claim-added'),
  'claim-renamed': info('claim', 'name', 'changed', 'claim-renamed'),
  'claim-rescoped': info('claim', 'scope', 'changed', 'claim-rescoped'),
  'claim-moved': info('claim', 'token type', 'changed', 'claim-moved'),
  'presence-loosened': info('claim', 'presence', 'loosened', 'presence-tightened'),
  'presence-tightened': info('claim', 'presence', 'tightened', 'presence-loosened'),
  'claim-widened': info('claim', 'schema', 'loosened', 'claim-narrowed'),
  'claim-narrowed': info('claim', 'schema', 'tightened', 'claim-widened'),
  'claim-changed': info('claim', 'schema', 'changed', 'claim-changed'),
  'claim-undecided': info('claim', 'schema', 'undecided', 'claim-undecided'),
  'values-opened': info('claim', 'growth', 'loosened', 'values-closed'),
  'values-closed': info('claim', 'growth', 'tightened', 'values-opened'),
  'source-changed': info('claim', 'source', 'changed', 'source-changed'),
  'identifier-made-mutable': info('claim', 'mutability', 'loosened', 'identifier-made-immutable'),
  'identifier-made-immutable': info('claim', 'mutability', 'tightened', 'identifier-made-mutable'),
  'claim-deprecated': info('claim', 'deprecation', 'added', 'claim-undeprecated'),
  'claim-undeprecated': info('claim', 'deprecation', 'removed', 'claim-deprecated'),
  'claim-deprecation-changed': info('claim', 'deprecation', 'changed', 'claim-deprecation-changed'),
  'value-deprecated': info('claim', 'deprecation of a value', 'added', 'value-undeprecated'),
  'value-undeprecated': info('claim', 'deprecation of a value', 'removed', 'value-deprecated'),
  'value-deprecation-changed': info(
    'claim',
    'deprecation of a value',
    'changed',
    'value-deprecation-changed',
  ),
  'unresolved-added': info('token-type', 'unresolved content', 'added', 'unresolved-removed'),
  'unresolved-removed': info('token-type', 'unresolved content', 'removed', 'unresolved-added'),
  'contract-undecided': info('token-type', 'schema', 'undecided', 'contract-undecided'),
  'contract-widened': info('token-type', 'schema', 'loosened', 'contract-narrowed'),
  'contract-narrowed': info('token-type', 'schema', 'tightened', 'contract-widened'),
  'token-type-deprecated': info('token-type', 'deprecation', 'added', 'token-type-undeprecated'),
  'token-type-undeprecated': info('token-type', 'deprecation', 'removed', 'token-type-deprecated'),
  'token-type-deprecation-changed': info(
    'token-type',
    'deprecation',
    'changed',
    'token-type-deprecation-changed',
  ),
  'scope-added': info('scope', 'existence', 'added', 'scope-removed'),
  'scope-removed': info('scope', 'existence', 'removed', 'scope-added'),
  'scope-renamed': info('scope', 'name', 'changed', 'scope-renamed'),
  'scope-parameters-changed': info('scope', 'parameters', 'changed', 'scope-parameters-changed'),
  'resource-opened': info('scope', 'resource', 'added', 'resource-closed'),
  'resource-closed': info('scope', 'resource', 'removed', 'resource-opened'),
  'scope-granted': info('client', 'scope', 'added', 'scope-revoked'),
  'scope-revoked': info('client', 'scope', 'removed', 'scope-granted'),
  'scope-made-default': info('client', 'scope default', 'added', 'scope-made-optional'),
  'scope-made-optional': info('client', 'scope default', 'removed', 'scope-made-default'),
  'scope-deprecated': info('scope', 'deprecation', 'added', 'scope-undeprecated'),
  'scope-undeprecated': info('scope', 'deprecation', 'removed', 'scope-deprecated'),
  'scope-deprecation-changed': info('scope', 'deprecation', 'changed', 'scope-deprecation-changed'),
  'client-added': info('client', 'existence', 'added', 'client-removed'),
  'client-removed': info('client', 'existence', 'removed', 'client-added'),
  'client-party-changed': info('client', 'party', 'changed', 'client-party-changed'),
  'subject-type-changed': info('client', 'subject type', 'changed', 'subject-type-changed'),
  'grant-type-added': info('client', 'grant type', 'added', 'grant-type-removed'),
  'grant-type-removed': info('client', 'grant type', 'removed', 'grant-type-added'),
  'token-granted': info('client', 'token type', 'added', 'token-withdrawn'),
  'token-withdrawn': info('client', 'token type', 'removed', 'token-granted'),
  'token-variant-changed': info('client', 'variant', 'changed', 'token-variant-changed'),
  'client-deprecated': info('client', 'deprecation', 'added', 'client-undeprecated'),
  'client-undeprecated': info('client', 'deprecation', 'removed', 'client-deprecated'),
  'client-deprecation-changed': info('client', 'deprecation', 'changed', 'client-deprecation-changed'),
  'resource-added': info('resource', 'existence', 'added', 'resource-removed'),
  'resource-removed': info('resource', 'existence', 'removed', 'resource-added'),
  'resource-party-changed': info('resource', 'party', 'changed', 'resource-party-changed'),
  'resource-audience-changed': info('resource', 'audience', 'changed', 'resource-audience-changed'),
  'sender-constraint-added': info('resource', 'sender constraint', 'added', 'sender-constraint-dropped'),
  'sender-constraint-dropped': info('resource', 'sender constraint', 'removed', 'sender-constraint-added'),
  'sender-constraint-changed': info('resource', 'sender constraint', 'changed', 'sender-constraint-changed'),
  'resource-deprecated': info('resource', 'deprecation', 'added', 'resource-undeprecated'),
  'resource-undeprecated': info('resource', 'deprecation', 'removed', 'resource-deprecated'),
  'resource-deprecation-changed': info('resource', 'deprecation', 'changed', 'resource-deprecation-changed'),
  'exchange-added': info('exchange', 'existence', 'added', 'exchange-removed'),
  'exchange-removed': info('exchange', 'existence', 'removed', 'exchange-added'),
  'exchange-mode-changed': info('exchange', 'mode', 'changed', 'exchange-mode-changed'),
  'exchange-widened': info('exchange', 'scope', 'loosened', 'exchange-narrowed'),
  'exchange-narrowed': info('exchange', 'scope', 'tightened', 'exchange-widened'),
} as const satisfies Record<string, ChangeInfo>;

/** One of the kinds in `CHANGES`; published in JSON reports, so a name is never given another meaning. */
export type ChangeKind = keyof typeof CHANGES;

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
