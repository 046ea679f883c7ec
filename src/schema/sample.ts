import type { Engine, Subject } from './engine.ts';
import { canonicalText, type JsonValue } from './json.ts';
import type { Constraint, Literal, Node, NodeStore } from './node.ts';
import { outcomeOf } from './verdict.ts';

/** Levels of members that are filled in. */
const DEPTH = 4;

/**
 * Small realistic values of a schema, the fullest first: with every optional member, with none, and
 * one for each alternative of an enumeration or a choice. All are valid by Ajv. None where the
 * schema has no value, or where that is undecided.
 */
export function sampleSchema(subject: Subject, engine: Engine, limit: number): JsonValue[] {
  if (subject.invalid) return [];
  const search = engine.newSearch();
  const satisfy = (literals: Literal[]) => {
    const outcome = outcomeOf(() => search.satisfy(literals));
    return outcome.kind === 'value' ? outcome.value : undefined;
  };
  const samples = new Map<string, JsonValue>();
  const add = (value: JsonValue | undefined) => {
    if (value === undefined || samples.size >= limit || samples.has(canonicalText(value))) return;
    if (engine.isValid(subject, value)) samples.set(canonicalText(value), value);
  };
  const base = satisfy([subject.node.asserted]);
  if (base === undefined) return [];
  add(fullValue([subject.node.asserted], engine, satisfy));
  add(base);
  for (const variant of variantsOf(subject.node, engine.store))
    add(satisfy([subject.node.asserted, variant]));
  for (let before = -1; samples.size < limit && samples.size > before; ) {
    before = samples.size;
    const others = [...samples.values()].map((value) => engine.store.constant(value).denied);
    add(satisfy([subject.node.asserted, ...others]));
  }
  return [...samples.values()];
}

/** A value in which each declared member is present, as far as they go together. */
function fullValue(
  literals: readonly Literal[],
  engine: Engine,
  satisfy: (literals: Literal[]) => JsonValue | undefined,
  depth = 0,
): JsonValue | undefined {
  const members = literals.flatMap((literal) => declaredMembers(literal.node));
  const wanted = members.map(([name, schema]) => {
    const present = engine.store.node([{ kind: 'required', name }]).asserted;
    const inner = depth < DEPTH ? fullValue([schema.asserted], engine, satisfy, depth + 1) : undefined;
    return inner === undefined ? [present] : [present, withMember(name, inner, engine)];
  });
  // Mostly they all go together; asking one by one takes as many times longer as there are members.
  const full = satisfy([...literals, ...wanted.flat()]);
  if (full !== undefined) return full;
  let chosen = [...literals];
  for (const member of wanted) {
    const attempt = [member, member.slice(0, 1)]
      .map((each) => [...chosen, ...each])
      .find((each) => satisfy(each) !== undefined);
    chosen = attempt ?? chosen;
  }
  return satisfy(chosen);
}

function withMember(name: string, value: JsonValue, engine: Engine): Literal {
  const named = new Map([[name, engine.store.constant(value)]]);
  return engine.store.node([{ kind: 'members', named, patterns: [], rest: undefined }]).asserted;
}

/** The constraints of a node and of all nodes that it combines by `allOf`, each once. */
function constraintsOf(node: Node, seen = new Set<Node>()): Constraint[] {
  if (seen.has(node)) return [];
  seen.add(node);
  return node.constraints.flatMap((constraint) =>
    constraint.kind === 'allOf'
      ? constraint.schemas.flatMap((schema) => constraintsOf(schema, seen))
      : [constraint],
  );
}

function declaredMembers(node: Node): (readonly [string, Node])[] {
  return constraintsOf(node).flatMap((constraint) =>
    constraint.kind === 'members' ? [...constraint.named] : [],
  );
}

/** What a value must satisfy to show one alternative of a choice. */
function variantsOf(node: Node, store: NodeStore): Literal[] {
  return constraintsOf(node).flatMap((constraint) => {
    if (constraint.kind === 'values') return constraint.values.map((value) => store.constant(value).asserted);
    const isChoice = constraint.kind === 'anyOf' || constraint.kind === 'oneOf';
    return isChoice ? constraint.schemas.map((schema) => schema.asserted) : [];
  });
}
