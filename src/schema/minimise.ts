import { isArray, isObject, type JsonValue, objectOf } from './json.ts';

/** Members and items that are looked at, over all candidates, before a witness counts as small enough. */
const EFFORT = 200_000;

/**
 * Leaves out members and items of a witness as long as it stays one. Deterministic.
 * `kept` are members of the whole that need not be tried: it is known that they must be there.
 */
export function minimise(
  witness: JsonValue,
  isWitness: (value: JsonValue) => boolean,
  kept: ReadonlySet<string>,
): JsonValue {
  const size = isObject(witness) ? Object.keys(witness).length : 1;
  let left = EFFORT / (1 + size);
  const check = (value: JsonValue) => {
    left -= 1;
    return left >= 0 && isWitness(value);
  };
  return shrink(witness, check, kept);
}

const NONE: ReadonlySet<string> = new Set();

function shrink(value: JsonValue, isWitness: (value: JsonValue) => boolean, kept = NONE): JsonValue {
  if (isArray(value)) return shrinkArray(value, isWitness);
  if (!isObject(value)) return value;
  let entries = Object.entries(value);
  for (const name of Object.keys(value)) {
    if (kept.has(name)) continue;
    const without = entries.filter(([other]) => other !== name);
    if (isWitness(objectOf(without))) entries = without;
  }
  for (const [name, member] of entries) {
    if (typeof member !== 'object') continue;
    const replaced = (inner: JsonValue) =>
      entries.map(([key, each]) => [key, key === name ? inner : each] as const);
    const smaller = shrink(member, (inner) => isWitness(objectOf(replaced(inner))));
    if (smaller === member) continue;
    entries = entries.map(([key, each]) => [key, key === name ? smaller : each]);
  }
  return objectOf(entries);
}

function shrinkArray(value: readonly JsonValue[], isWitness: (value: JsonValue) => boolean): JsonValue {
  let items = value;
  for (let index = value.length - 1; index >= 0; index -= 1) {
    const without = items.toSpliced(index, 1);
    if (isWitness(without)) items = without;
  }
  for (let index = 0; index < items.length; index += 1) {
    const smaller = shrink(items[index] ?? null, (inner) => isWitness(items.with(index, inner)));
    items = items.with(index, smaller);
  }
  return items;
}
