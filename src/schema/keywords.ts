import { FORMATS } from './formats.ts';
import {
  isArray,
  isObject,
  JSON_TYPES,
  type JsonObject,
  type JsonType,
  type JsonValue,
  pointerTo,
} from './json.ts';
import type { Constraint, Node } from './node.ts';
import { isRegularExpression } from './pattern.ts';
import type { Reader } from './read.ts';

/** A limit keyword whose value is a count: `minLength` and the like. */
const COUNTS = ['minLength', 'maxLength', 'minItems', 'maxItems', 'minProperties', 'maxProperties'] as const;

/** `type`, `enum`, `const`, and the keywords of numbers and strings; the counts of all types. */
export function readScalarKeywords(schema: JsonObject, pointer: string, reader: Reader): Constraint[] {
  return [
    ...readType(schema, pointer, reader),
    ...readValues(schema, pointer, reader),
    ...readBounds(schema, pointer, reader),
    ...readCounts(schema, pointer, reader),
    ...readPattern(schema, pointer, reader),
    ...readFormat(schema, pointer, reader),
  ];
}

function readType({ type }: JsonObject, pointer: string, reader: Reader): Constraint[] {
  if (type === undefined) return [];
  const names = isArray(type) ? type : [type];
  if (names.length === 0) reader.reject('"type" must name at least one type', pointerTo(pointer, 'type'));
  const known = new Set<JsonType>();
  for (const name of names) {
    const found = name === 'integer' ? 'number' : JSON_TYPES.find((candidate) => candidate === name);
    if (found === undefined) reader.reject(`"${String(name)}" is no type`, pointerTo(pointer, 'type'));
    else known.add(found);
  }
  const integersOnly = names.includes('integer') && !names.includes('number');
  return [{ kind: 'types', types: JSON_TYPES.filter((candidate) => known.has(candidate)), integersOnly }];
}

function readValues(schema: JsonObject, pointer: string, reader: Reader): Constraint[] {
  const constraints: Constraint[] = [];
  const add = (keyword: string, values: readonly JsonValue[]) => {
    const path = pointerTo(pointer, keyword);
    const reason = 'Ajv compares objects with a member called "constructor", "valueOf" or "toString" wrongly';
    if (values.some(isMiscompared)) constraints.push(reader.unknown(reason, path, values));
    else constraints.push({ kind: 'values', values });
  };
  if (schema.const !== undefined) add('const', [schema.const]);
  if (isArray(schema.enum)) add('enum', schema.enum);
  else if (schema.enum !== undefined) reader.reject('"enum" must be an array', pointerTo(pointer, 'enum'));
  return constraints;
}

/** Members of these names stand in for the methods that Ajv's comparison calls. */
function isMiscompared(value: JsonValue): boolean {
  if (isArray(value)) return value.some(isMiscompared);
  if (!isObject(value)) return false;
  const misleading = ['constructor', 'valueOf', 'toString'].some((name) => Object.hasOwn(value, name));
  return misleading || Object.values(value).some(isMiscompared);
}

function numberAt(schema: JsonObject, keyword: string, pointer: string, reader: Reader): number | undefined {
  const value = schema[keyword];
  if (value === undefined || typeof value === 'number') return value;
  reader.reject(`"${keyword}" must be a number`, pointerTo(pointer, keyword));
  return undefined;
}

function readBounds(schema: JsonObject, pointer: string, reader: Reader): Constraint[] {
  const constraints: Constraint[] = [];
  for (const kind of ['minimum', 'maximum'] as const) {
    const limit = numberAt(schema, kind, pointer, reader);
    if (limit !== undefined) constraints.push({ kind, limit, exclusive: false });
    const keyword = kind === 'minimum' ? 'exclusiveMinimum' : 'exclusiveMaximum';
    const exclusiveLimit = numberAt(schema, keyword, pointer, reader);
    if (exclusiveLimit !== undefined) constraints.push({ kind, limit: exclusiveLimit, exclusive: true });
  }
  const divisor = numberAt(schema, 'multipleOf', pointer, reader);
  if (divisor === undefined) return constraints;
  if (divisor > 0) constraints.push({ kind: 'multipleOf', divisor });
  else reader.reject('"multipleOf" must be greater than 0', pointerTo(pointer, 'multipleOf'));
  return constraints;
}

function countAt(schema: JsonObject, keyword: string, pointer: string, reader: Reader): number | undefined {
  const value = numberAt(schema, keyword, pointer, reader);
  if (value === undefined || (Number.isInteger(value) && value >= 0)) return value;
  reader.reject(`"${keyword}" must be a whole number, 0 or more`, pointerTo(pointer, keyword));
  return undefined;
}

function readCounts(schema: JsonObject, pointer: string, reader: Reader): Constraint[] {
  return COUNTS.flatMap((kind): Constraint[] => {
    const limit = countAt(schema, kind, pointer, reader);
    const saysNothing = limit === undefined || (limit === 0 && kind.startsWith('min'));
    return saysNothing ? [] : [{ kind, limit }];
  });
}

function readPattern({ pattern }: JsonObject, pointer: string, reader: Reader): Constraint[] {
  if (pattern === undefined) return [];
  if (checkPattern(pattern, pointerTo(pointer, 'pattern'), reader))
    return [{ kind: 'pattern', source: pattern }];
  return [];
}

function checkPattern(pattern: JsonValue, path: string, reader: Reader): pattern is string {
  if (typeof pattern === 'string' && isRegularExpression(pattern)) return true;
  reader.reject(`"${String(pattern)}" is no regular expression`, path);
  return false;
}

function readFormat({ format }: JsonObject, pointer: string, reader: Reader): Constraint[] {
  if (format === undefined || reader.reading.formats === 'annotation') return [];
  const path = pointerTo(pointer, 'format');
  if (typeof format !== 'string') {
    reader.reject('"format" must be a string', path);
    return [];
  }
  const known = FORMATS.get(format);
  if (known === undefined) return [reader.unknown(`the format "${format}" is not known`, path, format)];
  if (known.kind === 'string') return [{ kind: 'format', name: format }];
  return known.kind === 'number'
    ? [{ kind: 'allOf', schemas: [numbersOnly(known.constraints, reader)] }]
    : [];
}

/** The constraints of a number format. They concern numbers only, as all constraints of numbers do. */
function numbersOnly(constraints: readonly Constraint[], reader: Reader): Node {
  return reader.store.node(constraints);
}

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
