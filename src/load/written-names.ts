import { type Claim, type MapperDefinition, pathKey, showPath } from '../model/index.ts';

/** What entries are called in a written file, where a provider's own names are none in our format. */
export interface WrittenNames {
  readonly claim: (id: string) => string;
  readonly scope: (name: string) => string;
  readonly hasClient: (name: string) => boolean;
  /** Scopes that readers see under another name: before → after. */
  readonly changed: readonly (readonly [before: string, after: string])[];
}

/** Names by which they are written: as they are where they can be, else changed, each to one of its own. */
function renamed(names: Iterable<string>, change: (name: string) => string): ReadonlyMap<string, string> {
  const all = new Set(names);
  const written = new Map<string, string>();
  const taken = new Set([...all].filter((name) => change(name) === name));
  for (const name of all) {
    let free = change(name);
    for (let number = 2; free !== name && taken.has(free); number += 1) free = `${change(name)}-${number}`;
    taken.add(free);
    written.set(name, free);
  }
  return written;
}

/**
 * Ids of claims. Those of a provider's export say where a claim was found, so the name that readers see is
 * taken where no other entry has it; a claim that is known from the registry only must have its name. A mark
 * of presence ends a release, so no id may end with one.
 */
function claimId({ claims, origin }: MapperDefinition): (id: string) => string {
  const sharing = new Map<string, number>();
  for (const { path } of claims.values()) {
    const key = pathKey(path);
    sharing.set(key, (sharing.get(key) ?? 0) + 1);
  }
  const isFree = ({ path, implied }: Claim): boolean =>
    !claims.has(showPath(path)) && (implied || sharing.get(pathKey(path)) === 1);
  return (id) => {
    const claim = claims.get(id);
    const isOurs = origin.format === 'tokenpact' || claim === undefined;
    const name = isOurs || !isFree(claim) ? id : showPath(claim.path);
    return name.replace(/[?!]+$/, '') || 'claim';
  };
}

/** RFC 6749 section 3.3, without the braces of parameters that the scope does not have. */
const scopeName =
  (withParameters: ReadonlySet<string>) =>
  (name: string): string =>
    (withParameters.has(name) ? name : name.replace(/[{}]/g, '-')).replace(/[^!#-[\]-~]/gu, '-') || 'scope';

/** Chooses the names of a written file. */
export function writtenNames(definition: MapperDefinition): WrittenNames {
  const { claims, scopes, clients } = definition;
  const withParameters = [...scopes.values()].filter(({ parameters }) => parameters.size > 0);
  const claimNames = renamed(claims.keys(), claimId(definition));
  const scopeNames = renamed(scopes.keys(), scopeName(new Set(withParameters.map(({ name }) => name))));
  return {
    claim: (id) => claimNames.get(id) ?? id,
    scope: (name) => scopeNames.get(name) ?? name,
    hasClient: (name) => (clients.get(name)?.grants.length ?? 0) > 0,
    changed: [...scopeNames].filter(([before, after]) => before !== after),
  };
}
