import type { Place } from '../model/index.ts';
import { didYouMean } from './nearest.ts';
import { items, member, placeOfNode, type SourceNode } from './node.ts';
import type { Report } from './problems.ts';

/** What a definition defines of one sort, for references to it. */
export interface Names {
  /** What it is called: `claim`, `scope`. */
  readonly noun: string;
  readonly defined: ReadonlySet<string>;
  /** Known without being defined here: registered claims. */
  readonly known: ReadonlySet<string>;
  /** False when the section that defines them could not be read: nothing can be said then. */
  readonly complete: boolean;
  /** Every name that was referred to, and where first. */
  readonly used: Map<string, Place>;
  /** Every name that was referred to and is not there. */
  readonly missed: Set<string>;
}

/** Beyond these, looking for near names takes longer than it helps. */
const NAMES_SEARCHED = 10_000;
const NAMES_MISSED = 200;

/** The names of one section. */
export function namesOf(
  noun: string,
  defined: Iterable<string>,
  { known = new Set<string>(), complete = true }: { known?: ReadonlySet<string>; complete?: boolean } = {},
): Names {
  return { noun, defined: new Set(defined), known, complete, used: new Map(), missed: new Set() };
}

function suggestion(name: string, names: Names): string {
  names.missed.add(name);
  if (names.missed.size > NAMES_MISSED) return '';
  const near = didYouMean(name, [...names.defined, ...names.known].slice(0, NAMES_SEARCHED));
  return near.startsWith('did') ? near : didYouMean(name, [...names.defined].slice(0, NAMES_SEARCHED));
}

/** The name if something of that name is defined; otherwise reports it. */
export function resolve(name: string, at: Place, names: Names, report: Report): string | undefined {
  if (names.defined.has(name) || names.known.has(name)) {
    if (!names.used.has(name)) names.used.set(name, at);
    return name;
  }
  if (names.complete) {
    const message = `${names.noun} "${name}" is not defined`;
    const near = suggestion(name, names);
    const help = near === '' ? `define it, or take the reference out` : near;
    report({ kind: 'undefined-reference', at, message, help });
  }
  return undefined;
}

/** A member that refers to something. */
export function referenceAt(node: SourceNode, key: string, names: Names, report: Report): string | undefined {
  const found = member(node, key);
  if (found === undefined || typeof found.value !== 'string') return undefined;
  return resolve(found.value, placeOfNode(found), names, report);
}

/** A list of references: those that resolve, sorted, since their order means nothing. */
export function referencesAt(
  node: SourceNode,
  key: string,
  names: Names,
  report: Report,
): readonly string[] | undefined {
  const list = member(node, key);
  if (list === undefined) return undefined;
  const resolved = items(list).flatMap((item) => {
    if (typeof item.value !== 'string') return [];
    return resolve(item.value, placeOfNode(item), names, report) ?? [];
  });
  return [...new Set(resolved)].sort();
}
