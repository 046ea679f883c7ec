import type { JsonSchema, JsonValue } from '../model/index.ts';

const texts = new WeakMap<object, string>();

/** JSON with sorted names: equal text for equal values, whoever wrote them in whichever order. */
export function canonical(value: JsonValue): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const text = texts.get(value) ?? JSON.stringify(value, sortNames);
  texts.set(value, text);
  return text;
}

function sortNames(_name: string, member: JsonValue): JsonValue {
  if (member === null || typeof member !== 'object' || Array.isArray(member)) return member;
  return Object.fromEntries(Object.entries(member).sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** Schemas without those that say the same as an earlier one. */
export function distinct(schemas: readonly JsonSchema[]): readonly JsonSchema[] {
  return [...new Map(schemas.map((schema) => [canonical(schema), schema])).values()];
}
