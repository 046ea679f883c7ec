import type { JsonValue, MapperDefinition } from '../model/index.ts';

/** Where things were written, and which version it is, is not what a definition says. */
const LEFT_OUT = new Set(['at', 'keyPlaces', 'origin', 'version']);

/**
 * Everything that a definition says, as JSON: without places and version, and with lists in one order, so
 * that moving an entry in a file is no difference.
 */
export function contentOf(definition: MapperDefinition): JsonValue {
  return plain(definition);
}

function plain(value: unknown): JsonValue {
  if (
    value === null ||
    typeof value === 'string' ||
    typeof value === 'number' ||
    typeof value === 'boolean'
  ) {
    return value;
  }
  if (value instanceof Map) {
    return Object.fromEntries([...value].map(([name, member]) => [String(name), plain(member)]));
  }
  if (Array.isArray(value)) return value.map(plain).sort(byText);
  if (typeof value !== 'object') return null;
  const members = Object.entries(value).filter(([name]) => !LEFT_OUT.has(name));
  return Object.fromEntries(members.map(([name, member]) => [name, plain(member)]));
}

function byText(one: JsonValue, other: JsonValue): number {
  const texts = [JSON.stringify(one), JSON.stringify(other)] as const;
  return texts[0] < texts[1] ? -1 : texts[0] > texts[1] ? 1 : 0;
}
