import type { JsonObject, JsonSchema } from '../model/index.ts';
import { unite } from './unite.ts';

/** A claim as a member of the token: its values, and whether it is required. */
export interface Member {
  readonly path: readonly string[];
  readonly schema: JsonSchema;
  readonly isRequired: boolean;
}

interface Node {
  own?: Member;
  readonly below: Map<string, Node>;
}

/** The members of a token as the objects that hold them. */
function treeOf(members: readonly Member[]): Node {
  const root: Node = { below: new Map() };
  for (const member of members) {
    let node = root;
    for (const name of member.path) {
      const next = node.below.get(name) ?? { below: new Map() };
      node.below.set(name, next);
      node = next;
    }
    node.own = member;
  }
  return root;
}

function isRequired(node: Node): boolean {
  return node.own?.isRequired === true || [...node.below.values()].some(isRequired);
}

/**
 * An object whose members are claims. Below the root it is there because a claim is, so one of them is in it.
 */
function objectSchema(node: Node, isClosed: boolean, isRoot: boolean): JsonObject {
  const below = [...node.below].sort(([one], [other]) => (one < other ? -1 : 1));
  const required = below.filter(([, member]) => isRequired(member)).map(([name]) => name);
  const isFilled = isClosed && !isRoot && required.length === 0 && node.own === undefined;
  return {
    type: 'object',
    properties: Object.fromEntries(below.map(([name, member]) => [name, memberSchema(member, isClosed)])),
    ...(required.length > 0 ? { required } : {}),
    ...(isFilled ? { minProperties: 1 } : {}),
    ...(isClosed ? { additionalProperties: false } : {}),
  };
}

function memberSchema(node: Node, isClosed: boolean): JsonSchema {
  if (node.below.size === 0) return node.own?.schema ?? true;
  const object = objectSchema(node, isClosed, false);
  if (node.own === undefined) return object;
  return unite([
    { schema: node.own.schema, isCertain: node.own.isRequired },
    { schema: object, isCertain: object.required !== undefined },
  ]);
}

/** A token's schema: nested members merged into the objects that hold them, `$defs` lifted to the root. */
export function assemble(members: readonly Member[], isClosed: boolean): JsonObject {
  const definitions: JsonObject[] = [];
  const plain = members.map((member) => {
    if (typeof member.schema === 'boolean' || member.schema.$defs === undefined) return member;
    const { $defs, ...schema } = member.schema;
    definitions.push($defs as JsonObject);
    return { ...member, schema };
  });
  const schema = objectSchema(treeOf(plain), isClosed, true);
  return definitions.length === 0
    ? schema
    : { ...schema, $defs: Object.assign({}, ...definitions) as JsonObject };
}
