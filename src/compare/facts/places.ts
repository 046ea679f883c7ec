import type {
  ClaimRelease,
  EffectiveClaim,
  Located,
  MapperDefinition,
  Place,
  Releaser,
} from '../../model/index.ts';
import { placeOf } from '../../model/index.ts';

/** Where one key of a claim stands: in its entry, or where it is released when it has no entry. */
export function claimPlace(claim: EffectiveClaim, key: string): Place {
  const declared = claim.releases.find((release) => release.claim !== undefined && !release.claim.implied);
  if (declared?.claim !== undefined) return placeOf(declared.claim, key);
  return claim.releases[0]?.at ?? UNKNOWN;
}

/** Where a release that is gone would stand: in what released it, or what is left of the definition. */
export function parentPlace(definition: MapperDefinition, release: ClaimRelease | undefined): Place {
  const parent = release && releaserOf(definition, release.by);
  return parent === undefined ? definition.at : placeOf(parent, 'releases');
}

type Section = 'tokenTypes' | 'scopes' | 'resources' | 'clients';

/**
 * Where something that is gone would stand: in its section, or beside what is left of the included file that
 * it was written in, so that a review shows it at the lines that were edited.
 */
export function placeOfRemoved(
  removed: Located,
  section: Section,
  before: MapperDefinition,
  after: MapperDefinition,
): Place {
  const root = placeOf(after, section === 'tokenTypes' ? 'tokens' : section);
  if (removed.at.file === before.at.file) return root;
  const distance = ({ at }: Located): number => Math.abs(at.line - removed.at.line);
  const [nearest] = [...before[section].values()]
    .filter(({ name, at }) => at.file === removed.at.file && after[section].has(name))
    .sort((one, other) => distance(one) - distance(other));
  return (nearest && after[section].get(nearest.name)?.at) ?? root;
}

function releaserOf(definition: MapperDefinition, { kind, name }: Releaser) {
  switch (kind) {
    case 'scope':
      return definition.scopes.get(name);
    case 'client':
      return definition.clients.get(name);
    case 'resource':
      return definition.resources.get(name);
    case 'token-type':
    case 'profile':
    case 'request':
      return definition.tokenTypes.get(name);
    case 'exchange':
      return undefined;
  }
}

/** Contracts without a release have no place; none exists, but the types allow it. */
const UNKNOWN: Place = { file: '', line: 1, column: 1, endLine: 1, endColumn: 1 };
