import { isArray, isObject, type JsonValue, objectOf } from './json.ts';

/** Candidates that are looked at before a witness counts as small enough. */
const ATTEMPTS = 2_000;

/** Leaves out members and items of a witness as long as it stays one. Deterministic. */
export function minimise(witness: JsonValue, isWitness: (value: JsonValue) => boolean): JsonValue {
  let left = ATTEMPTS;
  const check = (value: JsonValue) => {
    left -= 1;
    return left >= 0 && isWitness(value);
  };
  return shrink(witness, check);
}

function shrink(value: JsonValue, isWitness: (value: JsonValue) => boolean): JsonValue {
  if (isArray(value)) return shrinkArray(value, isWitness);
  if (!isObject(value)) return value;
  let entries = Object.entries(value);
  for (const [name] of Object.entries(value)) {
    const without = entries.filter(([other]) => other !== name);
    if (isWitness(objectOf(without))) entries = without;
  }
  for (const [name, member] of entries) {
    const replaced = (inner: JsonValue) =>
      entries.map(([key, each]) => [key, key === name ? inner : each] as const);
    const smaller = shrink(member, (inner) => isWitness(objectOf(replaced(inner))));
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
