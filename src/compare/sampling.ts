import type { JsonObject, JsonSchema, JsonValue } from '../model/index.ts';
import { isObject } from '../model/index.ts';
import { isSatisfiable, validate } from '../schema/index.ts';

/** A smallest token of a schema, or undefined where none could be made. */
export function smallestToken(schema: JsonSchema): JsonObject | undefined {
  const found = isSatisfiable(schema);
  return found.verdict === 'satisfiable' && isObject(found.witness) ? found.witness : undefined;
}

/** Whether Ajv takes a value for one of a schema. */
export function isValid(schema: JsonSchema, value: JsonValue): boolean {
  return validate(schema, value).length === 0;
}

/** Why Ajv can't use a schema, or undefined when it can: schemas come from users. */
export function problemOf(schema: JsonSchema): string | undefined {
  try {
    validate(schema, {});
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
