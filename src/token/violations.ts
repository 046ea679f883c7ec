import { describeSchema, issuedSchema } from '../contract/index.ts';
import {
  type ContractViolation,
  type EffectiveContract,
  type JsonObject,
  type JsonSchema,
  type JsonValue,
  pathKey,
} from '../model/index.ts';
import { type Violation, validator } from '../schema/index.ts';

/** Path of member names and indexes of a JSON Pointer (RFC 6901). */
function fromPointer(pointer: string): readonly string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** The fragment of a closed contract that speaks of a member; `true` where none does. */
function fragmentAt(schema: JsonSchema, path: readonly string[]): JsonSchema {
  let fragment: JsonSchema = schema;
  for (const name of path) {
    if (typeof fragment === 'boolean') return fragment;
    const members = fragment.properties;
    const known =
      typeof members === 'object' && members !== null && Object.hasOwn(members, name)
        ? (members as JsonObject)[name]
        : fragment.items;
    if (known === undefined) return true;
    fragment = known as JsonSchema;
  }
  return fragment;
}

function typeOf(value: JsonValue | undefined): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return Number.isInteger(value) ? 'integer' : typeof value;
}

function valueAt(token: JsonValue, path: readonly string[]): JsonValue | undefined {
  let value: JsonValue | undefined = token;
  for (const name of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
    value = (value as JsonObject)[name];
  }
  return value;
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

/** The path of a claim: what is wrong with the elements of a list is wrong with the list. */
function claimOf(token: JsonValue, path: readonly string[]): readonly string[] {
  let value: JsonValue | undefined = token;
  return path.filter((name) => {
    const isElement = Array.isArray(value);
    value = valueAt(value ?? null, [name]);
    return !isElement;
  });
}

function inWords(
  violations: readonly Violation[],
  payload: JsonObject,
  contract: EffectiveContract,
  schema: JsonSchema,
): readonly ContractViolation[] {
  const found = new Map<string, { readonly first: ContractViolation; readonly pointers: Set<string> }>();
  for (const violation of violations) {
    const { path: pointer } = violation;
    const whole = fromPointer(pointer);
    const path = claimOf(payload, whole);
    const kind = kindOf(violation, path, contract);
    const key = JSON.stringify([kind, path]);
    const known = found.get(key);
    if (known !== undefined) {
      known.pointers.add(pointer);
      continue;
    }
    const expected = {
      undeclared: () => 'no such claim',
      'not-released': () => wouldRelease(path, contract),
      missing: () => describeSchema(fragmentAt(schema, whole)),
      mismatch: () => describeSchema(fragmentAt(schema, whole)),
    }[kind]();
    const first = { kind, path, expected, found: typeOf(valueAt(payload, whole)) };
    found.set(key, { first, pointers: new Set([pointer]) });
  }
  return [...found.values()].map(({ first, pointers: { size } }) =>
    size > 1 ? { ...first, count: size } : first,
  );
}
