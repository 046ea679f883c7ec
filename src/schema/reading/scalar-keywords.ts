import {
  isArray,
  isObject,
  JSON_TYPES,
  type JsonObject,
  type JsonType,
  type JsonValue,
  pointerTo,
} from '../json.ts';
import { FORMATS } from '../language/formats.ts';
import { isRegularExpression } from '../language/pattern.ts';
import type { Constraint, Node } from '../node.ts';
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

/** The value of a keyword that counts something. */
export function countAt(
  schema: JsonObject,
  keyword: string,
  pointer: string,
  reader: Reader,
): number | undefined {
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

/** Whether a pattern is one that Ajv can use; if not, the schema is none. */
export function checkPattern(pattern: JsonValue, path: string, reader: Reader): pattern is string {
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
