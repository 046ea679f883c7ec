import { isArray, type JsonObject, pointerTo } from '../json.ts';
import type { Constraint } from '../node.ts';
import type { Reader } from './read.ts';
import { countAt } from './scalar-keywords.ts';

/** `items` and its relatives, `contains`, `uniqueItems`. */
export function readArrayKeywords(schema: JsonObject, pointer: string, reader: Reader): Constraint[] {
  const constraints: Constraint[] = readItems(schema, pointer, reader);
  if (schema.uniqueItems === true) constraints.push({ kind: 'uniqueItems' });
  if (schema.contains === undefined) return constraints;
  const min = countAt(schema, 'minContains', pointer, reader) ?? 1;
  const max = countAt(schema, 'maxContains', pointer, reader) ?? Number.POSITIVE_INFINITY;
  const part = reader.readPart(pointerTo(pointer, 'contains'));
  if (min > 0 || max < Number.POSITIVE_INFINITY)
    constraints.push({ kind: 'contains', schema: part, min, max });
  return constraints;
}

/** Draft-07 writes a tuple as an array in `items`, with `additionalItems` for the rest. */
function readItems(schema: JsonObject, pointer: string, reader: Reader): Constraint[] {
  const draft07Tuple = reader.dialect === 'draft-07' && isArray(schema.items);
  const [tuple, others] = draft07Tuple ? ['items', 'additionalItems'] : ['prefixItems', 'items'];
  const schemas = schema[tuple] ?? [];
  if (!isArray(schemas)) {
    reader.reject(`"${tuple}" must be an array`, pointerTo(pointer, tuple));
    return [];
  }
  const prefix = schemas.map((_, index) => reader.readPart(pointerTo(pointer, tuple, index)));
  const rest = schema[others] === undefined ? undefined : reader.readPart(pointerTo(pointer, others));
  return prefix.length === 0 && rest === undefined ? [] : [{ kind: 'items', prefix, rest }];
}
