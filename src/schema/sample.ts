import type { Engine, Subject } from './engine.ts';
import { canonicalText, type JsonValue } from './json.ts';
import type { Literal, Node } from './node.ts';

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
    const outcome = engine.search(() => search.satisfy(literals));
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
  for (const variant of variantsOf(subject.node)) add(satisfy([subject.node.asserted, ...variant(engine)]));
  for (let value = [...samples.values()].at(-1); samples.size < limit && value !== undefined; ) {
    const others = [...samples.values()].map((each) => engine.store.constant(each).denied);
    const before = samples.size;
    value = satisfy([subject.node.asserted, ...others]);
    add(value);
    if (samples.size === before) break;
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
  let chosen = [...literals];
  for (const literal of literals) {
    for (const [name, schema] of declaredMembers(literal.node)) {
      const present = [engine.store.node([{ kind: 'required', name }]).asserted];
      const inner = depth < DEPTH ? fullValue([schema.asserted], engine, satisfy, depth + 1) : undefined;
      const exact = inner === undefined ? [] : [withMember(name, inner, engine)];
      const attempt = [
        [...chosen, ...present, ...exact],
        [...chosen, ...present],
      ].find((each) => satisfy(each) !== undefined);
      chosen = attempt ?? chosen;
    }
  }
  return satisfy(chosen);
}

function withMember(name: string, value: JsonValue, engine: Engine): Literal {
  const named = new Map([[name, engine.store.constant(value)]]);
  return engine.store.node([{ kind: 'members', named, patterns: [], rest: undefined }]).asserted;
}

function* declaredMembers(node: Node): Generator<readonly [string, Node]> {
  for (const constraint of node.constraints) {
    if (constraint.kind === 'members') yield* constraint.named;
    if (constraint.kind === 'allOf') for (const schema of constraint.schemas) yield* declaredMembers(schema);
  }
}

function* variantsOf(node: Node): Generator<(engine: Engine) => Literal[]> {
  for (const constraint of node.constraints) {
    if (constraint.kind === 'values') {
      for (const value of constraint.values) yield (engine) => [engine.store.constant(value).asserted];
    }
    if (constraint.kind === 'anyOf' || constraint.kind === 'oneOf') {
      for (const schema of constraint.schemas) yield () => [schema.asserted];
    }
    if (constraint.kind === 'allOf') for (const schema of constraint.schemas) yield* variantsOf(schema);
  }
}
