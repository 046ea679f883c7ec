import {
  canonicalText,
  isObject,
  type JsonObject,
  type JsonSchema,
  type JsonValue,
  pointerTo,
} from '../json.ts';
import type { Constraint, Node, NodeStore } from '../node.ts';
import type { Reason } from '../verdict.ts';
import { readApplicators } from './applicators.ts';
import { readArrayKeywords } from './array-keywords.ts';
import { ANNOTATIONS, ASSERTIONS_OF, type Dialect, dialectOf, isDisputed } from './dialect.ts';
import { readObjectKeywords } from './object-keywords.ts';
import { SchemaDocument } from './references.ts';
import { readScalarKeywords } from './scalar-keywords.ts';

/** How schemas are understood. */
export interface Reading {
  /** By which rules: `auto` follows `$schema`, and takes 2020-12 where there is none. */
  readonly dialect: Dialect | 'auto';
  /** Whether a keyword outside the specification makes the answer undecided, or is an annotation. */
  readonly unknownKeywords: 'undecided' | 'annotation';
  /** Whether `format` rejects values, or only describes them. */
  readonly formats: 'assertion' | 'annotation';
}

/** A schema that has been read: its node, or why no validator could use it. */
export interface ReadSchema {
  readonly node: Node;
  readonly dialect: Dialect;
  readonly invalid: Reason | undefined;
}

/** Nesting that no honest schema has; deeper ones are refused before they exhaust the stack. */
const MAX_NESTING = 200;

/** Reads a JSON Schema into a node. */
export function readSchema(schema: JsonSchema, store: NodeStore, reading: Reading): ReadSchema {
  const dialect = reading.dialect === 'auto' ? dialectOf(schema) : reading.dialect;
  if (dialect === undefined) {
    const uri = isObject(schema) ? schema.$schema : undefined;
    const invalid = { reason: `the dialect "${String(uri)}" is not supported`, path: '/$schema' };
    return { node: store.anything, dialect: '2020-12', invalid };
  }
  const reader = new Reader(new SchemaDocument(schema), dialect, store, reading);
  const node = reader.read('');
  return { node, dialect, invalid: reader.invalid };
}

/** Walks one document. Locations read already are remembered, so that shared definitions are read once. */
export class Reader {
  readonly document: SchemaDocument;
  readonly dialect: Dialect;
  readonly store: NodeStore;
  readonly reading: Reading;
  /** The first thing that makes the document no schema at all. */
  invalid: Reason | undefined;
  private readonly done = new Map<string, Node>();
  /** Locations being read, each with the number of steps into values taken before it. */
  private readonly open = new Map<string, number>();
  private steps = 0;

  constructor(document: SchemaDocument, dialect: Dialect, store: NodeStore, reading: Reading) {
    this.document = document;
    this.dialect = dialect;
    this.store = store;
    this.reading = reading;
  }

  /** The node of the schema at a location that concerns the same value as the schema around it. */
  read(pointer: string): Node {
    const known = this.done.get(pointer);
    if (known) return known;
    if (this.open.has(pointer)) return this.recursion(pointer);
    if (this.open.size > MAX_NESTING) return this.reject(`nested deeper than ${MAX_NESTING} levels`, pointer);
    this.open.set(pointer, this.steps);
    const node = this.readLocation(pointer);
    this.open.delete(pointer);
    this.done.set(pointer, node);
    return node;
  }

  /** The node of the schema at a location that concerns a part of the value: a member, an item, a name. */
  readPart(pointer: string): Node {
    this.steps += 1;
    const node = this.read(pointer);
    this.steps -= 1;
    return node;
  }

  /** Records that the document is no valid schema. */
  reject(reason: string, path: string): Node {
    this.invalid ??= { reason, path };
    return this.store.anything;
  }

  unknown(reason: string, path: string, value: JsonValue): Constraint {
    const keyword = path.slice(path.lastIndexOf('/') + 1);
    return { kind: 'unknown', identity: `${keyword} ${canonicalText(value)}`, reason, path };
  }

  private recursion(pointer: string): Node {
    const constraint: Constraint =
      this.open.get(pointer) === this.steps
        ? this.unknown(
            'a schema refers to itself without going into the value',
            pointer,
            this.document.identity,
          )
        : {
            kind: 'recursion',
            identity: `${pointer} ${this.dialect} ${this.document.identity}`,
            target: () => this.done.get(pointer) ?? this.store.anything,
          };
    return this.store.node([constraint]);
  }

  private readLocation(pointer: string): Node {
    const schema = this.document.at(pointer);
    if (schema === true) return this.store.anything;
    if (schema === false) return this.store.nothing;
    if (schema === undefined) return this.reject('a reference leads nowhere', pointer);
    if (!isObject(schema)) return this.reject('a schema must be an object or a boolean', pointer);
    return this.store.node(this.constraintsOf(schema, pointer), this.hintsOf(schema));
  }

  private constraintsOf(schema: JsonObject, pointer: string): Constraint[] {
    const constraints = this.unfamiliar(schema, pointer);
    if (schema.$ref !== undefined) constraints.push(...this.reference(schema.$ref, pointer));
    const known = knownPart(schema, ASSERTIONS_OF[this.dialect]);
    if (this.dialect === 'draft-07' && schema.$ref !== undefined && Object.keys(known).length > 1) {
      // By the specification they are ignored; Ajv and others obey them.
      const reason = 'validators disagree about keywords beside "$ref" in draft-07';
      return [...constraints, this.unknown(reason, pointerTo(pointer, '$ref'), schema)];
    }
    constraints.push(...readScalarKeywords(known, pointer, this));
    constraints.push(...readArrayKeywords(known, pointer, this));
    constraints.push(...readObjectKeywords(known, pointer, this));
    constraints.push(...readApplicators(known, pointer, this));
    return [...constraints, ...this.unevaluated(known, pointer, constraints)];
  }

  private hintsOf(schema: JsonObject): JsonValue[] {
    const hints = Array.isArray(schema.examples) ? [...schema.examples] : [];
    if (schema.default !== undefined) hints.push(schema.default);
    return hints;
  }

  private unfamiliar(schema: JsonObject, pointer: string): Constraint[] {
    const constraints: Constraint[] = [];
    for (const [keyword, value] of Object.entries(schema)) {
      if (ASSERTIONS_OF[this.dialect].has(keyword) || ANNOTATIONS.has(keyword)) continue;
      if (this.reading.unknownKeywords === 'annotation' && !isDisputed(keyword, this.dialect)) continue;
      const reason = `the keyword "${keyword}" is not understood in ${this.dialect}`;
      constraints.push(this.unknown(reason, pointerTo(pointer, keyword), value));
    }
    return constraints;
  }

  private reference($ref: JsonValue, pointer: string): Constraint[] {
    const path = pointerTo(pointer, '$ref');
    if (typeof $ref !== 'string') {
      this.reject('"$ref" must be a string', path);
      return [];
    }
    if (this.document.hasInnerBase) {
      return [this.unknown('an inner "$id" changes what references mean', path, this.document.identity)];
    }
    const target = this.document.resolve($ref);
    if (target !== undefined) return [{ kind: 'allOf', schemas: [this.read(target)] }];
    return [this.unknown(`"${$ref}" is outside of this schema, and nothing is fetched`, path, $ref)];
  }

  private unevaluated(schema: JsonObject, pointer: string, beside: readonly Constraint[]): Constraint[] {
    const constraints: Constraint[] = [];
    for (const keyword of ['unevaluatedProperties', 'unevaluatedItems'] as const) {
      const value = schema[keyword];
      if (value === undefined || value === true) continue;
      const part = this.readPart(pointerTo(pointer, keyword));
      constraints.push({ kind: keyword, schema: part, beside: this.store.node(beside) });
    }
    return constraints;
  }
}

function knownPart(schema: JsonObject, keywords: ReadonlySet<string>): JsonObject {
  const known: Record<string, JsonValue> = Object.create(null);
  for (const keyword of keywords) {
    const value = Object.hasOwn(schema, keyword) ? schema[keyword] : undefined;
    if (value !== undefined) known[keyword] = value;
  }
  return known;
}
