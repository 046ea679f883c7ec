import { solveArray } from './arrays.ts';
import type { Automata } from './automata.ts';
import type { Spending } from './budget.ts';
import { Evaluator } from './evaluate.ts';
import type { Alternative, Atom, Clause, Expander } from './expand.ts';
import { JSON_TYPES, type JsonType, type JsonValue, typeOf } from './json.ts';
import type { Literal, NodeStore } from './node.ts';
import { solveNumber } from './numbers.ts';
import { ObjectFacts, solveObject } from './objects.ts';
import { solveString } from './strings.ts';
import { found, NONE, type Outcome, OutOfBudget, Undecided, unknown } from './verdict.ts';

/** What the search builds on; all of it may be shared between questions. */
export interface Foundation {
  readonly store: NodeStore;
  readonly automata: Automata;
  readonly expander: Expander;
  readonly memory: Map<string, Outcome>;
}

/** Levels of clauses within literals that are looked through to see that an alternative is fulfilled. */
const LOOKAHEAD = 4;

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
    const openAt = this.open.get(key);
    if (openAt !== undefined) {
      this.reliesOn = Math.min(this.reliesOn, openAt);
      return NONE;
    }
    const depth = this.open.size;
    const outerRelies = this.reliesOn;
    this.reliesOn = Number.POSITIVE_INFINITY;
    this.open.set(key, depth);
    try {
      const outcome = this.spending.descend(() => this.answer(literals));
      const independent = this.reliesOn >= depth;
      if (independent) this.memory.set(key, outcome);
      if (independent) this.reliesOn = Number.POSITIVE_INFINITY;
      return outcome;
    } finally {
      this.open.delete(key);
      this.reliesOn = Math.min(this.reliesOn, outerRelies);
    }
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
    const branch = this.simplify(start);
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

  /** Drops what is refuted or fulfilled already, until nothing changes; undefined if a clause runs out. */
  private simplify(start: Branch): Branch | undefined {
    let branch: Branch | undefined = start;
    let changed = true;
    while (branch && changed) {
      changed = false;
      for (const clause of branch.clauses) {
        const current: Branch = branch;
        if (clause.some((alternative) => this.isFulfilled(alternative, current, LOOKAHEAD))) {
          branch = current.without(clause);
          continue;
        }
        const live = clause.filter((alternative) => !this.isRefuted(alternative, current));
        const [only, ...others] = live;
        if (!only) return undefined;
        if (others.length === 0) {
          branch = current.with(only, clause, this.expander);
          changed = true;
          break;
        }
        if (live.length < clause.length) branch = current.replacing(clause, live);
      }
    }
    return branch;
  }

  /** True if the branch plus the alternative has no value, as far as a quick look shows. */
  private isRefuted(alternative: Alternative, branch: Branch): boolean {
    const flat = this.flatten(alternative, branch);
    if (!flat) return true;
    if (branch.type === 'number')
      return this.attempt(() => solveNumber([...branch.atoms, ...flat])).kind === 'none';
    return branch.type === 'object' && this.refutesMember(flat, branch.objectFacts(this));
  }

  /** The atoms that an alternative comes to; undefined if it contradicts the branch. */
  private flatten(alternative: Alternative, branch: Branch): Atom[] | undefined {
    const atoms = [...alternative.atoms];
    const queue = [...alternative.literals];
    const seen = new Set<number>();
    for (let literal = queue.pop(); literal; literal = queue.pop()) {
      if (branch.meanings.has(-literal.meaning)) return undefined;
      if (seen.has(literal.id) || branch.meanings.has(literal.meaning)) continue;
      seen.add(literal.id);
      const expansion = this.expander.expand(literal, branch.type);
      if (expansion.clauses.some((clause) => clause.length === 0)) return undefined;
      atoms.push(...expansion.atoms);
      queue.push(...expansion.literals);
    }
    return atoms;
  }

  private refutesMember(added: readonly Atom[], facts: ObjectFacts): boolean {
    const required = new Set<string>();
    const absent = new Set<string>();
    const literals = new Map<string, Literal[]>();
    for (const atom of added) {
      if (atom.kind === 'required') required.add(atom.name);
      else if (atom.kind === 'absent') absent.add(atom.name);
      else if (atom.kind === 'member')
        literals.set(atom.name, [...(literals.get(atom.name) ?? []), atom.literal]);
    }
    const schemas = added.flatMap((atom) => (atom.kind === 'members' ? [atom] : []));
    const ofSchemas = new ObjectFacts(schemas, this);
    for (const name of absent) if (facts.required.has(name) || required.has(name)) return true;
    for (const name of required) if (facts.absent.has(name)) return true;
    const touched = new Set([
      ...required,
      ...[...literals.keys()].filter((name) => facts.required.has(name)),
    ]);
    for (const { members } of schemas) {
      for (const name of members.named.keys()) if (facts.required.has(name)) touched.add(name);
    }
    return [...touched].some((name) => {
      const together = () => [
        ...facts.literalsOf(name),
        ...ofSchemas.literalsOf(name),
        ...(literals.get(name) ?? []),
      ];
      return this.attempt(() => this.satisfy(together())).kind === 'none';
    });
  }

  /** True if every value of the branch fulfils the alternative, as far as a quick look shows. */
  private isFulfilled(alternative: Alternative, branch: Branch, lookahead: number): boolean {
    return (
      alternative.atoms.every((atom) => this.isImplied(atom, branch)) &&
      alternative.literals.every((literal) => {
        if (branch.meanings.has(literal.meaning)) return true;
        if (lookahead === 0) return false;
        const expansion = this.expander.expand(literal, branch.type);
        return (
          this.isFulfilled(expansion, branch, lookahead - 1) &&
          expansion.clauses.every((clause) =>
            clause.some((each) => this.isFulfilled(each, branch, lookahead - 1)),
          )
        );
      })
    );
  }

  private isImplied(atom: Atom, branch: Branch): boolean {
    if (branch.type !== 'object') return false;
    const facts = branch.objectFacts(this);
    if (atom.kind === 'required') return facts.required.has(atom.name);
    if (atom.kind === 'absent') return facts.absent.has(atom.name);
    if (atom.kind !== 'member' || !facts.required.has(atom.name)) return false;
    const opposite = atom.literal.holds ? atom.literal.node.denied : atom.literal.node.asserted;
    // What is implied only under the assumption that a question above has no answer is not implied.
    const outerRelies = this.reliesOn;
    this.reliesOn = Number.POSITIVE_INFINITY;
    const outcome = this.attempt(() => this.satisfy([...facts.literalsOf(atom.name), opposite]));
    const independent = this.reliesOn === Number.POSITIVE_INFINITY;
    this.reliesOn = Math.min(this.reliesOn, outerRelies);
    return independent && outcome.kind === 'none';
  }

  /** What cannot be decided is unknown in this branch; what is out of budget ends everything. */
  private attempt(decide: () => Outcome): Outcome {
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

/** A conjunction under construction for values of one type. */
class Branch {
  readonly type: JsonType;
  /** The signed meanings of all literals that were added. */
  readonly meanings: ReadonlySet<number>;
  readonly atoms: readonly Atom[];
  readonly clauses: readonly Clause[];
  private facts: ObjectFacts | undefined;

  private constructor(
    type: JsonType,
    meanings: ReadonlySet<number>,
    atoms: readonly Atom[],
    clauses: readonly Clause[],
  ) {
    this.type = type;
    this.meanings = meanings;
    this.atoms = atoms;
    this.clauses = clauses;
  }

  static of(literals: readonly Literal[], type: JsonType, expander: Expander): Branch | undefined {
    return new Branch(type, new Set(), [], []).extended({ atoms: [], literals }, [], expander);
  }

  /** The branch in which an alternative of a clause has been chosen; undefined if that contradicts it. */
  with(alternative: Alternative, clause: Clause, expander: Expander): Branch | undefined {
    const clauses = this.clauses.filter((each) => each !== clause);
    return this.extended(alternative, clauses, expander);
  }

  without(clause: Clause): Branch {
    return this.sameButClauses(this.clauses.filter((each) => each !== clause));
  }

  replacing(clause: Clause, live: Clause): Branch {
    return this.sameButClauses(this.clauses.map((each) => (each === clause ? live : each)));
  }

  shortestClause(): Clause | undefined {
    return this.clauses.reduce<Clause | undefined>(
      (shortest, clause) => (shortest && shortest.length <= clause.length ? shortest : clause),
      undefined,
    );
  }

  /** The values that `enum` or `const` leave, if there is one. */
  listedValues(): readonly JsonValue[] | undefined {
    for (const atom of this.atoms) if (atom.kind === 'values' && atom.among) return atom.values;
    return undefined;
  }

  objectFacts(search: Search): ObjectFacts {
    this.facts ??= new ObjectFacts(this.atoms, search);
    return this.facts;
  }

  private sameButClauses(clauses: readonly Clause[]): Branch {
    const branch = new Branch(this.type, this.meanings, this.atoms, clauses);
    branch.facts = this.facts;
    return branch;
  }

  private extended(
    alternative: Alternative,
    kept: readonly Clause[],
    expander: Expander,
  ): Branch | undefined {
    const meanings = new Set(this.meanings);
    const atoms = [...this.atoms, ...alternative.atoms];
    const clauses = [...kept];
    const queue: Literal[] = [];
    // Contradictions are looked for before anything is expanded: what is not understood may contradict itself.
    const enqueue = (literals: readonly Literal[]): boolean =>
      literals.every((literal) => {
        if (meanings.has(-literal.meaning)) return false;
        if (!meanings.has(literal.meaning)) queue.push(literal);
        meanings.add(literal.meaning);
        return true;
      });
    if (!enqueue(alternative.literals)) return undefined;
    for (let literal = queue.shift(); literal; literal = queue.shift()) {
      const expansion = expander.expand(literal, this.type);
      if (expansion.clauses.some((clause) => clause.length === 0) || !enqueue(expansion.literals))
        return undefined;
      atoms.push(...expansion.atoms);
      clauses.push(...expansion.clauses);
    }
    return new Branch(this.type, meanings, atoms, clauses);
  }
}
