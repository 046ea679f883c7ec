import type { Exposure, ExposureChange, MapperDefinition, PrivacyLevel } from '../../model/index.ts';
import { comparePlaces, groupedBy, showPath } from '../../model/index.ts';
import { privacyRank } from '../../privacy/classification.ts';
import { type ClaimRenames, claimRenames } from '../facts/claim-pairs.ts';
import { exposureName, exposures } from './exposure.ts';
import { keepLevels } from './lowered-levels.ts';

/**
 * Who can read what anew, no longer, at another level, as a third party or for longer. One edit is one change:
 * everything else that it concerns is listed with it.
 */
export function exposureChanges(
  before: MapperDefinition,
  after: MapperDefinition,
): readonly ExposureChange[] {
  const renames = claimRenames(before, after);
  const { definition, lowered } = keepLevels(before, after, renames);
  const names = namesAfter(before, renames);
  const was = byReader(before, names);
  const is = byReader(definition);
  // Of all that could be read, only what is new is looked up.
  const come = new Set([...is].filter(([name]) => !was.has(name)).map(([, { claim }]) => claim));
  const readable =
    come.size === 0 ? was : byReader(before, names, ({ claim }) => come.has(nameAfter(names, claim)));
  const changes: ExposureChange[] = [];
  for (const [name, exposure] of is) {
    const earlier = was.get(name) ?? readable.get(name);
    if (earlier === undefined) changes.push({ kind: 'new', exposure, others: [] });
    else changes.push(...between(earlier, exposure, lowered.get(exposure.claim)));
  }
  for (const [name, exposure] of was) {
    if (!is.has(name)) changes.push({ kind: 'gone', exposure, others: [], beforeAt: exposure.at });
  }
  return grouped(changes);
}

/** Names of claims → their other names after: the same data under another name is nothing new. */
function namesAfter({ claims }: MapperDefinition, renames: ClaimRenames): ReadonlyMap<string, string> {
  return new Map(
    [...renames].flatMap(([id, { path }]) => {
      const earlier = claims.get(id);
      return earlier === undefined ? [] : [[showPath(earlier.path), showPath(path)] as const];
    }),
  );
}

function nameAfter(names: ReadonlyMap<string, string>, claim: string): string {
  const [was, is] = [...names].find(([name]) => claim === name || claim.startsWith(`${name}.`)) ?? ['', ''];
  return is + claim.slice(was.length);
}

/** By claim, reader and kind of token: a variant that shows what the general token type showed is nothing new. */
function byReader(
  definition: MapperDefinition,
  names: ReadonlyMap<string, string> = new Map(),
  tells?: Parameters<typeof exposures>[2],
): ReadonlyMap<string, Exposure> {
  const found = new Map<string, Exposure>();
  for (const exposure of exposures(definition, [], tells)) {
    const { tokenType, claim, to, lifetime = 0 } = exposure;
    const kind = definition.tokenTypes.get(tokenType)?.kind ?? tokenType;
    const name = JSON.stringify([kind, nameAfter(names, claim), to.kind, to.name]);
    const earlier = found.get(name);
    if (earlier === undefined) found.set(name, exposure);
    else if (lifetime > (earlier.lifetime ?? 0)) found.set(name, { ...earlier, lifetime });
  }
  return found;
}

function* between(
  before: Exposure,
  after: Exposure,
  lowered: PrivacyLevel | undefined,
): Iterable<ExposureChange> {
  const change = { exposure: after, others: [], beforeAt: before.at };
  if (privacyRank(after.level) > privacyRank(before.level)) {
    yield { kind: 'raised', ...change, beforeLevel: before.level };
  }
  if (lowered !== undefined) {
    yield {
      kind: 'lowered',
      ...change,
      exposure: { ...after, level: lowered },
      beforeLevel: before.level,
    };
  }
  if (before.to.party === 'first' && after.to.party === 'third') yield { kind: 'wider', ...change };
  if (isLonger(before, after)) {
    yield { kind: 'longer', ...change, ...(before.lifetime && { beforeLifetime: before.lifetime }) };
  }
}

/** A token's identifiers are there to live as long as it does. */
function isLonger(before: Exposure, after: Exposure): boolean {
  if (privacyRank(after.level) <= privacyRank('pseudonymous-identifier')) return false;
  return before.lifetime !== undefined && after.lifetime !== undefined && after.lifetime > before.lifetime;
}

/** What the changes of one edit share. */
function editOf({ kind, exposure, beforeLevel, beforeLifetime }: ExposureChange): string {
  const { claim, level, category, releasedBy, tokenType, lifetime, to } = exposure;
  switch (kind) {
    case 'lowered':
      return JSON.stringify([kind, claim]);
    case 'raised':
      return JSON.stringify([kind, claim, level, category, beforeLevel]);
    case 'wider':
      return JSON.stringify([kind, to.kind, to.name]);
    case 'longer':
      return JSON.stringify([kind, tokenType, beforeLifetime, lifetime]);
    case 'new':
    case 'gone':
      return JSON.stringify([kind, claim, level, category, releasedBy]);
  }
}

function grouped(changes: readonly ExposureChange[]): readonly ExposureChange[] {
  return [...groupedBy(changes, editOf).values()]
    .map(together)
    .sort((one, other) => comparePlaces(one.exposure.at, other.exposure.at) || byText(one, other));
}

function together(group: readonly ExposureChange[]): ExposureChange {
  const [first, ...others] = [...group].sort(worstFirst);
  if (first === undefined) throw new RangeError('a group of exposure changes is never empty');
  return { ...first, others: others.map(({ exposure }) => exposure) };
}

function worstFirst(one: ExposureChange, other: ExposureChange): number {
  const levels = privacyRank(other.exposure.level) - privacyRank(one.exposure.level);
  return levels || thirds(other) - thirds(one) || byText(one, other);
}

const thirds = ({ exposure }: ExposureChange): number => Number(exposure.to.party === 'third');

function byText(one: ExposureChange, other: ExposureChange): number {
  const texts = [one, other].map(({ kind, exposure }) => JSON.stringify([kind, exposureName(exposure)]));
  return (texts[0] ?? '') < (texts[1] ?? '') ? -1 : 1;
}
