import { Engine, type Options } from './engine.ts';
import type { Explanation } from './explanation/explain.ts';
import type { JsonSchema, JsonValue } from './json.ts';
import type { Violation } from './judge/judge.ts';
import type { Inclusion, Satisfiability } from './verdict.ts';

export type { Budgets } from './budget.ts';
export { crossCheck, forSecondEngine } from './cross-check.ts';
export type { Engine, Options } from './engine.ts';
export type { Explanation } from './explanation/explain.ts';
export type { JsonObject, JsonSchema, JsonType, JsonValue } from './json.ts';
export type { Violation } from './judge/judge.ts';
export { backtracksLittle } from './language/backtracking.ts';
export type { Dialect } from './reading/dialect.ts';
export type { Inclusion, Reason, Satisfiability } from './verdict.ts';

/** Engines by their options: equal options share one, and with it all that it has learnt. */
const engines = new Map<string, Engine>();

/** An engine of its own, for a program that asks many questions and wants to drop the memory after. */
export function createEngine(options: Options = {}): Engine {
  return new Engine(options);
}

function engineFor(options: Options): Engine {
  const key = JSON.stringify(options);
  const engine = engines.get(key) ?? createEngine(options);
  engines.set(key, engine);
  return engine;
}

/**
 * Is every value of `a` a value of `b`?
 *
 * @example
 * includes({ enum: ['a', 'b'] }, { type: 'string' }); // { verdict: 'included' }
 * includes({ type: 'string' }, { type: 'string', maxLength: 2 });
 * // { verdict: 'not-included', witness: 'text', path: '' }
 */
export function includes(a: JsonSchema, b: JsonSchema, options: Options = {}): Inclusion {
  return engineFor(options).includes(a, b);
}

/**
 * What changed between two schemas: one entry per claim path, with the judgement in both directions
 * and witnesses of its own. Nothing if they accept the same values.
 *
 * @example
 * const [entry] = explain(
 *   { properties: { sub: { type: 'string' } } },
 *   { properties: { sub: { type: ['string', 'null'] } } },
 * );
 * entry.path; // '/sub'
 * entry.afterInBefore; // { verdict: 'not-included', witness: { sub: null }, path: '/sub' }
 */
export function explain(before: JsonSchema, after: JsonSchema, options: Options = {}): Explanation[] {
  return engineFor(options).explain(before, after);
}

/**
 * Small realistic values of a schema, at most `limit` (default 4), all valid by Ajv. None if it has
 * no value or if that is undecided.
 *
 * @example
 * sample({ type: 'string', format: 'email' }, { limit: 1 }); // ['ada@example.com']
 */
export function sample(schema: JsonSchema, options: Options & { readonly limit?: number } = {}): JsonValue[] {
  const { limit, ...rest } = options;
  return engineFor(rest).sample(schema, limit);
}

/**
 * Has the schema any value? A contract without one is included in everything, which is worth knowing.
 *
 * @example
 * isSatisfiable({ type: 'string', enum: [1] }); // { verdict: 'unsatisfiable' }
 */
export function isSatisfiable(schema: JsonSchema, options: Options = {}): Satisfiability {
  return engineFor(options).isSatisfiable(schema);
}

/**
 * What a value violates, by Ajv; nothing if it is valid.
 *
 * @throws {TypeError} if the schema is no JSON Schema
 * @example
 * validate({ required: ['sub'] }, {});
 * // [{ path: '/sub', keyword: 'required', message: "must have required property 'sub'" }]
 */
export function validate(schema: JsonSchema, value: JsonValue, options: Options = {}): Violation[] {
  return engineFor(options).validate(schema, value);
}

/**
 * `validate` for many values of one schema: it is read and compiled once.
 *
 * @throws {TypeError} if the schema is no JSON Schema
 * @example
 * const violations = validator({ required: ['sub'] });
 * violations({ sub: 'ada' }); // []
 */
export function validator(schema: JsonSchema, options: Options = {}): (value: JsonValue) => Violation[] {
  return engineFor(options).validator(schema);
}
