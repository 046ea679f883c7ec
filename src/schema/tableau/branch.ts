import type { JsonType, JsonValue } from '../json.ts';
import type { Literal } from '../node.ts';
import { ObjectFacts } from '../solvers/object-facts.ts';
import type { Alternative, Atom, Clause } from './atom.ts';
import type { Expander } from './expand.ts';
import type { Search } from './tableau.ts';

/** A conjunction under construction for values of one type. */
export class Branch {
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
