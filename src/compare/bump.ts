import { type Bump, type Change, type MapperDefinition, WITHDRAWN } from '../model/index.ts';
import { canonical } from './canonical.ts';
import { contentOf } from './content.ts';

/** The part of the semantic version that must rise: major where somebody breaks, minor where something new is. */
export function requiredBump(
  changes: readonly Change[],
  before: MapperDefinition,
  after: MapperDefinition,
): Bump {
  const breaks = changes.some(({ kind, tolerant }) => tolerant.verdict !== 'safe' || WITHDRAWN.has(kind));
  if (breaks) return 'major';
  if (changes.length > 0) return 'minor';
  return canonical(contentOf(before)) === canonical(contentOf(after)) ? 'none' : 'patch';
}
