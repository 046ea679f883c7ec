import type { Release, Releases } from '../model/index.ts';
import { type Names, resolve } from './names.ts';
import { items, member, members, placeOfNode, type SourceNode } from './node.ts';
import { conflict, type Report } from './problems.ts';

const PRESENCE_MARKS: Readonly<Record<string, Release['presence']>> = { '?': 'sometimes', '!': 'always' };

function readRelease(node: SourceNode, claims: Names, report: Report): Release | undefined {
  if (typeof node.value !== 'string') return undefined;
  const presence = PRESENCE_MARKS[node.value.slice(-1)];
  const name = presence === undefined ? node.value : node.value.slice(0, -1);
  const at = placeOfNode(node);
  const claim = resolve(name, at, claims, report);
  if (claim === undefined) return undefined;
  return presence === undefined ? { claim, at } : { claim, presence, at };
}

/** A list of claims that are put into one token type, sorted by claim. */
export function readReleaseList(
  list: SourceNode | undefined,
  claims: Names,
  report: Report,
): readonly Release[] {
  const byClaim = new Map<string, Release>();
  for (const node of items(list)) {
    const release = readRelease(node, claims, report);
    if (release === undefined) continue;
    const { claim, at, presence } = release;
    const first = byClaim.get(claim);
    if (first === undefined) byClaim.set(claim, release);
    // The same item twice is told by the format.
    else if (first.presence !== presence)
      report(conflict(at, `claim "${claim}" is released twice in one list`, 'keep one of them'));
  }
  return [...byClaim.values()].sort((one, other) => (one.claim < other.claim ? -1 : 1));
}

/** What a scope, client or resource puts into which token types. */
export function readReleases(entry: SourceNode, claims: Names, tokens: Names, report: Report): Releases {
  const lists = members(member(entry, 'releases')).flatMap(([name, list]) => {
    const tokenType = resolve(name, placeOfNode(list), tokens, report);
    const releases = readReleaseList(list, claims, report);
    return tokenType === undefined ? [] : [[tokenType, releases] as const];
  });
  return new Map(lists);
}
