/** Any JSON value (RFC 8259). */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject;

/** A JSON object. Names come from users: read with `Object.hasOwn`, never with `in`. */
export interface JsonObject {
  readonly [name: string]: JsonValue;
}

/** A JSON Schema (2020-12): an object, or `true` (anything) or `false` (nothing). */
export type JsonSchema = boolean | JsonObject;
