import type {
  ChangeKind,
  ContractKey,
  Coordinates,
  JsonValue,
  Place,
  Verdict,
  Witness,
} from '../../model/index.ts';
import { canonical } from '../../model/index.ts';
import type { Question } from '../question.ts';

/** The three answers that every change carries. */
export interface Verdicts {
  readonly tolerant: Verdict;
  readonly strict: Verdict;
  readonly inFlight: Verdict;
}

/**
 * What a fact does to readers.
 *
 * - `none`: no reader stumbles over it; the witness, where there is one, is made only if it is shown
 * - `stated`: follows from the kind of change; the witness, where there is one, is made only if it is shown
 * - `asked`: is decided by comparing schemas
 */
export type Effect =
  | { readonly effect: 'none'; readonly show?: () => Witness | undefined }
  | { readonly effect: 'stated'; readonly verdicts: Verdicts; readonly show?: () => Witness | undefined }
  | { readonly effect: 'asked'; readonly question: Question };

/** One observation, in the definition or in one contract. Facts with the same `edit` become one change. */
export interface Fact {
  readonly kind: ChangeKind;
  /** Names the edit that causes it. */
  readonly edit: string;
  readonly coordinates: Coordinates;
  readonly at: Place;
  readonly beforeAt?: Place;
  readonly before?: JsonValue;
  readonly after?: JsonValue;
  readonly sunset?: string;
  /** The contract that shows it, or as much of one as is known. */
  readonly seenIn: Partial<ContractKey>;
  readonly effect: Effect;
  /** A claim that comes or goes with the edit. */
  readonly claim?: string;
  /** True where the edit is seen through something else, which then is no change of its own. */
  readonly echo?: boolean;
}

export const SAFE: Verdict = { verdict: 'safe' };

export const NO_EFFECT: Effect = { effect: 'none' };

/** For changes that no reader stumbles over, but that a grant can show. */
export function harmless(show: () => Witness | undefined): Effect {
  return { effect: 'none', show };
}

/** For changes that any reader stumbles over, or whoever asks for what is no longer given. */
export function breaks(reason: string, show?: () => Witness | undefined): Effect {
  const verdict: Verdict = { verdict: 'breaks', reason };
  return stated({ tolerant: verdict, strict: verdict, inFlight: SAFE }, show);
}

export function undecidedForReaders(reason: string): Effect {
  const undecided: Verdict = { verdict: 'undecided', reason };
  return stated({ tolerant: undecided, strict: undecided, inFlight: undecided });
}

function stated(verdicts: Verdicts, show?: () => Witness | undefined): Effect {
  return { effect: 'stated', verdicts, ...(show && { show }) };
}

/** The name of an edit: its kind and what it is about. */
export function editName(kind: string, ...about: readonly (JsonValue | undefined)[]): string {
  const parts: JsonValue[] = [kind, ...about.map((part) => part ?? null)];
  while (parts.at(-1) === null) parts.pop();
  return `[${parts.map(canonical).join(',')}]`;
}
