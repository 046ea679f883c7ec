import type { Constraint, Node } from '../node.ts';

export type Members = Extract<Constraint, { kind: 'members' }>;
export type Items = Extract<Constraint, { kind: 'items' }>;

/** A node taken apart by what concerns which part of a value. */
export interface Parts {
  readonly members: Members | undefined;
  readonly required: ReadonlySet<string>;
  readonly items: Items | undefined;
  /** What concerns the value as a whole. */
  readonly others: readonly Constraint[];
}

export const NO_MEMBERS: Members = { kind: 'members', named: new Map(), patterns: [], rest: undefined };

/** Takes a node apart. What it refers to or combines by `allOf` is its own. */
export function partsOf(node: Node): Parts {
  let members: Members | undefined;
  let items: Items | undefined;
  const required = new Set<string>();
  const others: Constraint[] = [];
  const seen = new Set<Node>();
  const addAll = (schema: Node): void => {
    if (!seen.has(schema)) schema.constraints.forEach(add);
    seen.add(schema);
  };
  const add = (constraint: Constraint): void => {
    if (constraint.kind === 'allOf') constraint.schemas.forEach(addAll);
    else if (constraint.kind === 'required') required.add(constraint.name);
    else if (constraint.kind === 'members' && !members) members = constraint;
    else if (constraint.kind === 'items' && !items) items = constraint;
    else others.push(constraint);
  };
  addAll(node);
  return { members, items, required, others };
}

export interface Member {
  readonly schema: Node | undefined;
  readonly required: boolean;
}

export function memberOf(parts: Parts, name: string): Member {
  return { schema: parts.members?.named.get(name), required: parts.required.has(name) };
}

export function withMember(parts: Parts, name: string, { schema, required }: Member): Parts {
  const named = new Map(parts.members?.named);
  if (schema) named.set(name, schema);
  else named.delete(name);
  const names = new Set(parts.required);
  if (required) names.add(name);
  else names.delete(name);
  return { ...parts, members: withNames(parts.members ?? NO_MEMBERS, named), required: names };
}

export function withNames(members: Members, named: ReadonlyMap<string, Node>): Members {
  return { ...members, named };
}

export function withItem(items: Items, index: number, node: Node): Items {
  return index < items.prefix.length
    ? { ...items, prefix: items.prefix.with(index, node) }
    : { ...items, rest: node };
}

/** Tuples of one length are compared item by item, others as a whole. */
export function hasSameTuple(before: Parts, after: Parts): boolean {
  const [one, other] = [before.items, after.items];
  if (!one || !other) return !one && !other;
  return one.prefix.length === other.prefix.length && !one.rest === !other.rest;
}
