import type { Place } from '../model/index.ts';
import { isObject } from '../model/index.ts';
import { items, member, members, placeOfNode, type SourceNode } from './node.ts';
import { conflict, type Report } from './problems.ts';

/** The parts of a definition that have entries with names. */
const SECTIONS = ['tokens', 'claims', 'scopes', 'resources', 'clients'] as const;
export type SectionName = (typeof SECTIONS)[number];

/** The entries of one section, from all files of a definition. */
export interface Section {
  /** Sorted by name. */
  readonly entries: ReadonlyMap<string, SourceNode>;
  /** False when a file has something else where the section should be. */
  readonly complete: boolean;
}

const showPlace = ({ file, line }: Place): string => `${file}:${line}`;

/** Collects a section over all files; the same name in two of them is a conflict. */
export function section(parts: readonly SourceNode[], name: SectionName, report: Report): Section {
  const entries = new Map<string, SourceNode>();
  const found = parts.flatMap((part) => member(part, name) ?? []);
  for (const [entryName, entry] of found.flatMap((node) => members(node))) {
    const earlier = entries.get(entryName);
    if (earlier === undefined) {
      entries.set(entryName, entry);
    } else {
      const message = `"${entryName}" is in ${showPlace(placeOfNode(earlier))} already`;
      report(conflict(placeOfNode(entry), message, 'keep it in one file'));
    }
  }
  const inOrder = [...entries].sort(([one], [other]) => (one < other ? -1 : 1));
  return { entries: new Map(inOrder), complete: found.every(({ value }) => isObject(value)) };
}

/** The exchanges of all files. */
export function exchangeItems(parts: readonly SourceNode[]): readonly SourceNode[] {
  return parts.flatMap((part) => items(member(part, 'exchanges')));
}
