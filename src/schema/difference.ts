import { pointerTo } from './json.ts';
import type { Constraint, Node, NodeStore } from './node.ts';

/** One claim path at which two schemas differ. */
export interface Difference {
  /** JSON Pointer of the claim in a value; `*` stands for every item of an array. */
  readonly path: string;
  readonly change: 'added' | 'removed' | 'presence' | 'changed';
  /** The whole of after with only this claim as it was before. */
  readonly withBefore: Node;
  /** The whole of before with only this claim as it is after. */
  readonly withAfter: Node;
}

type Members = Extract<Constraint, { kind: 'members' }>;
type Items = Extract<Constraint, { kind: 'items' }>;

/** A node taken apart by what concerns which part of a value. */
interface Parts {
  readonly members: Members | undefined;
  readonly required: ReadonlySet<string>;
  readonly items: Items | undefined;
  /** What concerns the value as a whole. */
  readonly others: readonly Constraint[];
}

/** Puts a node in the place of a claim, and returns the whole. */
type Place = (node: Node) => Node;

const NO_MEMBERS: Members = { kind: 'members', named: new Map(), patterns: [], rest: undefined };

/** The claim paths at which two schemas differ, outer before inner, in the order of their declaration. */
export function differences(before: Node, after: Node, store: NodeStore): Difference[] {
  const whole: Place = (node) => node;
  return new Comparison(store).compare(before, after, '', whole, whole);
}

class Comparison {
  private readonly store: NodeStore;

  constructor(store: NodeStore) {
    this.store = store;
  }

  compare(before: Node, after: Node, path: string, inBefore: Place, inAfter: Place): Difference[] {
    if (before.meaning === after.meaning) return [];
    const beforeParts = partsOf(before);
    const afterParts = partsOf(after);
    const ofValue = this.compareWhole(beforeParts, afterParts, path, inBefore, inAfter);
    const ofMembers = this.compareMembers(beforeParts, afterParts, path, inBefore, inAfter);
    return [...ofValue, ...ofMembers, ...this.compareItems(beforeParts, afterParts, path, inBefore, inAfter)];
  }

  /** What concerns the value as a whole: its type, its bounds, names that are not declared. */
  private compareWhole(
    before: Parts,
    after: Parts,
    path: string,
    inBefore: Place,
    inAfter: Place,
  ): Difference[] {
    const exchange = (parts: Parts, other: Parts): Parts => ({
      required: parts.required,
      others: other.others,
      items: hasSameTuple(parts, other) ? parts.items : other.items,
      members: withNames(other.members ?? NO_MEMBERS, parts.members?.named ?? new Map()),
    });
    const alike = this.node(exchange(before, after)).meaning === this.node(before).meaning;
    if (alike && this.node(exchange(after, before)).meaning === this.node(after).meaning) return [];
    const withBefore = inAfter(this.node(exchange(after, before)));
    const withAfter = inBefore(this.node(exchange(before, after)));
    return [{ path, change: 'changed', withBefore, withAfter }];
  }

  private compareMembers(
    before: Parts,
    after: Parts,
    path: string,
    inBefore: Place,
    inAfter: Place,
  ): Difference[] {
    const names = new Set(
      [before, after].flatMap((parts) => [...(parts.members?.named.keys() ?? []), ...parts.required]),
    );
    return [...names].flatMap((name) => {
      const one = memberOf(before, name);
      const other = memberOf(after, name);
      const memberPath = pointerTo(path, name);
      if (one.required === other.required && one.schema && other.schema) {
        const place =
          (parts: Parts, whole: Place): Place =>
          (node) =>
            whole(this.node(withMember(parts, name, { schema: node, required: one.required })));
        return this.compare(
          one.schema,
          other.schema,
          memberPath,
          place(before, inBefore),
          place(after, inAfter),
        );
      }
      if (one.required === other.required && one.schema === other.schema) return [];
      const withBefore = inAfter(this.node(withMember(after, name, one)));
      const withAfter = inBefore(this.node(withMember(before, name, other)));
      return [{ path: memberPath, change: changeOf(one, other), withBefore, withAfter }];
    });
  }

  private compareItems(
    before: Parts,
    after: Parts,
    path: string,
    inBefore: Place,
    inAfter: Place,
  ): Difference[] {
    const [one, other] = [before.items, after.items];
    if (!one || !other || !hasSameTuple(before, after)) return [];
    const place =
      (parts: Parts, items: Items, index: number, whole: Place): Place =>
      (node) =>
        whole(this.node({ ...parts, items: withItem(items, index, node) }));
    const compareAt = (index: number, left: Node | undefined, right: Node | undefined) => {
      const itemPath = pointerTo(path, index < one.prefix.length ? index : '*');
      if (!left || !right) return [];
      return this.compare(
        left,
        right,
        itemPath,
        place(before, one, index, inBefore),
        place(after, other, index, inAfter),
      );
    };
    const tuple = one.prefix.flatMap((schema, index) => compareAt(index, schema, other.prefix[index]));
    return [...tuple, ...compareAt(one.prefix.length, one.rest, other.rest)];
  }

  private node({ members, required, items, others }: Parts): Node {
    const names = Array.from(required, (name): Constraint => ({ kind: 'required', name }));
    const saysNothing =
      !members || (members.named.size === 0 && members.patterns.length === 0 && !members.rest);
    return this.store.node([
      ...others,
      ...(saysNothing ? [] : [members]),
      ...(items ? [items] : []),
      ...names,
    ]);
  }
}

/** Takes a node apart. What it refers to or combines by `allOf` is its own. */
function partsOf(node: Node): Parts {
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

interface Member {
  readonly schema: Node | undefined;
  readonly required: boolean;
}

function memberOf(parts: Parts, name: string): Member {
  return { schema: parts.members?.named.get(name), required: parts.required.has(name) };
}

function withMember(parts: Parts, name: string, { schema, required }: Member): Parts {
  const named = new Map(parts.members?.named);
  if (schema) named.set(name, schema);
  else named.delete(name);
  const names = new Set(parts.required);
  if (required) names.add(name);
  else names.delete(name);
  return { ...parts, members: withNames(parts.members ?? NO_MEMBERS, named), required: names };
}

function withNames(members: Members, named: ReadonlyMap<string, Node>): Members {
  return { ...members, named };
}

function withItem(items: Items, index: number, node: Node): Items {
  return index < items.prefix.length
    ? { ...items, prefix: items.prefix.with(index, node) }
    : { ...items, rest: node };
}

/** Tuples of one length are compared item by item, others as a whole. */
function hasSameTuple(before: Parts, after: Parts): boolean {
  const [one, other] = [before.items, after.items];
  if (!one || !other) return !one && !other;
  return one.prefix.length === other.prefix.length && !one.rest === !other.rest;
}

function changeOf(before: Member, after: Member): Difference['change'] {
  const declared = (member: Member) => member.schema !== undefined || member.required;
  if (!declared(before)) return 'added';
  if (!declared(after)) return 'removed';
  return before.schema?.meaning === after.schema?.meaning ? 'presence' : 'changed';
}
