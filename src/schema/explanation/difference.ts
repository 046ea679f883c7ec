import { pointerTo } from '../json.ts';
import type { Constraint, Node, NodeStore } from '../node.ts';
import {
  hasSameTuple,
  type Items,
  type Member,
  memberOf,
  NO_MEMBERS,
  type Parts,
  partsOf,
  withItem,
  withMember,
  withNames,
} from './parts.ts';

/** One claim path at which two schemas differ. */
export interface Difference {
  /** JSON Pointer of the claim in a value; `*` stands for every item of an array. */
  readonly path: string;
  readonly change: 'added' | 'removed' | 'presence' | 'changed';
  /** The whole of after with only this claim as it was before. Made when it is asked for: it is large. */
  readonly withBefore: () => Node;
  /** The whole of before with only this claim as it is after. */
  readonly withAfter: () => Node;
}

/** Puts a node in the place of a claim, and returns the whole. */
type Place = (node: Node) => Node;

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
    const withBefore = () => inAfter(this.node(exchange(after, before)));
    const withAfter = () => inBefore(this.node(exchange(before, after)));
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
      const withBefore = () => inAfter(this.node(withMember(after, name, one)));
      const withAfter = () => inBefore(this.node(withMember(before, name, other)));
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

function changeOf(before: Member, after: Member): Difference['change'] {
  const declared = (member: Member) => member.schema !== undefined || member.required;
  if (!declared(before)) return 'added';
  if (!declared(after)) return 'removed';
  return before.schema?.meaning === after.schema?.meaning ? 'presence' : 'changed';
}
