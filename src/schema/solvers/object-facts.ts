import type { Literal } from '../node.ts';
import type { Atom, MemberSchemas } from '../tableau/atom.ts';
import type { Search } from '../tableau/tableau.ts';
import { Undecided } from '../verdict.ts';

/** A demand for a member whose name is not given. */
export type SomeMember = Extract<Atom, { kind: 'someMember' }>;

/** What the atoms of an object say, by member name. */
export class ObjectFacts {
  readonly required = new Set<string>();
  readonly absent = new Set<string>();
  readonly members: MemberSchemas[] = [];
  readonly names: Literal[] = [];
  readonly some: SomeMember[] = [];
  min = 0;
  max = Number.POSITIVE_INFINITY;
  private readonly values = new Map<string, Literal[]>();
  private readonly search: Search;

  constructor(atoms: Iterable<Atom>, search: Search) {
    this.search = search;
    for (const atom of atoms) this.add(atom);
  }

  private add(atom: Atom): void {
    if (atom.kind === 'required') this.required.add(atom.name);
    else if (atom.kind === 'absent') this.absent.add(atom.name);
    else if (atom.kind === 'members') this.members.push(atom.members);
    else if (atom.kind === 'names') this.names.push(atom.literal);
    else if (atom.kind === 'someMember') this.some.push(atom);
    else if (atom.kind === 'minProperties') this.min = Math.max(this.min, atom.limit);
    else if (atom.kind === 'maxProperties') this.max = Math.min(this.max, atom.limit);
    else if (atom.kind === 'member') {
      const literals = this.values.get(atom.name);
      if (literals) literals.push(atom.literal);
      else this.values.set(atom.name, [atom.literal]);
    }
  }

  /** What the value of a member of this name must satisfy. */
  literalsOf(name: string): Literal[] {
    const literals = [...(this.values.get(name) ?? [])];
    for (const { named, patterns, rest } of this.members) {
      const own = named.get(name);
      const matching = patterns.filter(([source]) => this.search.automata.matches(source, name));
      if (own) literals.push(own.asserted);
      for (const [, schema] of matching) literals.push(schema.asserted);
      if (!own && matching.length === 0 && rest) literals.push(rest.asserted);
    }
    return literals;
  }

  /** The same for a name that no schema mentions and that matches exactly these patterns. */
  literalsOfNew(matching: readonly string[]): Literal[] {
    return this.members.flatMap(({ patterns, rest }) => {
      const schemas = patterns
        .filter(([source]) => matching.includes(source))
        .map(([, schema]) => schema.asserted);
      return schemas.length === 0 && rest ? [rest.asserted] : schemas;
    });
  }

  /** Names that any of the schemas mentions. */
  knownNames(): Set<string> {
    const names = new Set([...this.required, ...this.values.keys()]);
    for (const { named } of this.members) for (const name of named.keys()) names.add(name);
    return names;
  }

  patterns(): string[] {
    const ofMembers = this.members.flatMap(({ patterns }) => patterns.map(([source]) => source));
    const ofSome = this.some.flatMap(({ where }) => [...where.matching, ...where.outside]);
    return [...new Set([...ofMembers, ...ofSome])];
  }

  /** Whether a member may be called so: undefined if that is not known. */
  allowsName(name: string): boolean {
    const truth = this.search.evaluator.allHold(this.names, name);
    if (truth === 'unknown') throw new Undecided('"propertyNames" is not understood');
    return truth;
  }
}
