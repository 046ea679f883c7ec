import type { Constraint, Literal, Node, NodeStore } from '../node.ts';
import { Undecided } from '../verdict.ts';

/** The parts of a value that a schema has looked at (JSON Schema 2020-12 section 11). */
interface Evaluated {
  readonly names: ReadonlySet<string>;
  readonly patterns: readonly string[];
  readonly allMembers: boolean;
  /** The number of items, from the first, that were looked at. */
  readonly prefix: number;
  readonly allItems: boolean;
}

/** What is evaluated where the literals hold. */
export interface EvaluationCase {
  readonly literals: readonly Literal[];
  readonly evaluated: Evaluated;
}

const NOTHING: Evaluated = { names: new Set(), patterns: [], allMembers: false, prefix: 0, allItems: false };
const UNCONDITIONAL: readonly EvaluationCase[] = [{ literals: [], evaluated: NOTHING }];

/** Combinations of conditions beyond which the answer is undecided. */
const MAX_CASES = 64;

/** Levels of references that are followed: a recursion that never ends evaluates without end. */
const MAX_DEPTH = 16;

/**
 * Which members and items a schema evaluates depends on which of its subschemas hold. These are the
 * cases, of which exactly one applies to every value that satisfies the schema.
 */
export function evaluationCases(node: Node, store: NodeStore, depth = 0): readonly EvaluationCase[] {
  if (depth > MAX_DEPTH) throw new Undecided('what is evaluated depends on a recursion');
  return node.constraints.reduce<readonly EvaluationCase[]>(
    (cases, constraint) => product(cases, casesOf(constraint, store, depth + 1)),
    UNCONDITIONAL,
  );
}

function casesOf(constraint: Constraint, store: NodeStore, depth: number): readonly EvaluationCase[] {
  const cases = (node: Node) => evaluationCases(node, store, depth);
  switch (constraint.kind) {
    case 'members':
      return only({
        names: new Set(constraint.named.keys()),
        patterns: constraint.patterns.map(([source]) => source),
        allMembers: constraint.rest !== undefined,
      });
    case 'items':
      return only({ prefix: constraint.prefix.length, allItems: constraint.rest !== undefined });
    case 'unevaluatedProperties':
    case 'unevaluatedItems':
      throw new Undecided('validators disagree about "unevaluated…" within "unevaluated…"');
    case 'contains':
      throw new Undecided('"contains" evaluates items that cannot be named');
    case 'unknown':
      throw new Undecided(constraint.reason, constraint.path);
    case 'recursion':
      return cases(constraint.target());
    case 'allOf':
      return constraint.schemas.map(cases).reduce(product, UNCONDITIONAL);
    case 'anyOf':
    case 'oneOf':
      return constraint.schemas
        .map((schema) => whether(schema, cases(schema)))
        .reduce(product, UNCONDITIONAL);
    case 'if': {
      const { condition, whenTrue, whenFalse } = constraint;
      const yes = product(given([condition.asserted], cases(condition)), cases(whenTrue));
      return [...yes, ...given([condition.denied], cases(whenFalse))];
    }
    case 'dependent': {
      const evaluates = cases(constraint.schema);
      if (evaluates === UNCONDITIONAL) return UNCONDITIONAL;
      const present = store.node([{ kind: 'required', name: constraint.name }]);
      return [...given([present.asserted], evaluates), ...given([present.denied], UNCONDITIONAL)];
    }
    default:
      return UNCONDITIONAL;
  }
}

function only(evaluated: Partial<Evaluated>): EvaluationCase[] {
  return [{ literals: [], evaluated: { ...NOTHING, ...evaluated } }];
}

/** A schema that may or may not hold. Where it evaluates nothing, the difference does not matter. */
function whether(schema: Node, cases: readonly EvaluationCase[]): readonly EvaluationCase[] {
  if (cases === UNCONDITIONAL) return UNCONDITIONAL;
  return [...given([schema.asserted], cases), ...given([schema.denied], UNCONDITIONAL)];
}

function given(literals: readonly Literal[], cases: readonly EvaluationCase[]): EvaluationCase[] {
  return cases.map((each) => ({ ...each, literals: [...literals, ...each.literals] }));
}

function product(
  ones: readonly EvaluationCase[],
  others: readonly EvaluationCase[],
): readonly EvaluationCase[] {
  if (ones === UNCONDITIONAL) return others;
  if (others === UNCONDITIONAL) return ones;
  if (ones.length * others.length > MAX_CASES)
    throw new Undecided('what is evaluated depends on too many conditions');
  return ones.flatMap((one) =>
    others.map((other) => ({
      literals: [...one.literals, ...other.literals],
      evaluated: union(one.evaluated, other.evaluated),
    })),
  );
}

function union(one: Evaluated, other: Evaluated): Evaluated {
  return {
    names: new Set([...one.names, ...other.names]),
    patterns: [...new Set([...one.patterns, ...other.patterns])],
    allMembers: one.allMembers || other.allMembers,
    prefix: Math.max(one.prefix, other.prefix),
    allItems: one.allItems || other.allItems,
  };
}
