import {
  canonicalText,
  codePoints,
  isArray,
  isObject,
  type JsonObject,
  type JsonValue,
  sameJson,
  typeOf,
} from './json.ts';
import type { Automata } from './language/automata.ts';
import { FORMATS } from './language/formats.ts';
import type { Constraint, Literal, Node, NodeStore } from './node.ts';
import { evaluationCases } from './tableau/evaluation-cases.ts';
import { Undecided } from './verdict.ts';

/** Whether a value satisfies a schema; `unknown` where a part of it is not understood. */
export type Truth = boolean | 'unknown';

/** Texts beyond this length are not held against a format: their expressions backtrack. */
const MAX_FORMAT_LENGTH = 10_000;

/** Nodes within nodes; a schema that refers to itself without end would not stop otherwise. */
const MAX_DEPTH = 500;

/** Nodes looked at for one value: schemas that refer to each other twice at each level double the work. */
const MAX_STEPS = 500_000;

/**
 * Decides whether values satisfy nodes, as Ajv would, without compiling anything. Used on the many
 * candidates within a proof; the final witness is judged by Ajv itself.
 */
export class Evaluator {
  private readonly automata: Automata;
  private readonly store: NodeStore;
  private depth = 0;
  private steps = 0;

  constructor(automata: Automata, store: NodeStore) {
    this.automata = automata;
    this.store = store;
  }

  holds(literal: Literal, value: JsonValue): Truth {
    const truth = this.evaluate(literal.node, value);
    return literal.holds ? truth : not(truth);
  }

  allHold(literals: Iterable<Literal>, value: JsonValue): Truth {
    return every(literals, (literal) => this.holds(literal, value));
  }

  evaluate(node: Node, value: JsonValue): Truth {
    if (this.depth === 0) this.steps = 0;
    this.steps += 1;
    if (this.depth > MAX_DEPTH || this.steps > MAX_STEPS) return 'unknown';
    this.depth += 1;
    try {
      return every(node.constraints, (constraint) => this.check(constraint, value));
    } catch (error) {
      if (error instanceof Undecided) return 'unknown';
      throw error;
    } finally {
      this.depth -= 1;
    }
  }

  private check(constraint: Constraint, value: JsonValue): Truth {
    switch (constraint.kind) {
      case 'types':
        if (!constraint.types.includes(typeOf(value))) return false;
        return !constraint.integersOnly || typeof value !== 'number' || Number.isInteger(value);
      case 'values':
        return constraint.values.some((each) => sameJson(each, value));
      case 'allOf':
        return every(constraint.schemas, (schema) => this.evaluate(schema, value));
      case 'anyOf':
        return not(every(constraint.schemas, (schema) => not(this.evaluate(schema, value))));
      case 'oneOf':
        return this.exactlyOne(constraint.schemas, value);
      case 'not':
        return not(this.evaluate(constraint.schema, value));
      case 'if':
        return this.conditional(constraint, value);
      case 'recursion':
        return this.evaluate(constraint.target(), value);
      case 'unknown':
        return 'unknown';
      default:
        return this.checkTyped(constraint, value);
    }
  }

  private checkTyped(constraint: Constraint, value: JsonValue): Truth {
    if (typeof value === 'number') return checkNumber(constraint, value);
    if (typeof value === 'string') return this.checkString(constraint, value);
    if (isArray(value)) return this.checkArray(constraint, value);
    return isObject(value) ? this.checkObject(constraint, value) : true;
  }

  private exactlyOne(schemas: readonly Node[], value: JsonValue): Truth {
    const truths = schemas.map((schema) => this.evaluate(schema, value));
    const valid = truths.filter((truth) => truth === true).length;
    if (valid > 1) return false;
    return truths.includes('unknown') ? 'unknown' : valid === 1;
  }

  private conditional(constraint: Extract<Constraint, { kind: 'if' }>, value: JsonValue): Truth {
    const condition = this.evaluate(constraint.condition, value);
    const then = condition === false ? true : this.evaluate(constraint.whenTrue, value);
    const otherwise = condition === true ? true : this.evaluate(constraint.whenFalse, value);
    if (condition !== 'unknown') return condition ? then : otherwise;
    return then === otherwise ? then : 'unknown';
  }

  private checkString(constraint: Constraint, text: string): Truth {
    switch (constraint.kind) {
      case 'minLength':
        return codePoints(text).length >= constraint.limit;
      case 'maxLength':
        return codePoints(text).length <= constraint.limit;
      case 'pattern':
        return this.automata.matches(constraint.source, text);
      case 'format':
        return hasFormat(constraint.name, text);
      default:
        return true;
    }
  }

  private checkArray(constraint: Constraint, items: readonly JsonValue[]): Truth {
    switch (constraint.kind) {
      case 'minItems':
        return items.length >= constraint.limit;
      case 'maxItems':
        return items.length <= constraint.limit;
      case 'uniqueItems':
        return new Set(items.map(canonicalText)).size === items.length;
      case 'items':
        return every(items, (item, index) => {
          const schema = constraint.prefix[index] ?? constraint.rest;
          return schema ? this.evaluate(schema, item) : true;
        });
      case 'contains': {
        const truths = items.map((item) => this.evaluate(constraint.schema, item));
        const valid = truths.filter((truth) => truth === true).length;
        const possible = valid + truths.filter((truth) => truth === 'unknown').length;
        if (possible < constraint.min || valid > constraint.max) return false;
        return valid >= constraint.min && possible <= constraint.max ? true : 'unknown';
      }
      case 'unevaluatedItems':
        return this.checkUnevaluated(constraint, items, ({ allItems, prefix }) =>
          every(allItems ? [] : items.slice(prefix), (item) => this.evaluate(constraint.schema, item)),
        );
      default:
        return true;
    }
  }

  private checkObject(constraint: Constraint, object: JsonObject): Truth {
    switch (constraint.kind) {
      case 'required':
        return Object.hasOwn(object, constraint.name);
      case 'minProperties':
        return Object.keys(object).length >= constraint.limit;
      case 'maxProperties':
        return Object.keys(object).length <= constraint.limit;
      case 'propertyNames':
        return every(Object.keys(object), (name) => this.evaluate(constraint.schema, name));
      case 'dependent':
        return Object.hasOwn(object, constraint.name) ? this.evaluate(constraint.schema, object) : true;
      case 'members':
        return every(Object.entries(object), ([name, value]) => this.checkMember(constraint, name, value));
      case 'unevaluatedProperties':
        return this.checkUnevaluated(constraint, object, ({ allMembers, names, patterns }) =>
          every(allMembers ? [] : Object.entries(object), ([name, value]) => {
            if (names.has(name) || patterns.some((source) => this.automata.matches(source, name)))
              return true;
            return this.evaluate(constraint.schema, value);
          }),
        );
      default:
        return true;
    }
  }

  private checkMember(
    constraint: Extract<Constraint, { kind: 'members' }>,
    name: string,
    value: JsonValue,
  ): Truth {
    const named = constraint.named.get(name);
    const matching = constraint.patterns.filter(([source]) => this.automata.matches(source, name));
    const schemas = [...(named ? [named] : []), ...matching.map(([, schema]) => schema)];
    if (schemas.length === 0 && constraint.rest) schemas.push(constraint.rest);
    return every(schemas, (schema) => this.evaluate(schema, value));
  }

  private checkUnevaluated(
    constraint: Extract<Constraint, { kind: 'unevaluatedProperties' | 'unevaluatedItems' }>,
    value: JsonValue,
    check: (evaluated: ReturnType<typeof evaluationCases>[number]['evaluated']) => Truth,
  ): Truth {
    for (const { literals, evaluated } of evaluationCases(constraint.beside, this.store)) {
      const applies = this.allHold(literals, value);
      if (applies === 'unknown') return 'unknown';
      if (applies) return check(evaluated);
    }
    // No case applies to a value that violates the schema in another way already.
    return true;
  }
}

function not(truth: Truth): Truth {
  return truth === 'unknown' ? truth : !truth;
}

/** Conjunction: false if any is, else unknown if any is. */
function every<T>(items: Iterable<T>, check: (item: T, index: number) => Truth): Truth {
  let result: Truth = true;
  let index = 0;
  for (const item of items) {
    const truth = check(item, index);
    if (truth === false) return false;
    if (truth === 'unknown') result = truth;
    index += 1;
  }
  return result;
}

function checkNumber(constraint: Constraint, value: number): Truth {
  switch (constraint.kind) {
    case 'minimum':
      return constraint.exclusive ? value > constraint.limit : value >= constraint.limit;
    case 'maximum':
      return constraint.exclusive ? value < constraint.limit : value <= constraint.limit;
    case 'multipleOf':
      return isMultipleOf(value, constraint.divisor);
    default:
      return true;
  }
}

/** Ajv divides in floating point: 4.35 is no multiple of 0.01. */
export function isMultipleOf(value: number, divisor: number): boolean {
  return Number.isInteger(value / divisor);
}

/** Whether a text has a format, by Ajv's own definition. */
export function hasFormat(name: string, text: string): Truth {
  const format = FORMATS.get(name);
  if (format?.kind !== 'string') return true;
  return text.length > MAX_FORMAT_LENGTH ? 'unknown' : format.accepts(text);
}
