import type { JsonObject, JsonSchema, JsonValue } from '../model/index.ts';

/** A schema that was moved into a larger one, and what the larger one must define for it. */
export interface Moved {
  readonly schema: JsonSchema;
  readonly definitions: JsonObject;
}

/** A name inside the fragment of a `$ref` (RFC 6901 section 6). */
function fragmentName(name: string): string {
  return encodeURIComponent(name.replaceAll('~', '~0').replaceAll('/', '~1'));
}

function isLocal(reference: JsonValue | undefined): reference is string {
  return reference === '#' || (typeof reference === 'string' && reference.startsWith('#/'));
}

function hasLocalReference(value: JsonValue): boolean {
  if (value === null || typeof value !== 'object') return false;
  if (Array.isArray(value)) return value.some(hasLocalReference);
  return Object.entries(value).some(([name, member]) =>
    name === '$ref' ? isLocal(member) : hasLocalReference(member),
  );
}

/** Members whose names are a user's, or whose values are data, so that `$ref` in them means nothing. */
const DATA = new Set(['const', 'enum', 'default', 'examples']);

function redirect(value: JsonValue, root: string): JsonValue {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((item) => redirect(item, root));
  const members = Object.entries(value).map(([name, member]): [string, JsonValue] => {
    if (name === '$ref' && isLocal(member)) return [name, `#${root}${member.slice(1)}`];
    return [name, DATA.has(name) ? member : redirect(member, root)];
  });
  return Object.fromEntries(members);
}

/**
 * Moves a schema below the root of another one. Its references count from its own root, so a copy of it goes
 * into the other's `$defs`, where they find what they meant. An address of its own would lead them elsewhere.
 *
 * @param name the copy's name in `$defs`, unique among all that are moved into the same schema
 */
export function moveBelow(schema: JsonSchema, name: string): Moved {
  if (typeof schema === 'boolean') return { schema, definitions: {} };
  const { $schema: dialect, $id: address, ...bare } = schema;
  // The same object where it can be: what was worked out about it before holds again.
  const plain = dialect === undefined && address === undefined ? schema : bare;
  if (!hasLocalReference(plain)) return { schema: plain, definitions: {} };
  const redirected = redirect(plain, `/$defs/${fragmentName(name)}`) as JsonObject;
  const { $defs: _own, ...rest } = redirected;
  return { schema: rest, definitions: { [name]: redirected } };
}
