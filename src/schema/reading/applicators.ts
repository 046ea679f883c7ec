import { isArray, type JsonObject, pointerTo } from '../json.ts';
import type { Constraint } from '../node.ts';
import type { Reader } from './read.ts';

/** The keywords that combine schemas of the same value. */
export function readApplicators(schema: JsonObject, pointer: string, reader: Reader): Constraint[] {
  const constraints: Constraint[] = [];
  for (const kind of ['allOf', 'anyOf', 'oneOf'] as const) {
    const schemas = schema[kind];
    if (schemas === undefined) continue;
    if (isArray(schemas) && schemas.length > 0) {
      const nodes = schemas.map((_, index) => reader.read(pointerTo(pointer, kind, index)));
      constraints.push({ kind, schemas: kind === 'oneOf' ? nodes : [...new Set(nodes)] });
    } else {
      reader.reject(`"${kind}" must be an array of at least one schema`, pointerTo(pointer, kind));
    }
  }
  if (schema.not !== undefined)
    constraints.push({ kind: 'not', schema: reader.read(pointerTo(pointer, 'not')) });
  return [...constraints, ...readCondition(schema, pointer, reader)];
}

function readCondition(schema: JsonObject, pointer: string, reader: Reader): Constraint[] {
  if (schema.if === undefined || (schema.then === undefined && schema.else === undefined)) return [];
  const branch = (keyword: string) =>
    schema[keyword] === undefined ? reader.store.anything : reader.read(pointerTo(pointer, keyword));
  const condition = reader.read(pointerTo(pointer, 'if'));
  return [{ kind: 'if', condition, whenTrue: branch('then'), whenFalse: branch('else') }];
}
