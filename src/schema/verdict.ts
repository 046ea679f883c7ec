import type { JsonValue } from './json.ts';

/** Why a question stays open, and the JSON Pointer of the schema or instance where it arose. */
export interface Reason {
  readonly reason: string;
  readonly path: string;
}

/**
 * The answer to "is every value of one schema a value of the other?".
 * `witness` is valid under the first schema and invalid under the second, both checked by Ajv;
 * `path` is the JSON Pointer into the witness of what the second schema rejects.
 */
export type Inclusion =
  | { readonly verdict: 'included' }
  | { readonly verdict: 'not-included'; readonly witness: JsonValue; readonly path: string }
  | ({ readonly verdict: 'undecided' } & Reason);

/** The answer to "is there any value of this schema?", with one if there is. */
export type Satisfiability =
  | { readonly verdict: 'satisfiable'; readonly witness: JsonValue }
  | { readonly verdict: 'unsatisfiable' }
  | ({ readonly verdict: 'undecided' } & Reason);

/** What a solver found: a value, the proof that there is none, or why it cannot tell. */
export type Outcome =
  | { readonly kind: 'value'; readonly value: JsonValue }
  | { readonly kind: 'none' }
  | ({ readonly kind: 'unknown' } & Reason);

export const NONE: Outcome = { kind: 'none' };

export function found(value: JsonValue): Outcome {
  return { kind: 'value', value };
}

export function unknown(reason: string, path = ''): Outcome {
  return { kind: 'unknown', reason, path };
}

/** Thrown where a question cannot be decided; the tableau turns it into an unknown branch. */
export class Undecided extends Error {
  override readonly name: string = 'Undecided';
  readonly path: string;

  constructor(reason: string, path = '') {
    super(reason);
    this.path = path;
  }
}

/** Thrown when a budget is used up: it ends the whole question, not only a branch. */
export class OutOfBudget extends Undecided {
  override readonly name = 'OutOfBudget';
}

/** Runs a search to its end: what is beyond its means, or beyond the stack, is unknown. */
export function outcomeOf(search: () => Outcome): Outcome {
  try {
    return search();
  } catch (error) {
    if (error instanceof Undecided) return unknown(error.message, error.path);
    if (error instanceof RangeError) return unknown('nested too deeply');
    throw error;
  }
}
