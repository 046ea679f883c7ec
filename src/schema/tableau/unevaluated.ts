import type { JsonType } from '../json.ts';
import type { Constraint, NodeStore } from '../node.ts';
import type { Alternative, Clause } from './atom.ts';
import { evaluationCases } from './evaluation-cases.ts';

/** A keyword about the members or items that nothing beside it has looked at. */
type Unevaluated = Extract<Constraint, { kind: 'unevaluatedProperties' | 'unevaluatedItems' }>;

function concerns({ kind }: Unevaluated, type: JsonType): boolean {
  return type === (kind === 'unevaluatedItems' ? 'array' : 'object');
}

/** What is left over in each case has to satisfy the schema (JSON Schema 2020-12 section 11). */
export function assertUnevaluated(constraint: Unevaluated, type: JsonType, store: NodeStore): Clause[] {
  if (!concerns(constraint, type)) return [];
  const { anything } = store;
  const cases = evaluationCases(constraint.beside, store).map(({ literals, evaluated }): Alternative => {
    if (constraint.kind === 'unevaluatedItems') {
      if (evaluated.allItems) return { literals, atoms: [] };
      const prefix = Array.from({ length: evaluated.prefix }, () => anything.asserted);
      return { literals, atoms: [{ kind: 'items', prefix, rest: constraint.schema.asserted }] };
    }
    if (evaluated.allMembers) return { literals, atoms: [] };
    const named = new Map(Array.from(evaluated.names, (name) => [name, anything] as const));
    const patterns = evaluated.patterns.map((source) => [source, anything] as const);
    return { literals, atoms: [{ kind: 'members', members: { named, patterns, rest: constraint.schema } }] };
  });
  return [cases];
}

/** Something is left over in one of the cases, and violates the schema. */
export function denyUnevaluated(constraint: Unevaluated, type: JsonType, store: NodeStore): Alternative[] {
  if (!concerns(constraint, type)) return [];
  const value = constraint.schema.denied;
  return evaluationCases(constraint.beside, store).flatMap(({ literals, evaluated }): Alternative[] => {
    if (constraint.kind === 'unevaluatedItems') {
      if (evaluated.allItems) return [];
      return [{ literals, atoms: [{ kind: 'some', literal: value, count: 1, from: evaluated.prefix }] }];
    }
    if (evaluated.allMembers) return [];
    const where = { matching: [], outside: evaluated.patterns, except: evaluated.names };
    return [{ literals, atoms: [{ kind: 'someMember', where, value }] }];
  });
}
