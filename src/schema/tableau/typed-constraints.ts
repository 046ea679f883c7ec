import type { JsonType } from '../json.ts';
import type { Constraint } from '../node.ts';
import { type Alternative, type Atom, atom, type MemberSchemas } from './atom.ts';

/** The constraints that concern one type only, and which. */
export const TYPE_OF_CONSTRAINT = {
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

/** A constraint that concerns values of one type only. */
export type Typed = Extract<Constraint, { kind: keyof typeof TYPE_OF_CONSTRAINT }>;

/** What a constraint asks of a value of its type. */
export function assertTyped(constraint: Typed): Atom[] {
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

/** The ways in which a value of its type can violate a constraint. */
export function denyTyped(constraint: Typed): Alternative[] {
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

/** The alternative in which a member is not there. */
export function absent(name: string): Alternative {
  return atom({ kind: 'absent', name });
}
