import { isArray, isObject, type JsonObject, type JsonType, type JsonValue, typeOf } from '../json.ts';
import type { Constraint, Literal, Node, NodeStore } from '../node.ts';
import { Undecided } from '../verdict.ts';
import { type Alternative, type Atom, all, atom, type Clause, type Expansion } from './atom.ts';
import { absent, assertTyped, denyTyped, TYPE_OF_CONSTRAINT } from './typed-constraints.ts';
import { assertUnevaluated, denyUnevaluated } from './unevaluated.ts';

const IMPOSSIBLE: Expansion = { atoms: [], literals: [], clauses: [[]] };

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
        return { ...nothing, clauses: assertUnevaluated(constraint, type, this.store) };
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
        return denyUnevaluated(constraint, type, this.store);
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
