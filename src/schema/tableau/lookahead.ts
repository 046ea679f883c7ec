import { complement, type Literal } from '../node.ts';
import { solveNumber } from '../solvers/numbers.ts';
import { ObjectFacts } from '../solvers/object-facts.ts';
import type { Alternative, Atom } from './atom.ts';
import type { Branch } from './branch.ts';
import type { Expander } from './expand.ts';
import type { Search } from './tableau.ts';

/** Levels of clauses within literals that are looked through to see that an alternative is fulfilled. */
const LEVELS = 4;

/**
 * Looks a little ahead before the tableau branches. Most alternatives of a large choice contradict
 * the branch at once (another variant needs another `kind`), and most clauses hold already; without
 * this, every `oneOf` would multiply the branches.
 */
export class Lookahead {
  private readonly search: Search;
  private readonly expander: Expander;

  constructor(search: Search, expander: Expander) {
    this.search = search;
    this.expander = expander;
  }

  /** Drops what is refuted or fulfilled already, until nothing changes; undefined if a clause runs out. */
  simplify(start: Branch): Branch | undefined {
    let branch: Branch | undefined = start;
    let changed = true;
    while (branch && changed) {
      changed = false;
      for (const clause of branch.clauses) {
        const current: Branch = branch;
        if (clause.some((alternative) => this.isFulfilled(alternative, current, LEVELS))) {
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
      return this.search.attempt(() => solveNumber([...branch.atoms, ...flat])).kind === 'none';
    return branch.type === 'object' && this.refutesMember(flat, branch.objectFacts(this.search));
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
    const ofSchemas = new ObjectFacts(schemas, this.search);
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
      return this.search.attempt(() => this.search.satisfy(together())).kind === 'none';
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
    const facts = branch.objectFacts(this.search);
    if (atom.kind === 'required') return facts.required.has(atom.name);
    if (atom.kind === 'absent') return facts.absent.has(atom.name);
    if (atom.kind !== 'member' || !facts.required.has(atom.name)) return false;
    const opposite = complement(atom.literal);
    const outcome = this.search.askIndependently(() => [...facts.literalsOf(atom.name), opposite]);
    return outcome?.kind === 'none';
  }
}
