import type { JsonSchema, Problem } from '../model/index.ts';
import { isObject } from '../model/index.ts';
import { nearest, onlyNear } from './nearest.ts';
import { member, members, placeOfNode, type SourceNode, schemaAt } from './node.ts';
import { invalid, type Report } from './problems.ts';
import { KEYWORDS, type SchemaPart, schemaParts } from './schema-parts.ts';
import { referenceProblems } from './schema-references.ts';
import { clipped } from './shape-words.ts';

/** Of one schema: more are noise, and to look for what was meant takes its time. */
const MOST_PROBLEMS = 50;

const DIALECT = 'https://json-schema.org/draft/2020-12/schema';

/** The formats of 2020-12 (validation, section 7.3) and of OpenAPI that validators know. */
export const FORMATS: readonly string[] = [
  ...['date-time', 'date', 'time', 'duration', 'email', 'idn-email', 'hostname', 'idn-hostname', 'ipv4'],
  ...['ipv6', 'uri', 'uri-reference', 'iri', 'iri-reference', 'uuid', 'uri-template', 'json-pointer'],
  ...['relative-json-pointer', 'regex', 'iso-time', 'iso-date-time', 'url', 'byte', 'binary', 'password'],
  ...['int32', 'int64', 'float', 'double', 'json-pointer-uri-fragment'],
];

/** A name that is nearly a known one is a typo; any other is an annotation (2020-12 core, section 6.5). */
function* typo(node: SourceNode, name: string, known: readonly string[], what: string): Generator<Problem> {
  const near = known.includes(name) || name.startsWith('x-') ? undefined : nearest(name, known);
  if (near === undefined) return;
  const to = onlyNear(name, known);
  const problem = invalid(
    placeOfNode(node),
    `unknown ${what} "${name}": it would check nothing`,
    `did you mean "${near}"?`,
  );
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
    yield invalid(
      placeOfNode(at),
      `expected a regular expression, found ${JSON.stringify(clipped(pattern))}: ${fault}`,
      help,
    );
  }
}

function* wordProblems({ node }: SchemaPart): Generator<Problem> {
  for (const [name, one] of members(node)) yield* typo(one, name, KEYWORDS, 'keyword');
  const format = member(node, 'format');
  if (typeof format?.value === 'string') yield* typo(format, format.value, FORMATS, 'format');
}

/** Names that hold in a whole document: in a contract, which has many schemas, they may mean another one. */
const OF_THE_DOCUMENT = ['$id', '$anchor', '$dynamicAnchor', '$dynamicRef'];

/** A schema becomes a part of a contract: it has the contract's dialect, and no names of its own. */
function* identityProblems({ node }: SchemaPart, pointer: string): Generator<Problem> {
  const dialect = member(node, '$schema');
  if (typeof dialect?.value === 'string' && dialect.value.replace(/#$/, '') !== DIALECT) {
    const message = `expected "${DIALECT}", found "${clipped(dialect.value)}"`;
    yield invalid(placeOfNode(dialect), message, 'leave it out');
  }
  for (const keyword of OF_THE_DOCUMENT) {
    const named = member(node, keyword);
    // The address of the whole goes when it becomes a part.
    if (named === undefined || (keyword === '$id' && pointer === '')) continue;
    const message = `"${keyword}" can mean another schema once this one is a part of a contract`;
    yield invalid(placeOfNode(named), message, 'refer to schemas as "#/$defs/name"');
  }
}

/** What keeps validators from using a schema that has the shape of one: what the meta-schema can not say. */
function* schemaProblems(root: SourceNode): Generator<Problem> {
  const parts = schemaParts(root);
  for (const [pointer, part] of parts) {
    yield* patternProblems(part);
    yield* wordProblems(part);
    yield* identityProblems(part, pointer);
  }
  yield* referenceProblems(parts);
}

/** A member that is a JSON Schema; what keeps validators from using it is reported. */
export function usableSchemaAt(node: SourceNode, key: string, report: Report): JsonSchema | undefined {
  const found = member(node, key);
  let told = 0;
  for (const problem of found !== undefined && isObject(found.value) ? schemaProblems(found) : []) {
    report(problem);
    told += 1;
    if (told === MOST_PROBLEMS) break;
  }
  return schemaAt(node, key);
}
