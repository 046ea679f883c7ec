import type { Change } from './change.ts';
import type { Party } from './definition.ts';

/**
 * What somebody does about a change.
 *
 * - `release-both`: the issuer gives what was and what will be, side by side
 * - `announce`: the issuer says when it ends
 * - `release`: the issuer gives what is new
 * - `publish`: the issuer publishes keys that no token is signed with yet
 * - `rely`: readers may count on what is new
 * - `move`: readers use what will be instead of what was
 * - `stop`: readers do without it, clients do not ask for it
 * - `accept`: readers take what was and what will be
 * - `prove`: clients prove that they hold the key of their tokens
 * - `decide`: whoever decides by it says what the new tokens mean
 * - `switch`: the issuer gives what will be
 * - `end`: the issuer does not give what was any more
 * - `drop`: readers need not take what was any more
 */
export type PlanAction =
  | 'release-both'
  | 'announce'
  | 'release'
  | 'publish'
  | 'rely'
  | 'move'
  | 'stop'
  | 'accept'
  | 'prove'
  | 'decide'
  | 'switch'
  | 'end'
  | 'drop';

/** One thing to do about one change. */
export interface PlanTask {
  readonly action: PlanAction;
  readonly change: Change;
  /** In whose tokens, where it is about those of some clients only. */
  readonly clients?: readonly string[];
}

/** Who does it: the issuer with one version, a declared consumer, or readers of whom nothing was declared. */
export type PlanActor =
  | { readonly kind: 'issuer'; readonly version?: string }
  | { readonly kind: 'consumer'; readonly name: string; readonly owner?: string; readonly party: Party }
  | { readonly kind: 'client' | 'resource'; readonly names: readonly string[] };

/** Something to wait for. */
export type PlanWait =
  | { readonly for: 'token-lifetime'; readonly tokenType: string; readonly seconds: number }
  | { readonly for: 'unknown-lifetime'; readonly tokenType: string }
  | { readonly for: 'introspection-cache'; readonly tokenType: string; readonly seconds?: number }
  | { readonly for: 'new-authorization'; readonly clients: readonly string[] }
  | { readonly for: 'sunset'; readonly date: string }
  | { readonly for: 'announcement' }
  | { readonly for: 'readers' };

/** What one actor does at one time, and what it waits for before. */
export interface PlanStep {
  readonly actor: PlanActor;
  readonly tasks: readonly PlanTask[];
  /** First day (YYYY-MM-DD) on which it may be done; absent where nobody can say, `waits` says why. */
  readonly from?: string;
  readonly waits: readonly PlanWait[];
}

/** How to get from one version to the other without breaking anybody: steps in the order in which they are done. */
export interface Plan {
  readonly mapper: string;
  readonly before?: string;
  readonly after?: string;
  readonly steps: readonly PlanStep[];
}
