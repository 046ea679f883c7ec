import { describeSchema, issuedSchema } from '../contract/index.ts';
import {
  type ContractViolation,
  declaredTypes,
  type EffectiveContract,
  isList,
  isObject,
  type JsonObject,
  type JsonSchema,
  type JsonValue,
  jsonType,
  member,
  pathKey,
  pointerSteps,
  schemaType,
} from '../model/index.ts';
import { type Violation, validator } from '../schema/index.ts';

/** The fragment of a closed contract that speaks of a member; `true` where none does. */
function fragmentAt(schema: JsonSchema, path: readonly string[]): JsonSchema {
  let fragment: JsonSchema = schema;
  for (const name of path) {
    if (typeof fragment === 'boolean') return fragment;
    const { properties, items = true } = fragment;
    const named = isObject(properties) ? member(properties, name) : undefined;
    fragment = (named ?? items) as JsonSchema;
  }
  return fragment;
}

const EXTRA = new Set(['additionalProperties', 'unevaluatedProperties']);

function kindOf(
  violation: Violation,
  path: readonly string[],
  contract: EffectiveContract,
): ContractViolation['kind'] {
  if (violation.keyword === 'required') return 'missing';
  if (!EXTRA.has(violation.keyword)) return 'mismatch';
  const isDeclared = [...contract.claims.values()].some((claim) =>
    claim.path.every((name, index) => path[index] === name),
  );
  return isDeclared ? 'not-released' : 'undeclared';
}

/** Why a claim that the definition knows is not in this token's contract: the scopes that would release it. */
function wouldRelease(path: readonly string[], contract: EffectiveContract): string {
  const claim = contract.claims.get(pathKey(path));
  const scopes = [...new Set(claim?.releases.flatMap(({ scope }) => scope ?? []))].sort();
  return scopes.length === 0
    ? 'absent under this grant'
    : `the scope ${scopes.map((scope) => `"${scope}"`).join(' or ')}`;
}

/** Holds payloads against one contract under one set of scopes. */
export type ContractCheck = (payload: JsonObject) => readonly ContractViolation[];

/**
 * What tells every way in which a token disagrees with its contract under its grant, in order of its claims.
 * Values are never repeated, only their types.
 *
 * @param scopes granted; without them tokens are held against any grant
 */
export function contractCheck(
  contract: EffectiveContract,
  scopes: ReadonlySet<string> | undefined,
): ContractCheck {
  const schema = issuedSchema(contract, scopes);
  const violations = validator(schema);
  return (payload) => {
    const found = violations(payload);
    return found.length === 0 ? [] : inWords(found, payload, contract, schema);
  };
}

/** The claim that a pointer leads to, and what stands there: what is wrong with elements of a list is wrong with the list. */
function claimAt(payload: JsonObject, pointer: readonly string[]) {
  const path: string[] = [];
  let value: JsonValue | undefined = payload;
  for (const step of pointer) {
    if (!isList(value)) path.push(step);
    value = isList(value) ? value[Number(step)] : isObject(value) ? member(value, step) : undefined;
  }
  return { path, value };
}

/** What stands there, in words: its type, and what is wrong with it where that is right. */
function inType(value: JsonValue | undefined, expected: JsonSchema, keyword: string): string {
  if (value === undefined) return 'nothing';
  const type = schemaType(value);
  const isOther = keyword === 'type' || declaredTypes(expected)?.has(jsonType(value)) === false;
  if (isOther || typeof expected === 'boolean') return type;
  const some = `${/^[aeio]/.test(type) ? 'an' : 'a'} ${type}`;
  if (keyword === 'format') return `${some} that is no ${expected.format}`;
  return `${some} that ${keyword === 'enum' || keyword === 'const' ? 'is not listed' : 'does not fit'}`;
}

function inWords(
  violations: readonly Violation[],
  payload: JsonObject,
  contract: EffectiveContract,
  schema: JsonSchema,
): readonly ContractViolation[] {
  const found = new Map<string, { readonly first: ContractViolation; readonly pointers: Set<string> }>();
  for (const violation of violations) {
    const { path: pointer, keyword } = violation;
    const steps = pointerSteps(pointer);
    const { path, value } = claimAt(payload, steps);
    const kind = kindOf(violation, path, contract);
    const key = JSON.stringify([kind, path]);
    const known = found.get(key);
    if (known !== undefined) {
      known.pointers.add(pointer);
      continue;
    }
    const fragment = fragmentAt(schema, steps);
    const expected = {
      undeclared: () => 'no such claim',
      'not-released': () => wouldRelease(path, contract),
      missing: () => describeSchema(fragment),
      mismatch: () => describeSchema(fragment),
    }[kind]();
    const first = { kind, path, expected, found: inType(value, fragment, keyword) };
    found.set(key, { first, pointers: new Set([pointer]) });
  }
  return [...found.values()].map(({ first, pointers: { size } }) =>
    size > 1 ? { ...first, count: size } : first,
  );
}
