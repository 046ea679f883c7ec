import { isObject, pointerTo } from '../model/index.ts';
import { items, member, members, type SourceNode } from './node.ts';

/** How a keyword holds the schemas in it. */
type Holding = 'one' | 'list' | 'by name';

/** Keywords whose schemas speak of the same value as the schema around them (JSON Schema 2020-12 core, 10.2). */
const OF_THE_SAME: Readonly<Record<string, Holding>> = {
  allOf: 'list',
  anyOf: 'list',
  oneOf: 'list',
  not: 'one',
  if: 'one',
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  then: 'one',
  else: 'one',
  dependentSchemas: 'by name',
};

/** Keywords whose schemas speak of a part of the value, or of none (10.3, 11, 8.2.4). */
const OF_A_PART: Readonly<Record<string, Holding>> = {
  $defs: 'by name',
  definitions: 'by name',
  properties: 'by name',
  patternProperties: 'by name',
  additionalProperties: 'one',
  propertyNames: 'one',
  unevaluatedProperties: 'one',
  items: 'one',
  prefixItems: 'list',
  contains: 'one',
  unevaluatedItems: 'one',
  contentSchema: 'one',
};

/** The other keywords of 2020-12, and those that its meta-schema still knows. */
const PLAIN = [
  ...['$schema', '$id', '$anchor', '$ref', '$dynamicRef', '$dynamicAnchor', '$vocabulary', '$comment'],
  ...['type', 'enum', 'const', 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'],
  ...['minLength', 'maxLength', 'pattern', 'format', 'minItems', 'maxItems', 'uniqueItems', 'minContains'],
  ...['maxContains', 'required', 'minProperties', 'maxProperties', 'dependentRequired', 'dependencies'],
  ...['title', 'description', 'default', 'examples', 'deprecated', 'readOnly', 'writeOnly'],
  ...['contentEncoding', 'contentMediaType'],
  // Of OpenAPI, and too common to be a typo.
  'example',
];

/** Every keyword of JSON Schema 2020-12, and what is often beside them. */
export const KEYWORDS: readonly string[] = [...PLAIN, ...Object.keys(OF_THE_SAME), ...Object.keys(OF_A_PART)];

/** A schema within a schema, the outermost included. */
export interface SchemaPart {
  readonly node: SourceNode;
  /** JSON Pointers (RFC 6901) of the schemas in it that speak of the same value. */
  readonly ofTheSame: readonly string[];
}

function held(node: SourceNode, keyword: string, holding: Holding, pointer: string) {
  const found = member(node, keyword);
  if (found === undefined) return [];
  const base = pointerTo(pointer, keyword);
  if (holding === 'one') return [[base, found] as const];
  const entries = holding === 'list' ? items(found).entries() : members(found);
  return [...entries].map(([step, one]) => [pointerTo(base, step), one] as const);
}

function heldBy(node: SourceNode, keywords: Readonly<Record<string, Holding>>, pointer: string) {
  return Object.entries(keywords).flatMap(([keyword, holding]) => held(node, keyword, holding, pointer));
}

/** Every schema within a schema by its JSON Pointer, outer ones first. Of data, such as `const`, nothing is one. */
export function schemaParts(root: SourceNode): ReadonlyMap<string, SchemaPart> {
  const parts = new Map<string, SchemaPart>();
  const walk = (node: SourceNode, pointer: string): void => {
    if (typeof node.value !== 'boolean' && !isObject(node.value)) return;
    const same = heldBy(node, OF_THE_SAME, pointer);
    parts.set(pointer, { node, ofTheSame: same.map(([below]) => below) });
    for (const [below, one] of [...same, ...heldBy(node, OF_A_PART, pointer)]) walk(one, below);
  };
  walk(root, '');
  return parts;
}
