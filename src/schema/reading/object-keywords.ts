import { isArray, isObject, type JsonObject, type JsonValue, pointerTo } from '../json.ts';
import type { Constraint, Node } from '../node.ts';
import type { Reader } from './read.ts';
import { checkPattern } from './scalar-keywords.ts';

/** `properties` and its relatives, `required`, `propertyNames`, and what depends on a member. */
export function readObjectKeywords(schema: JsonObject, pointer: string, reader: Reader): Constraint[] {
  const constraints = readMembers(schema, pointer, reader);
  const names = namesAt(schema.required, pointerTo(pointer, 'required'), reader);
  for (const name of new Set(names)) constraints.push({ kind: 'required', name });
  if (schema.propertyNames !== undefined) {
    const part = reader.readPart(pointerTo(pointer, 'propertyNames'));
    constraints.push({ kind: 'propertyNames', schema: part });
  }
  for (const keyword of ['dependentRequired', 'dependentSchemas', 'dependencies']) {
    constraints.push(...readDependents(schema, keyword, pointer, reader));
  }
  return constraints;
}

function namesAt(value: JsonValue | undefined, path: string, reader: Reader): string[] {
  if (value === undefined) return [];
  if (isArray(value) && value.every((name) => typeof name === 'string')) return [...value];
  reader.reject('must be an array of strings', path);
  return [];
}

function schemasAt(schema: JsonObject, keyword: string, pointer: string, reader: Reader): string[] {
  const value = schema[keyword];
  if (value === undefined) return [];
  if (isObject(value)) return Object.keys(value);
  reader.reject(`"${keyword}" must be an object`, pointerTo(pointer, keyword));
  return [];
}

function readMembers(schema: JsonObject, pointer: string, reader: Reader): Constraint[] {
  const constraints: Constraint[] = [];
  const named = new Map<string, Node>();
  for (const name of schemasAt(schema, 'properties', pointer, reader)) {
    const path = pointerTo(pointer, 'properties', name);
    if (name === '__proto__')
      constraints.push(reader.unknown('Ajv ignores a property called "__proto__"', path, name));
    named.set(name, name === '__proto__' ? reader.store.anything : reader.readPart(path));
  }
  const patterns: [string, Node][] = [];
  for (const source of schemasAt(schema, 'patternProperties', pointer, reader)) {
    const path = pointerTo(pointer, 'patternProperties', source);
    if (checkPattern(source, path, reader)) patterns.push([source, reader.readPart(path)]);
  }
  const others = schema.additionalProperties;
  const rest = others === undefined ? undefined : reader.readPart(pointerTo(pointer, 'additionalProperties'));
  if (named.size > 0 || patterns.length > 0 || rest)
    constraints.push({ kind: 'members', named, patterns, rest });
  return constraints;
}

/** What the presence of a member asks of the whole object. Draft-07 has one keyword for both forms. */
function readDependents(schema: JsonObject, keyword: string, pointer: string, reader: Reader): Constraint[] {
  const dependents = schema[keyword];
  return schemasAt(schema, keyword, pointer, reader).map((name) => {
    const path = pointerTo(pointer, keyword, name);
    const value = isObject(dependents) ? dependents[name] : undefined;
    const lists = keyword === 'dependentRequired' || (keyword === 'dependencies' && isArray(value));
    if (!lists) return { kind: 'dependent', name, schema: reader.read(path) };
    const required = namesAt(value, path, reader).map(
      (other): Constraint => ({ kind: 'required', name: other }),
    );
    const asksFor = reader.store.node([
      { kind: 'types', types: ['object'], integersOnly: false },
      ...required,
    ]);
    return { kind: 'dependent', name, schema: asksFor };
  });
}
