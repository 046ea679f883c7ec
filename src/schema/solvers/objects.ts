import { type JsonValue, objectOf } from '../json.ts';
import type { Constraint, Literal } from '../node.ts';
import type { Atom, MemberClass } from '../tableau/atom.ts';
import type { Search } from '../tableau/tableau.ts';
import { found, NONE, type Outcome, Undecided, unknown } from '../verdict.ts';
import { ObjectFacts, type SomeMember } from './object-facts.ts';

/** Patterns whose combinations are told apart when a new name is needed. */
const MAX_PATTERNS = 6;

/** Names that are made up to reach `minProperties`. */
const MAX_FILLED = 500;

/** Ways to give demanded members names that are tried. */
const MAX_STEPS = 3_000;

/** Finds an object that fulfils all atoms, or proves that there is none. */
export function solveObject(atoms: readonly Atom[], search: Search): Outcome {
  const facts = new ObjectFacts(atoms, search);
  if (facts.min > facts.max || facts.required.size > facts.max) return NONE;
  for (const name of facts.required) if (facts.absent.has(name) || !facts.allowsName(name)) return NONE;
  return new Naming(facts, search).place(0);
}

/** Gives every demanded member a name, then every name a value. */
class Naming {
  private readonly facts: ObjectFacts;
  private readonly search: Search;
  private readonly known: ReadonlySet<string>;
  private readonly patterns: readonly string[];
  /** What demanded members ask of the names chosen for them so far. */
  private readonly demanded = new Map<string, Literal[]>();
  private doubt: Outcome | undefined;
  private steps = 0;

  constructor(facts: ObjectFacts, search: Search) {
    this.facts = facts;
    this.search = search;
    this.known = facts.knownNames();
    this.patterns = facts.patterns();
  }

  /** Chooses a name for the demand at `index` and those after it. */
  place(index: number): Outcome {
    this.steps += 1;
    if (this.steps > MAX_STEPS) throw new Undecided('too many ways to name the members of an object');
    const demand = this.facts.some[index];
    if (!demand) return this.fill();
    for (const name of this.candidates(demand)) {
      const literals = this.demanded.get(name) ?? [];
      const together = [...literals, ...(demand.value ? [demand.value] : [])];
      const value = this.search.satisfy([...this.facts.literalsOf(name), ...together]);
      if (value.kind === 'unknown') this.doubt = value;
      if (value.kind !== 'value') continue;
      this.demanded.set(name, together);
      const outcome = this.place(index + 1);
      if (this.demanded.get(name) === together) this.restore(name, literals);
      if (outcome.kind === 'value') return outcome;
      if (outcome.kind === 'unknown') this.doubt = outcome;
    }
    return this.doubt ?? NONE;
  }

  private restore(name: string, literals: Literal[]): void {
    if (literals.length > 0) this.demanded.set(name, literals);
    else this.demanded.delete(name);
  }

  private *candidates(demand: SomeMember): Generator<string> {
    const { where, name: literal } = demand;
    const { absent } = this.facts;
    for (const name of new Set([...this.demanded.keys(), ...this.known])) {
      if (absent.has(name) || !this.isIn(where, name) || !this.facts.allowsName(name)) continue;
      const truth = literal ? this.search.evaluator.holds(literal, name) : true;
      if (truth === 'unknown') this.doubt = unknown('a schema of names is not understood');
      if (truth === true) yield name;
    }
    yield* this.newNames(where, literal ? [literal] : [], demand.value ? [demand.value] : []);
  }

  private isIn(where: MemberClass, name: string): boolean {
    const matches = (source: string) => this.search.automata.matches(source, name);
    return !where.except.has(name) && where.matching.every(matches) && !where.outside.some(matches);
  }

  /** A name that no schema mentions, for each combination of patterns that it may match. */
  private *newNames(
    where: MemberClass,
    ofName: readonly Literal[],
    ofValue: readonly Literal[],
  ): Generator<string> {
    if (this.patterns.length > MAX_PATTERNS) throw new Undecided('too many patterns of member names');
    for (let bits = 0; bits < 2 ** this.patterns.length; bits += 1) {
      const matching = this.patterns.filter((_, index) => (bits >> index) & 1);
      const outside = this.patterns.filter((source) => !matching.includes(source));
      if (where.matching.some((source) => outside.includes(source))) continue;
      if (where.outside.some((source) => matching.includes(source))) continue;
      if (this.search.satisfy([...this.facts.literalsOfNew(matching), ...ofValue]).kind === 'none') continue;
      const name = this.newName(matching, outside, ofName);
      if (name !== undefined) yield name;
    }
  }

  private newName(
    matching: readonly string[],
    outside: readonly string[],
    literals: readonly Literal[],
  ): string | undefined {
    const { store } = this.search;
    const pattern = (source: string) => store.node([{ kind: 'pattern', source }]);
    const taken = [...new Set([...this.known, ...this.facts.absent, ...this.demanded.keys()])];
    const constraints: Constraint[] = [
      { kind: 'types', types: ['string'], integersOnly: false },
      ...matching.map((source): Constraint => ({ kind: 'pattern', source })),
      ...outside.map((source): Constraint => ({ kind: 'not', schema: pattern(source) })),
      { kind: 'not', schema: store.node([{ kind: 'values', values: [...taken, '__proto__'] }]) },
    ];
    const hints = ['other', 'another', 'extra'];
    const outcome = this.search.satisfy([
      store.node(constraints, hints).asserted,
      ...this.facts.names,
      ...literals,
    ]);
    if (outcome.kind === 'unknown') this.doubt = outcome;
    return outcome.kind === 'value' ? String(outcome.value) : undefined;
  }

  /** Gives values to all members that there must be. */
  private fill(): Outcome {
    const { required, max, min } = this.facts;
    const names = new Set([...required, ...this.demanded.keys()]);
    if (names.size > max) return NONE;
    const members = new Map<string, JsonValue>();
    for (const name of names) {
      const outcome = this.search.satisfy([
        ...this.facts.literalsOf(name),
        ...(this.demanded.get(name) ?? []),
      ]);
      if (outcome.kind !== 'value') return outcome;
      members.set(name, outcome.value);
    }
    return members.size >= min ? found(objectOf(members)) : this.reachMinimum(members);
  }

  /** Adds optional members, then new ones, until there are enough. */
  private reachMinimum(members: Map<string, JsonValue>): Outcome {
    const { absent, min } = this.facts;
    for (const name of this.known) {
      if (members.size >= min) break;
      if (!members.has(name) && !absent.has(name) && this.facts.allowsName(name))
        this.addMember(name, members);
    }
    if (min - members.size > MAX_FILLED)
      throw new Undecided(`more than ${MAX_FILLED} members are not written out`);
    const before = [...this.demanded.keys()];
    let added = true;
    while (members.size < min && added) {
      added = false;
      for (const name of this.newNames({ matching: [], outside: [], except: new Set() }, [], [])) {
        added = this.addMember(name, members);
        if (added) this.demanded.set(name, []);
        if (added) break;
      }
    }
    for (const name of this.demanded.keys()) if (!before.includes(name)) this.demanded.delete(name);
    return members.size >= min ? found(objectOf(members)) : (this.doubt ?? NONE);
  }

  private addMember(name: string, members: Map<string, JsonValue>): boolean {
    const outcome = this.search.satisfy(this.facts.literalsOf(name));
    if (outcome.kind === 'unknown') this.doubt = outcome;
    if (outcome.kind === 'value') members.set(name, outcome.value);
    return outcome.kind === 'value';
  }
}
