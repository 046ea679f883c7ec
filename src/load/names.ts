import type { Place } from '../model/index.ts';
import { nearest, whatThereIs } from './nearest.ts';
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
  /** What there is, for those who find nothing near. */
  readonly listing: string;
  /** Every name that was referred to and is not there, and what to do about it. */
  readonly missed: Map<string, string>;
}

/** Beyond these, looking for near names takes longer than it helps. */
const NAMES_SEARCHED = 10_000;
const NAMES_MISSED = 50;

/** The names of one section. */
export function namesOf(
  noun: string,
  defined: Iterable<string>,
  { known = new Set<string>(), complete = true }: { known?: ReadonlySet<string>; complete?: boolean } = {},
): Names {
  const names = new Set(defined);
  return {
    noun,
    defined: names,
    known,
    complete,
    listing: whatThereIs(names),
    used: new Map(),
    missed: new Map(),
  };
}

function suggestion(name: string, { defined, known, listing, missed }: Names): string {
  const near =
    missed.size < NAMES_MISSED ? nearest(name, [...defined, ...known].slice(0, NAMES_SEARCHED)) : undefined;
  if (near !== undefined) return `did you mean "${near}"?`;
  return listing === '' ? 'define it, or take the reference out' : listing;
}

/** How to mend a reference; worked out once for each name. */
function helpFor(name: string, names: Names): string {
  const help = names.missed.get(name) ?? suggestion(name, names);
  names.missed.set(name, help);
  return help;
}

/** The name if something of that name is defined; otherwise reports it. */
export function resolve(name: string, at: Place, names: Names, report: Report): string | undefined {
  if (names.defined.has(name) || names.known.has(name)) {
    if (!names.used.has(name)) names.used.set(name, at);
    return name;
  }
  if (names.complete) {
    const message = `${names.noun} "${name}" is not defined`;
    report({ kind: 'undefined-reference', at, message, help: helpFor(name, names) });
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
