import type { ExposedTo, Exposure, ExposureChange, MapperDefinition } from '../model/index.ts';
import { comparePlaces } from '../model/index.ts';
import { privacyRank } from '../privacy/classification.ts';
import { exposureName, exposures } from './exposure.ts';

/**
 * Who can read what anew, no longer, or at a higher level. One edit is one change: everybody else whom it
 * concerns is listed with it.
 */
export function exposureChanges(
  before: MapperDefinition,
  after: MapperDefinition,
): readonly ExposureChange[] {
  const was = byReader(before);
  const is = byReader(after);
  const changes: ExposureChange[] = [];
  for (const [name, exposure] of is) {
    const earlier = was.get(name);
    if (earlier === undefined) changes.push({ kind: 'new', exposure, alsoTo: [] });
    else if (privacyRank(exposure.level) > privacyRank(earlier.level)) {
      const { level, at } = earlier;
      changes.push({ kind: 'raised', exposure, alsoTo: [], beforeLevel: level, beforeAt: at });
    }
  }
  for (const [name, exposure] of was) {
    if (!is.has(name)) changes.push({ kind: 'gone', exposure, alsoTo: [], beforeAt: exposure.at });
  }
  return grouped(changes);
}

/** By claim, reader and kind of token: a variant that shows what the general token type showed is nothing new. */
function byReader(definition: MapperDefinition): ReadonlyMap<string, Exposure> {
  const found = new Map<string, Exposure>();
  for (const exposure of exposures(definition)) {
    const { tokenType, claim, to } = exposure;
    const kind = definition.tokenTypes.get(tokenType)?.kind ?? tokenType;
    const name = JSON.stringify([kind, claim, to.kind, to.name]);
    if (!found.has(name)) found.set(name, exposure);
  }
  return found;
}

/** Third parties are never hidden behind first parties: each has a change of its own. */
function grouped(changes: readonly ExposureChange[]): readonly ExposureChange[] {
  const groups = new Map<string, ExposureChange[]>();
  for (const change of changes) {
    const { claim, level, category, releasedBy, to } = change.exposure;
    const name = JSON.stringify([change.kind, claim, level, category, releasedBy, to.kind, to.party]);
    groups.set(name, [...(groups.get(name) ?? []), change]);
  }
  return [...groups.values()]
    .map(together)
    .sort((one, other) => comparePlaces(one.exposure.at, other.exposure.at) || byText(one, other));
}

function together(group: readonly ExposureChange[]): ExposureChange {
  const [first, ...others] = group;
  if (first === undefined) throw new RangeError('a group of exposure changes is never empty');
  const alsoTo = new Map<string, ExposedTo>();
  for (const { exposure } of others) {
    if (exposure.to.name !== first.exposure.to.name) alsoTo.set(exposure.to.name, exposure.to);
  }
  return {
    ...first,
    alsoTo: [...alsoTo.values()].sort((one, other) => (one.name < other.name ? -1 : 1)),
  };
}

function byText(one: ExposureChange, other: ExposureChange): number {
  const texts = [one, other].map(({ kind, exposure }) => JSON.stringify([kind, exposureName(exposure)]));
  return (texts[0] ?? '') < (texts[1] ?? '') ? -1 : 1;
}
