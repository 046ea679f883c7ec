import { type Budgets, DEFAULT_BUDGETS, Spending } from './budget.ts';
import { type Explanation, explainChange } from './explanation/explain.ts';
import { decideInclusion } from './inclusion.ts';
import type { JsonSchema, JsonValue } from './json.ts';
import { Judge, type Violation } from './judge/judge.ts';
import { Automata } from './language/automata.ts';
import { NodeStore } from './node.ts';
import type { Dialect } from './reading/dialect.ts';
import { type Reading, type ReadSchema, readSchema } from './reading/read.ts';
import { sampleSchema } from './sample.ts';
import { Expander } from './tableau/expand.ts';
import { type Foundation, Search } from './tableau/tableau.ts';
import { type Inclusion, outcomeOf, type Satisfiability } from './verdict.ts';

/** How schemas are understood, and what a question may cost. Everything has a default. */
export interface Options {
  /** By which rules schemas are read; `auto` follows `$schema`, 2020-12 without one. Default `auto`. */
  readonly dialect?: Dialect | 'auto';
  /** What a keyword outside the specification does. Default `undecided`. */
  readonly unknownKeywords?: 'undecided' | 'annotation';
  /** Whether `format` rejects values. Default `assertion`. */
  readonly formats?: 'assertion' | 'annotation';
  /** What one question may cost before it is undecided. */
  readonly budgets?: Partial<Budgets>;
}

/** A schema at work: its text, how it was read, and its node. */
export interface Subject extends ReadSchema {
  readonly schema: JsonSchema;
}

/** Remembered answers and schemas beyond which the memory of an engine is emptied. */
const REMEMBERED = 200_000;

/**
 * Answers questions about schemas and keeps what it learns: automata, compiled validators, and
 * answers about parts of schemas. Verdicts and witnesses do not depend on what was asked before.
 */
export class Engine {
  readonly judge: Judge;
  private readonly reading: Reading;
  private readonly budgets: Budgets;
  private foundation: Foundation;

  constructor(options: Options = {}) {
    const { dialect = 'auto', unknownKeywords = 'undecided', formats = 'assertion' } = options;
    this.reading = { dialect, unknownKeywords, formats };
    this.budgets = { ...DEFAULT_BUDGETS, ...options.budgets };
    this.foundation = createFoundation(new Automata(this.budgets.states));
    this.judge = new Judge(this.foundation.automata, formats);
  }

  /** Is every value of `a` a value of `b`? */
  includes(a: JsonSchema, b: JsonSchema): Inclusion {
    this.forget();
    return decideInclusion(this.subject(a), this.subject(b), this);
  }

  /** What changed between two schemas, claim by claim. */
  explain(before: JsonSchema, after: JsonSchema): Explanation[] {
    this.forget();
    return explainChange(this.subject(before), this.subject(after), this);
  }

  /** Small realistic values of a schema. */
  sample(schema: JsonSchema, limit = 4): JsonValue[] {
    this.forget();
    return sampleSchema(this.subject(schema), this, limit);
  }

  /** Has the schema any value? */
  isSatisfiable(schema: JsonSchema): Satisfiability {
    this.forget();
    const subject = this.subject(schema);
    if (subject.invalid) return { verdict: 'undecided', ...subject.invalid };
    const search = this.newSearch();
    const outcome = outcomeOf(() => search.satisfy([subject.node.asserted]));
    if (outcome.kind === 'none') return { verdict: 'unsatisfiable' };
    if (outcome.kind === 'unknown')
      return { verdict: 'undecided', reason: outcome.reason, path: outcome.path };
    if (this.isValid(subject, outcome.value)) return { verdict: 'satisfiable', witness: outcome.value };
    return { verdict: 'undecided', reason: 'Ajv rejects the value that was found', path: '' };
  }

  /**
   * What a value violates; nothing if it is valid.
   * @throws {TypeError} if the schema is none
   */
  validate(schema: JsonSchema, value: JsonValue): Violation[] {
    return this.judge.violations(schema, this.validDialect(schema), value);
  }

  /**
   * A function that tells what values violate, for asking about many.
   * @throws {TypeError} if the schema is none
   */
  validator(schema: JsonSchema): (value: JsonValue) => Violation[] {
    return this.judge.validator(schema, this.validDialect(schema));
  }

  private validDialect(schema: JsonSchema): Dialect {
    this.forget();
    const { invalid, dialect } = this.subject(schema);
    if (invalid) throw new TypeError(`${invalid.reason} at "${invalid.path}"`);
    return dialect;
  }

  /** Starts anew when too much is remembered. Never within a question: nodes of two stores do not mix. */
  private forget(): void {
    const { memory, store, automata } = this.foundation;
    if (memory.size + store.size > REMEMBERED) this.foundation = createFoundation(automata);
  }

  private subject(schema: JsonSchema): Subject {
    try {
      return { schema, ...readSchema(schema, this.foundation.store, this.reading) };
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      const invalid = { reason: 'nested too deeply to be read', path: '' };
      return { schema, node: this.foundation.store.anything, dialect: '2020-12', invalid };
    }
  }

  /** Where nodes are made. */
  get store(): NodeStore {
    return this.foundation.store;
  }

  /** A search with fresh budgets. */
  newSearch(): Search {
    return new Search(this.foundation, new Spending(this.budgets));
  }

  /** Whether Ajv accepts a value; undefined where it cannot be asked. */
  isValid(subject: Subject, value: JsonValue): boolean | undefined {
    try {
      return this.judge.violations(subject.schema, subject.dialect, value).length === 0;
    } catch {
      return undefined;
    }
  }
}

function createFoundation(automata: Automata): Foundation {
  const store = new NodeStore();
  return { store, automata, expander: new Expander(store), memory: new Map() };
}
