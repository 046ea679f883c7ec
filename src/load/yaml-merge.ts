import type { JsonObject, JsonValue } from '../model/index.ts';
import { isObject } from '../model/index.ts';
import type { Position } from './position.ts';

/** A YAML node as JSON, where it is, and what it costs to walk. */
export interface Converted {
  readonly value: JsonValue;
  readonly position: Position;
  readonly weight: Weight;
}

export interface Weight {
  readonly values: number;
  /** Aliases in it, those inside of what they stand for included. */
  readonly aliases: number;
  /** Values that aliases stand for. */
  readonly aliased: number;
}

/** Whether a value can stand after the merge key: an object, or a list of objects. */
export function isMergeable(value: JsonValue): boolean {
  return Array.isArray(value) ? value.every(isObject) : isObject(value);
}

/** The merge key `<<`: members of another object, where there is none of that name yet. */
export function mergeInto(
  target: Record<string, JsonValue>,
  children: Map<string, Position>,
  merge: Converted,
): void {
  const objects = Array.isArray(merge.value)
    ? merge.value.map((item: JsonValue, index) => [item, merge.position.children?.get(index)] as const)
    : [[merge.value, merge.position] as const];
  for (const [object, position] of objects) {
    for (const [name, value] of Object.entries(object as JsonObject)) {
      if (Object.hasOwn(target, name)) continue;
      target[name] = value;
      const at = position?.children?.get(name);
      if (at !== undefined) children.set(name, at);
    }
  }
}
