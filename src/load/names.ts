import type { Fix, Place } from '../model/index.ts';
import { nearest, onlyNear, whatThereIs } from './nearest.ts';
import { items, member, placeOfNode, present, type SourceNode } from './node.ts';
import type { Report } from './problems.ts';

/** How to mend a reference to something that is not there. */
interface Cure {
  readonly help: string;
  /** The only name that can have been meant. */
  readonly meant?: string;
}

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
  readonly missed: Map<string, Cure>;
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

function suggestion(name: string, { defined, known, listing, missed }: Names): Cure {
  const searched = missed.size < NAMES_MISSED ? [...defined, ...known].slice(0, NAMES_SEARCHED) : [];
  const near = nearest(name, searched);
  if (near !== undefined) {
    return { help: `did you mean "${near}"?`, ...present({ meant: onlyNear(name, searched) }) };
  }
  return { help: listing === '' ? 'define it, or take the reference out' : listing };
}

/** How to mend a reference; worked out once for each name. */
function cureFor(name: string, names: Names): Cure {
  const cure = names.missed.get(name) ?? suggestion(name, names);
  names.missed.set(name, cure);
  return cure;
}

/** The name if something of that name is defined; otherwise reports it. */
export function resolve(name: string, at: Place, names: Names, report: Report): string | undefined {
  if (names.defined.has(name) || names.known.has(name)) {
    if (!names.used.has(name)) names.used.set(name, at);
    return name;
  }
  if (names.complete) {
    const message = `${names.noun} "${name}" is not defined`;
    const { help, meant } = cureFor(name, names);
    const fix: Fix | undefined =
      meant === undefined ? undefined : { kind: 'rename', at, from: name, to: meant };
    report({ kind: 'undefined-reference', at, message, help, ...(fix && { fix }) });
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
