import type { JsonSchema, JsonValue } from '../model/index.ts';

/** JSON with sorted names: equal text for equal values, whoever wrote them in whichever order. */
export function canonical(value: JsonValue): string {
  return JSON.stringify(value, (_name, member: JsonValue) =>
    member === null || typeof member !== 'object' || Array.isArray(member)
      ? member
      : Object.fromEntries(Object.entries(member).sort(([one], [other]) => (one < other ? -1 : 1))),
  );
}

/** Schemas without those that say the same as an earlier one. */
export function distinct(schemas: readonly JsonSchema[]): readonly JsonSchema[] {
  return [...new Map(schemas.map((schema) => [canonical(schema), schema])).values()];
}
