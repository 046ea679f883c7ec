import type { Spending } from '../budget.ts';
import { Evaluator } from '../evaluate.ts';
import { JSON_TYPES, type JsonType, type JsonValue, typeOf } from '../json.ts';
import type { Automata } from '../language/automata.ts';
import type { Literal, NodeStore } from '../node.ts';
import { solveArray } from '../solvers/arrays.ts';
import { solveNumber } from '../solvers/numbers.ts';
import { solveObject } from '../solvers/objects.ts';
import { solveString } from '../solvers/strings.ts';
import { found, NONE, type Outcome, OutOfBudget, Undecided, unknown } from '../verdict.ts';
import type { Atom } from './atom.ts';
import { Branch } from './branch.ts';
import type { Expander } from './expand.ts';
import { Lookahead } from './lookahead.ts';

/** What the search builds on; all of it may be shared between questions. */
export interface Foundation {
  readonly store: NodeStore;
  readonly automata: Automata;
  readonly expander: Expander;
  readonly memory: Map<string, Outcome>;
}

/**
 * Is there a value that satisfies all of some literals? The search goes type by type, and within a
 * type it is a tableau: literals are replaced by what they mean, clauses are branched on, and where
 * only atoms are left, the solver of the type decides.
 */
export class Search {
  readonly store: NodeStore;
  readonly automata: Automata;
  readonly evaluator: Evaluator;
  private readonly expander: Expander;
  private readonly memory: Map<string, Outcome>;
  private readonly spending: Spending;
  private readonly lookahead: Lookahead;
  /** Questions that are being answered, each with its depth. */
  private readonly open = new Map<string, number>();
  /** The depth of the outermost open question that an answer has relied on. */
  private reliesOn = Number.POSITIVE_INFINITY;

  constructor(foundation: Foundation, spending: Spending) {
    this.store = foundation.store;
    this.automata = foundation.automata;
    this.expander = foundation.expander;
    this.memory = foundation.memory;
    this.evaluator = new Evaluator(this.automata, this.store);
    this.spending = spending;
    this.lookahead = new Lookahead(this, this.expander);
  }

  /** A value that satisfies all literals, the proof that there is none, or why neither was found. */
  satisfy(literals: Iterable<Literal>): Outcome {
    const distinct = new Map<number, Literal>();
    const meanings = new Set<number>();
    for (const literal of literals) {
      if (literal.holds && literal.node.constraints.length === 0) continue;
      distinct.set(literal.id, literal);
      meanings.add(literal.meaning);
    }
    for (const meaning of meanings) if (meanings.has(-meaning)) return NONE;
    // In the order of the question: another order could find another witness.
    const key = [...distinct.keys()].join();
    return this.memory.get(key) ?? this.ask(key, [...distinct.values()]);
  }

  /**
   * A question that comes up again below itself has no answer of its own there: a smallest value of
   * a recursive schema never contains another value of the same kind. Answers that rely on this are
   * remembered only when the question that they rely on is answered too.
   */
  private ask(key: string, literals: readonly Literal[]): Outcome {
    const question = literals
      .map(({ id }) => id)
      .sort((one, other) => one - other)
      .join();
    const openAt = this.open.get(question);
    if (openAt !== undefined) {
      this.reliesOn = Math.min(this.reliesOn, openAt);
      return NONE;
    }
    const depth = this.open.size;
    const outerRelies = this.reliesOn;
    this.reliesOn = Number.POSITIVE_INFINITY;
    this.open.set(question, depth);
    try {
      const outcome = this.spending.descend(() => this.answer(literals));
      const independent = this.reliesOn >= depth;
      if (independent) this.memory.set(key, outcome);
      if (independent) this.reliesOn = Number.POSITIVE_INFINITY;
      return outcome;
    } finally {
      this.open.delete(question);
      this.reliesOn = Math.min(this.reliesOn, outerRelies);
    }
  }

  /** An answer that relies on no open question; undefined if it does. */
  askIndependently(literals: () => readonly Literal[]): Outcome | undefined {
    const outerRelies = this.reliesOn;
    this.reliesOn = Number.POSITIVE_INFINITY;
    const outcome = this.attempt(() => this.satisfy(literals()));
    const independent = this.reliesOn === Number.POSITIVE_INFINITY;
    this.reliesOn = Math.min(this.reliesOn, outerRelies);
    return independent ? outcome : undefined;
  }

  private answer(literals: readonly Literal[]): Outcome {
    for (const { node, holds } of literals) {
      for (const hint of holds ? node.hints : []) {
        if (this.evaluator.allHold(literals, hint) === true) return found(hint);
      }
    }
    let doubt: Outcome | undefined;
    for (const type of JSON_TYPES) {
      const outcome = this.attempt(() => this.answerForType(literals, type));
      if (outcome.kind === 'value') return outcome;
      if (outcome.kind === 'unknown') doubt ??= outcome;
    }
    return doubt ?? NONE;
  }

  private answerForType(literals: readonly Literal[], type: JsonType): Outcome {
    const branch = Branch.of(literals, type, this.expander);
    return branch ? this.explore(branch, literals) : NONE;
  }

  /** Where `enum` or `const` leave finitely many values, each is simply tried. */
  private tryListed(branch: Branch, literals: readonly Literal[]): Outcome {
    const values = branch.listedValues();
    if (!values) return unknown('not a list of values');
    let doubt: Outcome | undefined;
    for (const value of values) {
      if (typeOf(value) !== branch.type) continue;
      const truth = this.evaluator.allHold(literals, value);
      if (truth === true) return found(value);
      if (truth === 'unknown') doubt = unknown('a value is judged by a keyword that is not understood');
    }
    return doubt ?? NONE;
  }

  private explore(start: Branch, literals: readonly Literal[]): Outcome {
    this.spending.branch();
    const listed = this.tryListed(start, literals);
    if (listed.kind !== 'unknown') return listed;
    const branch = this.lookahead.simplify(start);
    if (!branch) return NONE;
    const clause = branch.shortestClause();
    if (!clause) return this.solve(branch, literals);
    let doubt: Outcome | undefined;
    for (const alternative of clause) {
      const next = branch.with(alternative, clause, this.expander);
      const outcome = next ? this.attempt(() => this.explore(next, literals)) : NONE;
      if (outcome.kind === 'value') return outcome;
      if (outcome.kind === 'unknown') doubt ??= outcome;
    }
    return doubt ?? NONE;
  }

  /** Hands a branch without clauses to the solver of its type. */
  private solve(branch: Branch, literals: readonly Literal[]): Outcome {
    const { atoms, type } = branch;
    if (branch.listedValues()) return this.tryListed(branch, literals);
    const outcome = this.attempt(() => this.solveAtoms(type, atoms));
    const doubtful = atoms.find((atom) => atom.kind === 'unknown');
    if (!doubtful || outcome.kind === 'none') return outcome;
    if (outcome.kind === 'value' && this.evaluator.allHold(literals, outcome.value) === true) return outcome;
    return unknown(doubtful.reason, doubtful.path);
  }

  private solveAtoms(type: JsonType, atoms: readonly Atom[]): Outcome {
    switch (type) {
      case 'number':
        return solveNumber(atoms);
      case 'string':
        return solveString(atoms, this.automata);
      case 'array':
        return solveArray(atoms, this);
      case 'object':
        return solveObject(atoms, this);
      case 'boolean':
        return solveListed([true, false], atoms);
      case 'null':
        return solveListed([null], atoms);
    }
  }

  /** What cannot be decided is unknown in this branch; what is out of budget ends everything. */
  attempt(decide: () => Outcome): Outcome {
    try {
      return decide();
    } catch (error) {
      if (error instanceof OutOfBudget || !(error instanceof Undecided)) throw error;
      return unknown(error.message, error.path);
    }
  }
}

/** Of the values of a small type, the first that is not excluded. */
function solveListed(values: readonly JsonValue[], atoms: readonly Atom[]): Outcome {
  const excluded = atoms.flatMap((atom) => (atom.kind === 'values' ? atom.values : []));
  const left = values.find((value) => !excluded.includes(value));
  return left === undefined ? NONE : found(left);
}
