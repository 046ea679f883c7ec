import type { JsonSchema, JsonValue, Located, Place, SourceTree, TreePath } from '../model/index.ts';
import { isObject } from '../model/index.ts';

/** A value of a file that knows where it was written. */
export interface SourceNode {
  readonly tree: SourceTree;
  readonly path: TreePath;
  readonly value: JsonValue;
}

/** The whole of a file. */
export function rootOf(tree: SourceTree): SourceNode {
  return { tree, path: [], value: tree.value };
}

/** Where it was written: a member by its name. */
export function placeOfNode({ tree, path }: SourceNode): Place {
  return tree.place(path);
}

/** A member that was written, whatever its type. */
export function member(node: SourceNode, key: string): SourceNode | undefined {
  if (!isObject(node.value) || !Object.hasOwn(node.value, key)) return undefined;
  return { tree: node.tree, path: [...node.path, key], value: node.value[key] ?? null };
}

/** Members in code-unit order of their names, so that the order in a file never matters. */
export function members(node: SourceNode | undefined): readonly (readonly [string, SourceNode])[] {
  if (node === undefined || !isObject(node.value)) return [];
  const names = Object.keys(node.value).sort();
  return names.flatMap((name) => {
    const found = member(node, name);
    return found === undefined ? [] : [[name, found] as const];
  });
}

/** Items of a list, in its order. */
export function items(node: SourceNode | undefined): readonly SourceNode[] {
  if (node === undefined || !Array.isArray(node.value)) return [];
  return node.value.map((value: JsonValue, index) => ({
    tree: node.tree,
    path: [...node.path, index],
    value,
  }));
}

/** A member that is text. */
export function textAt(node: SourceNode, key: string): string | undefined {
  const value = member(node, key)?.value;
  return typeof value === 'string' ? value : undefined;
}

/** A member that is true or false. */
export function flagAt(node: SourceNode, key: string): boolean | undefined {
  const value = member(node, key)?.value;
  return typeof value === 'boolean' ? value : undefined;
}

/** A member that is a number. */
export function numberAt(node: SourceNode, key: string): number | undefined {
  const value = member(node, key)?.value;
  return typeof value === 'number' ? value : undefined;
}

/** A member that is one of some words. */
export function wordAt<Word extends string>(
  node: SourceNode,
  key: string,
  words: readonly Word[],
): Word | undefined {
  const value = textAt(node, key);
  return words.find((word) => word === value);
}

/** The texts of a list, in its order. */
export function textsAt(node: SourceNode, key: string): readonly string[] | undefined {
  const list = member(node, key);
  if (list === undefined || !Array.isArray(list.value)) return undefined;
  return list.value.filter((value: JsonValue): value is string => typeof value === 'string');
}

/** A member that is a JSON Schema. */
export function schemaAt(node: SourceNode, key: string): JsonSchema | undefined {
  const value = member(node, key)?.value;
  return typeof value === 'boolean' || isObject(value) ? value : undefined;
}

/** Where a node and the keys in it were written. */
export function located(node: SourceNode): Required<Located> {
  const keys = isObject(node.value) ? Object.keys(node.value) : [];
  const keyPlaces = new Map(keys.map((key) => [key, node.tree.place([...node.path, key])]));
  return { at: placeOfNode(node), keyPlaces };
}

type Present<T> = { [Key in keyof T]?: Exclude<T[Key], undefined> };

/**
 * The members that have a value: an optional member is absent, never undefined.
 *
 * @example present({ owner: 'team-a', description: undefined }) // { owner: 'team-a' }
 */
export function present<T extends object>(object: T): Present<T> {
  const entries = Object.entries(object).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as Present<T>;
}
