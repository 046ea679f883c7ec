import type { JsonValue, Place, SourceTree, TreePath } from '../../model/index.ts';
import { isObject } from '../../model/index.ts';

/** A value of the export with its path, so that its line is looked up only when something is said about it. */
export interface ExportNode {
  readonly tree: SourceTree;
  readonly path: TreePath;
  readonly value: JsonValue;
}

export function placeOfNode(node: ExportNode): Place {
  return node.tree.place(node.path);
}

export function member(node: ExportNode, key: string): ExportNode | undefined {
  if (!isObject(node.value) || !Object.hasOwn(node.value, key)) return undefined;
  const value = node.value[key];
  return value === undefined || value === null ? undefined : { ...node, path: [...node.path, key], value };
}

/** The objects of a list; anything else in it can't be a client, a scope or a mapper. */
export function items(node: ExportNode, key: string): readonly ExportNode[] {
  const list = member(node, key);
  if (list === undefined || !Array.isArray(list.value)) return [];
  return list.value
    .map((value: JsonValue, index) => ({ tree: node.tree, path: [...list.path, index], value }))
    .filter((item) => isObject(item.value));
}

/** The members of an object. */
export function entries(node: ExportNode | undefined): readonly (readonly [string, ExportNode])[] {
  if (node === undefined || !isObject(node.value)) return [];
  return Object.entries(node.value).map(([key, value]) => [
    key,
    { tree: node.tree, path: [...node.path, key], value },
  ]);
}

/** A text; numbers and booleans count as what they would be in Keycloak's string maps. */
export function text(node: ExportNode, key: string): string | undefined {
  const value = member(node, key)?.value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return typeof value === 'string' ? value : undefined;
}

/** A boolean; hand-written realms also write it as a string, which Keycloak accepts. */
export function flag(node: ExportNode, key: string, whenAbsent: boolean): boolean {
  const value = text(node, key);
  return value === undefined ? whenAbsent : value === 'true';
}

/** Names in a list, or undefined when there is no list. */
export function names(node: ExportNode, key: string): readonly ExportNode[] | undefined {
  const list = member(node, key);
  if (list === undefined || !Array.isArray(list.value)) return undefined;
  return list.value
    .map((value: JsonValue, index) => ({ tree: node.tree, path: [...list.path, index], value }))
    .filter((item) => typeof item.value === 'string');
}
