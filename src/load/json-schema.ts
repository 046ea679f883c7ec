import type { JsonSchema, Problem } from '../model/index.ts';
import { nearest, onlyNear } from './nearest.ts';
import { isObject, member, members, placeOfNode, type SourceNode, schemaAt, textAt } from './node.ts';
import type { Report } from './problems.ts';
import { KEYWORDS, type SchemaPart, schemaParts } from './schema-parts.ts';

const DIALECT = 'https://json-schema.org/draft/2020-12/schema';

/** The formats of 2020-12 (validation, section 7.3) and of OpenAPI that validators know. */
export const FORMATS: readonly string[] = [
  ...['date-time', 'date', 'time', 'duration', 'email', 'idn-email', 'hostname', 'idn-hostname', 'ipv4'],
  ...['ipv6', 'uri', 'uri-reference', 'iri', 'iri-reference', 'uuid', 'uri-template', 'json-pointer'],
  ...['relative-json-pointer', 'regex', 'iso-time', 'iso-date-time', 'url', 'byte', 'binary', 'password'],
  ...['int32', 'int64', 'float', 'double', 'json-pointer-uri-fragment'],
];

function wrong(node: SourceNode, message: string, help: string): Problem {
  return { kind: 'invalid', at: placeOfNode(node), message, help };
}

/** A name that is nearly a known one is a typo; any other is an annotation (2020-12 core, section 6.5). */
function* typo(node: SourceNode, name: string, known: readonly string[], what: string): Generator<Problem> {
  const near = known.includes(name) || name.startsWith('x-') ? undefined : nearest(name, known);
  if (near === undefined) return;
  const to = onlyNear(name, known);
  const problem = wrong(node, `unknown ${what} "${name}": it would check nothing`, `did you mean "${near}"?`);
  yield to === undefined ? problem : { ...problem, fix: { kind: 'rename', at: problem.at, from: name, to } };
}

/** Why a pattern is no regular expression of ECMAScript with the flag `u`, in the engine's words. */
function faultOf(pattern: string): string | undefined {
  try {
    new RegExp(pattern, 'u');
    return undefined;
  } catch (error) {
    return String((error as Error).message)
      .replace(/^.*: /s, '')
      .toLowerCase();
  }
}

function* patternProblems({ node }: SchemaPart): Generator<Problem> {
  const own = member(node, 'pattern');
  const named = members(member(node, 'patternProperties'));
  const patterns = own !== undefined && typeof own.value === 'string' ? [[own.value, own] as const] : [];
  for (const [pattern, at] of [...patterns, ...named]) {
    const fault = faultOf(pattern);
    if (fault === undefined) continue;
    const help = 'write it as JavaScript does with the flag u; what stands for itself needs a backslash';
    yield wrong(at, `expected a regular expression, found ${JSON.stringify(pattern)}: ${fault}`, help);
  }
}

function* wordProblems({ node }: SchemaPart): Generator<Problem> {
  for (const [name, one] of members(node)) yield* typo(one, name, KEYWORDS, 'keyword');
  const format = member(node, 'format');
  if (typeof format?.value === 'string') yield* typo(format, format.value, FORMATS, 'format');
}

/** A schema becomes a part of a contract: it has the contract's dialect, and no address of its own. */
function* identityProblems({ node }: SchemaPart, pointer: string): Generator<Problem> {
  const dialect = member(node, '$schema');
  if (typeof dialect?.value === 'string' && dialect.value.replace(/#$/, '') !== DIALECT) {
    yield wrong(dialect, `expected "${DIALECT}", found "${dialect.value}"`, 'leave it out');
  }
  const id = member(node, '$id');
  if (id !== undefined && pointer !== '') {
    yield wrong(id, `"$id" within a schema changes what each "$ref" in it means`, 'leave it out');
  }
}

/** The JSON Pointer that a reference means; undefined when it leads out of the schema. */
function targetOf(reference: string, anchors: ReadonlyMap<string, string>): string | undefined {
  if (!reference.startsWith('#')) return undefined;
  try {
    const fragment = decodeURIComponent(reference.slice(1));
    return fragment === '' || fragment.startsWith('/') ? fragment : (anchors.get(fragment) ?? reference);
  } catch {
    return reference;
  }
}

type Parts = ReadonlyMap<string, SchemaPart>;

/** Where each schema leads without going into the value, by JSON Pointer. */
function* followed(parts: Parts, edges: Map<string, readonly string[]>): Generator<Problem> {
  const named = [...parts].map(([pointer, { node }]) => [textAt(node, '$anchor') ?? '', pointer] as const);
  const anchors = new Map(named);
  const definitions = [...parts.keys()].filter((pointer) => pointer.startsWith('/$defs/'));
  for (const [pointer, { node, ofTheSame }] of parts) {
    const reference = member(node, '$ref');
    const written = reference?.value;
    const target = typeof written === 'string' ? targetOf(written, anchors) : undefined;
    edges.set(pointer, target !== undefined && parts.has(target) ? [...ofTheSame, target] : ofTheSame);
    if (reference === undefined || typeof written !== 'string') continue;
    if (target === undefined) {
      const help = 'copy what it means into $defs and refer to it as "#/$defs/name"';
      yield wrong(
        reference,
        `expected a "$ref" within the schema, found "${written}": nothing is fetched`,
        help,
      );
    } else if (!parts.has(target)) {
      const near = nearest(
        written,
        definitions.map((one) => `#${one}`),
      );
      const help = near === undefined ? 'define it in $defs' : `did you mean "${near}"?`;
      yield wrong(reference, `"${written}" leads to no schema within this one`, help);
    }
  }
}

/** Pointers at which a path comes back to where it was. */
function* loops(edges: ReadonlyMap<string, readonly string[]>): Generator<string> {
  const states = new Map<string, 'open' | 'done'>();
  // A stack of our own: a chain of references may be longer than that of calls can be.
  const stack = [...edges.keys()].reverse();
  for (let pointer = stack.at(-1); pointer !== undefined; pointer = stack.at(-1)) {
    if (states.has(pointer)) {
      states.set(pointer, 'done');
      stack.pop();
      continue;
    }
    states.set(pointer, 'open');
    const targets = edges.get(pointer) ?? [];
    if (targets.some((target) => states.get(target) === 'open')) yield pointer;
    stack.push(...targets.filter((target) => !states.has(target)));
  }
}

function* loopProblems(parts: Parts, edges: ReadonlyMap<string, readonly string[]>): Generator<Problem> {
  for (const pointer of loops(edges)) {
    const node = parts.get(pointer)?.node;
    if (node === undefined) continue;
    const message = 'this schema comes back to itself without going into the value: no check of it would end';
    yield wrong(
      member(node, '$ref') ?? node,
      message,
      'let it go through "properties" or "items", or take it out',
    );
  }
}

/** What keeps validators from using a schema that has the shape of one: what the meta-schema can not say. */
export function* schemaProblems(root: SourceNode): Generator<Problem> {
  const parts = schemaParts(root);
  for (const [pointer, part] of parts) {
    yield* patternProblems(part);
    yield* wordProblems(part);
    yield* identityProblems(part, pointer);
  }
  const edges = new Map<string, readonly string[]>();
  yield* followed(parts, edges);
  yield* loopProblems(parts, edges);
}

/** A member that is a JSON Schema; what keeps validators from using it is reported. */
export function usableSchemaAt(node: SourceNode, key: string, report: Report): JsonSchema | undefined {
  const found = member(node, key);
  if (found !== undefined && isObject(found.value)) for (const one of schemaProblems(found)) report(one);
  return schemaAt(node, key);
}
