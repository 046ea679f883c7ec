import type { Grant } from './contract.ts';
import type { Observed } from './impact.ts';
import type { JsonObject, JsonValue } from './json.ts';
import type { Place } from './place.ts';
import type { Fix } from './problem.ts';

/** What a finding is about; each axis has its own gate, since each has other approvers. */
export const AXES = ['compatibility', 'authorization', 'privacy', 'security', 'standard', 'design'] as const;
export type Axis = (typeof AXES)[number];

/** How bad a finding is, the worst first. Which of them stop a change is up to the gates. */
export const SEVERITIES = ['error', 'warning', 'info'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** What a finding is about, in names that survive an edit; fingerprints are made of these. */
export interface Coordinates {
  readonly mapper?: string;
  readonly tokenType?: string;
  readonly claim?: string;
  readonly scope?: string;
  readonly client?: string;
  readonly resource?: string;
  readonly consumer?: string;
  readonly decision?: string;
  /** The change's kind, for findings about changes. */
  readonly change?: string;
}

/**
 * The smallest grant and pair of tokens that show a change. `after` is valid under the contract that issues
 * it and rejected by the reader's; `before` is the token that the same grant got.
 */
export interface Witness {
  readonly grant: Grant;
  /** Which of its tokens. */
  readonly tokenType: string;
  readonly before?: JsonObject;
  readonly after?: JsonObject;
  /** The JOSE headers of the two tokens, where these tell them apart. */
  readonly header?: { readonly before?: JsonObject; readonly after?: JsonObject };
  /** What differs where no token says it, or not at a glance, in words: `maxBytes: 4096 → 8192`. */
  readonly differs?: string;
  /** Why one of the versions issues no such token: `no client "kiosk"`. */
  readonly absent?: string;
}

/** Who is hit by a finding. */
export interface AffectedConsumer {
  readonly name: string;
  readonly owner?: string;
  readonly party: 'first' | 'third';
  /** In findings: what in its own words fails, such as `requires "tenant_id"`. */
  readonly fails?: readonly string[];
}

/** Why a finding does not count. */
export interface Suppression {
  readonly by: 'waiver' | 'baseline';
  readonly reason: string;
  /** Last day (YYYY-MM-DD) on which it holds. */
  readonly until?: string;
}

/** The same judgement of the same edit about another reader. It is accepted by itself. */
export type Echo = Pick<Finding, 'coordinates' | 'fingerprint'>;

/** A rule's judgement. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly axis: Axis;
  /** One line, lower case, no full stop. */
  readonly message: string;
  readonly help: string;
  readonly at: Place;
  /** The place on the other side of a comparison. */
  readonly before?: Place;
  /** Another place that has to do with it: the decision that a change opens. */
  readonly related?: Place;
  readonly coordinates: Coordinates;
  /** The values that the message was made from. */
  readonly args: Readonly<Record<string, JsonValue>>;
  readonly witness?: Witness;
  readonly consumers: readonly AffectedConsumer[];
  /** The releases that it is true of, oldest first, where one definition is compared with several of them. */
  readonly releases?: readonly string[];
  /** True when the question could not be decided; it fails the gate as an error would. */
  readonly undecided: boolean;
  /** What was seen in tokens of what changes. */
  readonly observed?: Observed;
  /** Hash of the rule and the coordinates: stable when text or lines move. */
  readonly fingerprint: string;
  /** Everything else that the same edit does, and that this finding tells as well. */
  readonly echoes?: readonly Echo[];
  readonly suppressed?: Suppression;
  /** Present when there is one way to mend it, and a machine can. */
  readonly fix?: Fix;
}

/** A finding for each fingerprint: what one edit does to several readers is accepted reader by reader. */
export function apart({ echoes = [], ...finding }: Finding): readonly Finding[] {
  return [finding, ...echoes.map((echo) => ({ ...finding, ...echo }))];
}
