import { kept } from '../../contract/index.ts';
import type { JsonObject, JsonSchema, JsonValue } from '../../model/index.ts';
import { isObject } from '../../model/index.ts';
import { isSatisfiable, validate, validator } from '../../schema/index.ts';

/** A smallest token of a schema, or undefined where none could be made. */
export function smallestToken(schema: JsonSchema): JsonObject | undefined {
  const found = isSatisfiable(schema);
  return found.verdict === 'satisfiable' && isObject(found.witness) ? found.witness : undefined;
}

/** Whether Ajv takes a value for one of a schema. Decisions ask about thousands of values of one. */
export function isValid(schema: JsonSchema, value: JsonValue): boolean {
  if (typeof schema === 'boolean') return schema;
  return validatorOf(schema)(value).length === 0;
}

const validatorOf = kept((schema: JsonObject) => validator(schema));

/** Why Ajv can't use a schema, or undefined when it can: schemas come from users. */
export function problemOf(schema: JsonSchema): string | undefined {
  try {
    validate(schema, {});
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
