import { isArray, isObject, type JsonObject, type JsonType, type JsonValue, typeOf } from './json.ts';
import type { Constraint, Literal, Node, NodeStore } from './node.ts';
import { evaluationCases } from './unevaluated.ts';
import { Undecided } from './verdict.ts';

/** What a value of one type must fulfil, small enough for the solver of that type. */
export type Atom =
  | { readonly kind: 'values'; readonly values: readonly JsonValue[]; readonly among: boolean }
  | { readonly kind: 'lower' | 'upper'; readonly limit: number; readonly exclusive: boolean }
  | { readonly kind: 'multiple'; readonly divisor: number; readonly holds: boolean }
  | { readonly kind: 'minLength' | 'maxLength'; readonly limit: number }
  | { readonly kind: 'pattern'; readonly source: string; readonly holds: boolean }
  | { readonly kind: 'format'; readonly name: string; readonly holds: boolean }
  | { readonly kind: 'minItems' | 'maxItems'; readonly limit: number }
  | { readonly kind: 'items'; readonly prefix: readonly Literal[]; readonly rest: Literal | undefined }
  | { readonly kind: 'item'; readonly index: number; readonly literal: Literal }
  | { readonly kind: 'some'; readonly literal: Literal; readonly count: number; readonly from: number }
  | { readonly kind: 'atMost'; readonly literal: Literal; readonly count: number }
  | { readonly kind: 'unique'; readonly holds: boolean }
  | { readonly kind: 'minProperties' | 'maxProperties'; readonly limit: number }
  | { readonly kind: 'required' | 'absent'; readonly name: string }
  | { readonly kind: 'member'; readonly name: string; readonly literal: Literal }
  | { readonly kind: 'members'; readonly members: MemberSchemas }
  | { readonly kind: 'names'; readonly literal: Literal }
  | {
      readonly kind: 'someMember';
      readonly where: MemberClass;
      readonly value?: Literal;
      readonly name?: Literal;
    }
  | { readonly kind: 'unknown'; readonly reason: string; readonly path: string };

/** Schemas by member name: by its own name, by patterns it matches, or for the rest. */
export interface MemberSchemas {
  readonly named: ReadonlyMap<string, Node>;
  readonly patterns: readonly (readonly [source: string, schema: Node])[];
  readonly rest: Node | undefined;
}

/** The names that match some patterns and are outside of others and of a list. */
export interface MemberClass {
  readonly matching: readonly string[];
  readonly outside: readonly string[];
  readonly except: { has(name: string): boolean };
}

/** One way to fulfil a clause. */
export interface Alternative {
  readonly atoms: readonly Atom[];
  readonly literals: readonly Literal[];
}

/** Alternatives of which at least one must be fulfilled. */
export type Clause = readonly Alternative[];

/** What a literal means for values of one type: all of the atoms, literals and clauses. */
export interface Expansion {
  readonly atoms: readonly Atom[];
  readonly literals: readonly Literal[];
  readonly clauses: readonly Clause[];
}

const IMPOSSIBLE: Expansion = { atoms: [], literals: [], clauses: [[]] };

const atom = (...atoms: readonly Atom[]): Alternative => ({ atoms, literals: [] });
const all = (...literals: readonly Literal[]): Alternative => ({ atoms: [], literals });

/** Replaces literals by what they mean, one level at a time, and remembers it. */
export class Expander {
  private readonly store: NodeStore;
  private readonly known = new Map<JsonType, Map<number, Expansion>>();

  constructor(store: NodeStore) {
    this.store = store;
  }

  expand(literal: Literal, type: JsonType): Expansion {
    const ofType = this.known.get(type) ?? new Map<number, Expansion>();
    this.known.set(type, ofType);
    const known = ofType.get(literal.id);
    if (known) return known;
    const expansion = this.expandAnew(literal, type);
    ofType.set(literal.id, expansion);
    return expansion;
  }

  private expandAnew({ node, holds }: Literal, type: JsonType): Expansion {
    try {
      return holds ? this.assert(node, type) : this.deny(node, type);
    } catch (error) {
      if (!(error instanceof Undecided)) throw error;
      return {
        atoms: [{ kind: 'unknown', reason: error.message, path: error.path }],
        literals: [],
        clauses: [],
      };
    }
  }

  private assert(node: Node, type: JsonType): Expansion {
    const parts = node.constraints.map((constraint) => this.assertConstraint(constraint, type));
    return {
      atoms: parts.flatMap((part) => part.atoms),
      literals: parts.flatMap((part) => part.literals),
      clauses: parts.flatMap((part) => part.clauses),
    };
  }

  /** A conjunction is violated where one of its constraints is. */
  private deny(node: Node, type: JsonType): Expansion {
    const clause = node.constraints.flatMap((constraint) => this.denyConstraint(constraint, type));
    const [only, ...others] = clause;
    if (only && others.length === 0) return { ...only, clauses: [] };
    return { atoms: [], literals: [], clauses: [clause] };
  }

  private assertConstraint(constraint: Constraint, type: JsonType): Expansion {
    const nothing: Expansion = { atoms: [], literals: [], clauses: [] };
    switch (constraint.kind) {
      case 'types': {
        if (!constraint.types.includes(type)) return IMPOSSIBLE;
        if (type !== 'number' || !constraint.integersOnly) return nothing;
        return { ...nothing, atoms: [{ kind: 'multiple', divisor: 1, holds: true }] };
      }
      case 'values':
        return { ...nothing, atoms: [{ kind: 'values', values: constraint.values, among: true }] };
      case 'allOf':
        return { ...nothing, literals: constraint.schemas.map((schema) => schema.asserted) };
      case 'recursion':
        return { ...nothing, literals: [constraint.target().asserted] };
      case 'not':
        return { ...nothing, literals: [constraint.schema.denied] };
      case 'anyOf':
        return { ...nothing, clauses: [constraint.schemas.map((schema) => all(schema.asserted))] };
      case 'oneOf':
        return { ...nothing, clauses: [exactlyOne(constraint.schemas)] };
      case 'if': {
        const { condition, whenTrue, whenFalse } = constraint;
        const clause = [
          all(condition.asserted, whenTrue.asserted),
          all(condition.denied, whenFalse.asserted),
        ];
        return { ...nothing, clauses: [clause] };
      }
      case 'unknown':
        return { ...nothing, atoms: [{ kind: 'unknown', reason: constraint.reason, path: constraint.path }] };
      case 'dependent':
        if (type !== 'object') return nothing;
        return { ...nothing, clauses: [[absent(constraint.name), all(constraint.schema.asserted)]] };
      case 'unevaluatedProperties':
      case 'unevaluatedItems':
        return { ...nothing, clauses: this.assertUnevaluated(constraint, type) };
      default:
        return {
          ...nothing,
          atoms: TYPE_OF_CONSTRAINT[constraint.kind] === type ? assertTyped(constraint) : [],
        };
    }
  }

  private denyConstraint(constraint: Constraint, type: JsonType): Alternative[] {
    switch (constraint.kind) {
      case 'types':
        if (!constraint.types.includes(type)) return [all()];
        if (type !== 'number' || !constraint.integersOnly) return [];
        return [atom({ kind: 'multiple', divisor: 1, holds: false })];
      case 'values':
        return this.denyValues(constraint.values, type);
      case 'allOf':
        return constraint.schemas.map((schema) => all(schema.denied));
      case 'recursion':
        return [all(constraint.target().denied)];
      case 'not':
        return [all(constraint.schema.asserted)];
      case 'anyOf':
        return [all(...constraint.schemas.map((schema) => schema.denied))];
      case 'oneOf':
        return noneOrTwo(constraint.schemas);
      case 'if': {
        const { condition, whenTrue, whenFalse } = constraint;
        return [all(condition.asserted, whenTrue.denied), all(condition.denied, whenFalse.denied)];
      }
      case 'unknown':
        return [atom({ kind: 'unknown', reason: constraint.reason, path: constraint.path })];
      case 'dependent': {
        if (type !== 'object') return [];
        const required: Atom = { kind: 'required', name: constraint.name };
        return [{ atoms: [required], literals: [constraint.schema.denied] }];
      }
      case 'unevaluatedProperties':
      case 'unevaluatedItems':
        return this.denyUnevaluated(constraint, type);
      default:
        return TYPE_OF_CONSTRAINT[constraint.kind] === type ? denyTyped(constraint) : [];
    }
  }

  /**
   * Scalars are told apart by their solvers. Arrays and objects differ from a given one where a part
   * is missing, differs, or is too much: the denial of one value is a clause. Of several, their
   * conjunction.
   */
  private denyValues(values: readonly JsonValue[], type: JsonType): Alternative[] {
    const same = values.filter((value) => typeOf(value) === type);
    if (same.length === 0) return [all()];
    const [only] = same;
    if (type !== 'array' && type !== 'object') return [atom({ kind: 'values', values: same, among: false })];
    if (same.length > 1 || only === undefined)
      return [all(...same.map((value) => this.store.constant(value).denied))];
    return isObject(only) ? this.otherThanObject(only) : isArray(only) ? this.otherThanArray(only) : [];
  }

  private otherThanObject(value: JsonObject): Alternative[] {
    const names = new Set(Object.keys(value));
    const differs = Array.from(names, (name) => {
      const literal = this.store.constant(value[name] ?? null).denied;
      return atom({ kind: 'required', name }, { kind: 'member', name, literal });
    });
    const where = { matching: [], outside: [], except: names };
    return [...Array.from(names, absent), ...differs, atom({ kind: 'someMember', where })];
  }

  private otherThanArray(value: readonly JsonValue[]): Alternative[] {
    const shorter = value.length > 0 ? [atom({ kind: 'maxItems', limit: value.length - 1 })] : [];
    const differs = value.map((item, index) =>
      atom(
        { kind: 'minItems', limit: index + 1 },
        { kind: 'item', index, literal: this.store.constant(item).denied },
      ),
    );
    return [...shorter, atom({ kind: 'minItems', limit: value.length + 1 }), ...differs];
  }

  private assertUnevaluated(constraint: Unevaluated, type: JsonType): Clause[] {
    if (type !== (constraint.kind === 'unevaluatedItems' ? 'array' : 'object')) return [];
    return [
      evaluationCases(constraint.beside, this.store).map(({ literals, evaluated }) => {
        if (constraint.kind === 'unevaluatedItems') {
          if (evaluated.allItems) return { atoms: [], literals };
          const prefix = Array.from({ length: evaluated.prefix }, () => this.store.anything.asserted);
          return { literals, atoms: [{ kind: 'items', prefix, rest: constraint.schema.asserted }] };
        }
        if (evaluated.allMembers) return { atoms: [], literals };
        const named = new Map(Array.from(evaluated.names, (name) => [name, this.store.anything] as const));
        const patterns = evaluated.patterns.map((source) => [source, this.store.anything] as const);
        return {
          literals,
          atoms: [{ kind: 'members', members: { named, patterns, rest: constraint.schema } }],
        };
      }),
    ];
  }

  private denyUnevaluated(constraint: Unevaluated, type: JsonType): Alternative[] {
    if (type !== (constraint.kind === 'unevaluatedItems' ? 'array' : 'object')) return [];
    const value = constraint.schema.denied;
    return evaluationCases(constraint.beside, this.store).flatMap(
      ({ literals, evaluated }): Alternative[] => {
        if (constraint.kind === 'unevaluatedItems') {
          if (evaluated.allItems) return [];
          return [{ literals, atoms: [{ kind: 'some', literal: value, count: 1, from: evaluated.prefix }] }];
        }
        if (evaluated.allMembers) return [];
        const where = { matching: [], outside: evaluated.patterns, except: evaluated.names };
        return [{ literals, atoms: [{ kind: 'someMember', where, value }] }];
      },
    );
  }
}

type Unevaluated = Extract<Constraint, { kind: 'unevaluatedProperties' | 'unevaluatedItems' }>;

/** The constraints that concern one type only, and which. */
const TYPE_OF_CONSTRAINT = {
  minimum: 'number',
  maximum: 'number',
  multipleOf: 'number',
  minLength: 'string',
  maxLength: 'string',
  pattern: 'string',
  format: 'string',
  items: 'array',
  minItems: 'array',
  maxItems: 'array',
  uniqueItems: 'array',
  contains: 'array',
  members: 'object',
  required: 'object',
  minProperties: 'object',
  maxProperties: 'object',
  propertyNames: 'object',
} as const satisfies Partial<Record<Constraint['kind'], JsonType>>;

type Typed = Extract<Constraint, { kind: keyof typeof TYPE_OF_CONSTRAINT }>;

function absent(name: string): Alternative {
  return atom({ kind: 'absent', name });
}

function exactlyOne(schemas: readonly Node[]): Clause {
  return schemas.map((chosen) => {
    const others = schemas.filter((schema) => schema !== chosen);
    const twice = schemas.filter((schema) => schema === chosen).length > 1;
    const denied = twice ? [chosen.denied] : [];
    return all(chosen.asserted, ...denied, ...others.map((schema) => schema.denied));
  });
}

function noneOrTwo(schemas: readonly Node[]): Alternative[] {
  const none = all(...schemas.map((schema) => schema.denied));
  const pairs = schemas.flatMap((one, index) =>
    schemas.slice(index + 1).map((other) => all(one.asserted, other.asserted)),
  );
  return [none, ...pairs];
}

function assertTyped(constraint: Typed): Atom[] {
  switch (constraint.kind) {
    case 'minimum':
      return [{ kind: 'lower', limit: constraint.limit, exclusive: constraint.exclusive }];
    case 'maximum':
      return [{ kind: 'upper', limit: constraint.limit, exclusive: constraint.exclusive }];
    case 'multipleOf':
      return [{ kind: 'multiple', divisor: constraint.divisor, holds: true }];
    case 'pattern':
      return [{ kind: 'pattern', source: constraint.source, holds: true }];
    case 'format':
      return [{ kind: 'format', name: constraint.name, holds: true }];
    case 'items': {
      const prefix = constraint.prefix.map((schema) => schema.asserted);
      return [{ kind: 'items', prefix, rest: constraint.rest?.asserted }];
    }
    case 'uniqueItems':
      return [{ kind: 'unique', holds: true }];
    case 'contains': {
      const { schema, min, max } = constraint;
      const some: Atom[] = min > 0 ? [{ kind: 'some', literal: schema.asserted, count: min, from: 0 }] : [];
      return Number.isFinite(max)
        ? [...some, { kind: 'atMost', literal: schema.asserted, count: max }]
        : some;
    }
    case 'members':
      return [{ kind: 'members', members: constraint }];
    case 'propertyNames':
      return [{ kind: 'names', literal: constraint.schema.asserted }];
    default:
      return [constraint];
  }
}

function denyTyped(constraint: Typed): Alternative[] {
  switch (constraint.kind) {
    case 'minimum':
      return [atom({ kind: 'upper', limit: constraint.limit, exclusive: !constraint.exclusive })];
    case 'maximum':
      return [atom({ kind: 'lower', limit: constraint.limit, exclusive: !constraint.exclusive })];
    case 'multipleOf':
      return [atom({ kind: 'multiple', divisor: constraint.divisor, holds: false })];
    case 'minLength':
      return [atom({ kind: 'maxLength', limit: constraint.limit - 1 })];
    case 'maxLength':
      return [atom({ kind: 'minLength', limit: constraint.limit + 1 })];
    case 'pattern':
      return [atom({ kind: 'pattern', source: constraint.source, holds: false })];
    case 'format':
      return [atom({ kind: 'format', name: constraint.name, holds: false })];
    case 'items':
      return denyItems(constraint);
    case 'minItems':
      return [atom({ kind: 'maxItems', limit: constraint.limit - 1 })];
    case 'maxItems':
      return [atom({ kind: 'minItems', limit: constraint.limit + 1 })];
    case 'uniqueItems':
      return [atom({ kind: 'unique', holds: false })];
    case 'contains':
      return denyContains(constraint);
    case 'members':
      return denyMembers(constraint);
    case 'required':
      return [absent(constraint.name)];
    case 'minProperties':
      return [atom({ kind: 'maxProperties', limit: constraint.limit - 1 })];
    case 'maxProperties':
      return [atom({ kind: 'minProperties', limit: constraint.limit + 1 })];
    case 'propertyNames': {
      const where = { matching: [], outside: [], except: new Set<string>() };
      return [atom({ kind: 'someMember', where, name: constraint.schema.denied })];
    }
  }
}

function denyItems({ prefix, rest }: Extract<Constraint, { kind: 'items' }>): Alternative[] {
  const positions = prefix.map((schema, index) =>
    atom({ kind: 'minItems', limit: index + 1 }, { kind: 'item', index, literal: schema.denied }),
  );
  if (!rest) return positions;
  return [...positions, atom({ kind: 'some', literal: rest.denied, count: 1, from: prefix.length })];
}

function denyContains({ schema, min, max }: Extract<Constraint, { kind: 'contains' }>): Alternative[] {
  const tooFew: Atom =
    min === 1
      ? { kind: 'items', prefix: [], rest: schema.denied }
      : { kind: 'atMost', literal: schema.asserted, count: min - 1 };
  const tooMany: Atom = { kind: 'some', literal: schema.asserted, count: max + 1, from: 0 };
  return [...(min > 0 ? [atom(tooFew)] : []), ...(Number.isFinite(max) ? [atom(tooMany)] : [])];
}

function denyMembers({ named, patterns, rest }: MemberSchemas): Alternative[] {
  const byName = Array.from(named, ([name, schema]) =>
    atom({ kind: 'required', name }, { kind: 'member', name, literal: schema.denied }),
  );
  const byPattern = patterns.map(([source, schema]) => {
    const where = { matching: [source], outside: [], except: new Set<string>() };
    return atom({ kind: 'someMember', where, value: schema.denied });
  });
  if (!rest) return [...byName, ...byPattern];
  const where = { matching: [], outside: patterns.map(([source]) => source), except: named };
  return [...byName, ...byPattern, atom({ kind: 'someMember', where, value: rest.denied })];
}
