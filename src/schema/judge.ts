import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { fullFormats } from 'ajv-formats/dist/formats.js';
import type { Automata } from './automata.ts';
import type { Dialect } from './dialect.ts';
import {
  isArray,
  isObject,
  type JsonObject,
  type JsonSchema,
  type JsonValue,
  objectOf,
  pointerTo,
} from './json.ts';
import { isSafeToBacktrack } from './pattern.ts';
import { SchemaDocument } from './references.ts';
import { Undecided } from './verdict.ts';

/** What a value violates: the JSON Pointer into the value, the keyword, and Ajv's words. */
export interface Violation {
  readonly path: string;
  readonly keyword: string;
  readonly message: string;
}

/** Compiled validators that are kept. */
const KEPT = 5_000;

/** Parts of a schema with all references followed, beyond which Ajv could take forever. */
const MAX_UNFOLDED = 1_000_000;

/** Properties of a schema beyond which each is compiled by itself, and only if the value has it. */
const SPLIT = 100;

/**
 * Judges values by Ajv. All Ajv instances are made here: `ownProperties`, since `toString` and
 * `constructor` are names like any other; all errors; formats asserted; patterns run in linear time.
 */
export class Judge {
  private readonly instances = new Map<Dialect, Ajv>();
  private readonly compiled = new Map<string, ValidateFunction>();
  private readonly automata: Automata;
  private readonly formats: 'assertion' | 'annotation';

  constructor(automata: Automata, formats: 'assertion' | 'annotation') {
    this.automata = automata;
    this.formats = formats;
  }

  /**
   * What a value violates; nothing if it is valid.
   * @throws if Ajv cannot compile the schema, or a pattern cannot be run safely
   */
  violations(schema: JsonSchema, dialect: Dialect, value: JsonValue): Violation[] {
    const parts = splitFor(value, schema);
    if (parts.length > 0) {
      return parts.flatMap(([path, part, inner]) =>
        this.violations(part, dialect, inner).map((violation) => ({
          ...violation,
          path: path + violation.path,
        })),
      );
    }
    return violationsBy(this.compile(schema, dialect), value);
  }

  /** A validator for many values, which finds its compiled function once. */
  validator(schema: JsonSchema, dialect: Dialect): (value: JsonValue) => Violation[] {
    if (isSplit(schema)) return (value) => this.violations(schema, dialect, value);
    const validate = this.compile(schema, dialect);
    return (value) => violationsBy(validate, value);
  }

  private compile(schema: JsonSchema, dialect: Dialect): ValidateFunction {
    const key = `${dialect} ${JSON.stringify(schema)}`;
    const known = this.compiled.get(key);
    if (known) return known;
    if (sizeUnfolded(new SchemaDocument(schema)) > MAX_UNFOLDED) {
      throw new Undecided('its references multiply beyond what Ajv can be asked');
    }
    const prepared = prepare(schema);
    const ajv = this.instanceOf(dialect);
    const validate = ajv.compile(prepared);
    // Ajv keeps every schema it has seen; a long-lived engine must not.
    if (typeof prepared === 'object') ajv.removeSchema(prepared);
    const [oldest] = this.compiled.keys();
    if (this.compiled.size >= KEPT && oldest !== undefined) this.compiled.delete(oldest);
    this.compiled.set(key, validate);
    return validate;
  }

  private instanceOf(dialect: Dialect): Ajv {
    const known = this.instances.get(dialect);
    if (known) return known;
    const regExp = Object.assign((source: string) => this.linearRegExp(source), { code: 'new RegExp' });
    const options = {
      ...({
        strict: false,
        logger: false,
        allErrors: true,
        ownProperties: true,
        validateSchema: false,
      } as const),
      validateFormats: this.formats === 'assertion',
      formats: fullFormats,
      code: { optimize: false, regExp },
    };
    const ajv = dialect === '2020-12' ? new Ajv2020(options) : new Ajv(options);
    this.instances.set(dialect, ajv);
    return ajv;
  }

  /** Expressions on which backtracking could explode are run as automata instead. */
  private linearRegExp(source: string) {
    const native = new RegExp(source, 'u');
    const test = isSafeToBacktrack(source)
      ? (text: string) => native.test(text)
      : (text: string) => this.automata.matches(source, text);
    return { test, toString: () => native.toString() };
  }
}

function violationsBy(validate: ValidateFunction, value: JsonValue): Violation[] {
  if (validate(value)) return [];
  return (validate.errors ?? []).map((error) => ({
    path: pathOf(error),
    keyword: error.keyword,
    message: error.message ?? '',
  }));
}

/**
 * A copy for Ajv. References become pointers into the schema itself and identifiers go away, so that
 * one Ajv instance can take any number of schemas, even of the same `$id`.
 */
function prepare(root: JsonSchema): JsonSchema {
  const document = new SchemaDocument(root);
  const copy = (value: JsonValue): JsonValue => {
    if (isArray(value)) return value.map(copy);
    if (!isObject(value)) return value;
    return objectOf(Object.entries(separateContains(value)).flatMap(copyMember));
  };
  const copyMember = ([name, value]: [string, JsonValue]): [string, JsonValue][] => {
    if (VALUES.has(name))
      return name === 'enum' && isArray(value) && value.length === 0 ? [['not', {}]] : [[name, value]];
    if (IDENTIFIERS.has(name) && typeof value === 'string') return [];
    if (name !== '$ref' || typeof value !== 'string') return [[name, copy(value)]];
    const target = document.resolve(value);
    return [[name, target === undefined ? value : `#${encodeURI(target)}`]];
  };
  return copy(root) as JsonSchema;
}

/**
 * After a tuple, Ajv 8.20 skips the other keywords of arrays for `[]`, which then seems to contain
 * something. In a schema of its own, `contains` is looked at.
 */
function separateContains(schema: JsonObject): JsonObject {
  const tuple = isArray(schema.prefixItems) || isArray(schema.items);
  if (!tuple || !Object.hasOwn(schema, 'contains')) return schema;
  const moved = Object.entries(schema).filter(([name]) => CONTAINS.has(name));
  const kept = Object.entries(schema).filter(([name]) => !CONTAINS.has(name) && name !== 'allOf');
  return objectOf([...kept, ['allOf', [...(isArray(schema.allOf) ? schema.allOf : []), objectOf(moved)]]]);
}

const CONTAINS = new Set(['contains', 'minContains', 'maxContains']);
const VALUES = new Set(['enum', 'const', 'default', 'examples']);
const IDENTIFIERS = new Set(['$schema', '$id', '$anchor']);

type Part = readonly [path: string, schema: JsonSchema, value: JsonValue];

/**
 * Of thousands of properties, those that a value has, each with its value, and the rest of the
 * schema; the other properties cannot reject it. Compiling all would take seconds, and versions of a
 * contract share most of the parts. Empty for schemas that stay whole: small ones, and those with
 * references into what is taken apart.
 */
function splitFor(value: JsonValue, schema: JsonSchema): Part[] {
  if (!isObject(schema) || !isObject(schema.properties) || !isObject(value) || !isSplit(schema)) return [];
  const { properties, $defs, definitions } = schema;
  const present = Object.keys(value).filter((name) => Object.hasOwn(properties, name));
  const shared = {
    ...($defs === undefined ? {} : { $defs }),
    ...(definitions === undefined ? {} : { definitions }),
  };
  const rest = { ...schema, properties: objectOf(present.map((name) => [name, true])) };
  const parts = present.map((name): Part => {
    const part = properties[name] as JsonSchema;
    const alone =
      isObject(part) && JSON.stringify(part).includes('"$ref"') ? { ...shared, allOf: [part] } : part;
    return [pointerTo('', name), alone, value[name] ?? null];
  });
  return [['', rest, value], ...parts];
}

function isSplit(schema: JsonSchema): boolean {
  if (!isObject(schema) || !isObject(schema.properties)) return false;
  const substantial = Object.values(schema.properties).filter((property) => property !== true);
  return substantial.length > SPLIT && !hasUnusualReference(schema);
}

function hasUnusualReference(value: JsonValue): boolean {
  if (isArray(value)) return value.some(hasUnusualReference);
  if (!isObject(value)) return false;
  const { $ref } = value as JsonObject;
  if (typeof $ref === 'string' && !/^#\/(\$defs|definitions)\//.test($ref)) return true;
  return Object.values(value).some(hasUnusualReference);
}

/** The member that is missing or too much belongs to the path of the violation. */
function pathOf({ instancePath, params }: ErrorObject): string {
  for (const key of ['missingProperty', 'additionalProperty', 'unevaluatedProperty', 'propertyName']) {
    const name = Object.hasOwn(params, key) ? params[key] : undefined;
    if (typeof name === 'string') return pointerTo(instancePath, name);
  }
  return instancePath;
}

/** The number of parts that a schema would have with its references put in place, recursion once. */
function sizeUnfolded(document: SchemaDocument): number {
  const sizes = new Map<string, number>();
  const sizeOf = (value: JsonValue): number => {
    if (isArray(value)) return value.reduce<number>((sum, item) => sum + sizeOf(item), 1);
    if (!isObject(value)) return 1;
    const target = typeof value.$ref === 'string' ? document.resolve(value.$ref) : undefined;
    const referred = target === undefined ? 0 : sizeAt(target);
    return Object.values(value).reduce<number>((sum, member) => sum + sizeOf(member), 1 + referred);
  };
  const sizeAt = (pointer: string): number => {
    const known = sizes.get(pointer);
    if (known !== undefined) return known;
    sizes.set(pointer, 0);
    const size = sizeOf(document.at(pointer) ?? true);
    sizes.set(pointer, size);
    return size;
  };
  return sizeAt('');
}

/** Keywords that fail because another one inside of them does. */
const OUTER = new Set(['anyOf', 'oneOf', 'allOf', 'if', 'not', 'propertyNames', 'contains']);

/** The place of the first violation that is not the consequence of another. */
export function firstPath(violations: readonly Violation[]): string {
  const inner = violations.find(({ keyword }) => !OUTER.has(keyword));
  const outer = violations.find(
    ({ keyword }) => keyword === 'oneOf' || keyword === 'anyOf' || keyword === 'not',
  );
  return (outer ?? inner ?? violations[0])?.path ?? '';
}
