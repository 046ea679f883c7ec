import {
  type Bump,
  breaksSomebody,
  bumpOf,
  type Change,
  canonical,
  type DeclaredEffects,
  type MapperDefinition,
} from '../model/index.ts';
import { contentOf } from './content.ts';

/** The part of the semantic version that must rise: major where somebody breaks, minor where something new is. */
export function requiredBump(
  changes: readonly Change[],
  effects: DeclaredEffects,
  before: MapperDefinition,
  after: MapperDefinition,
): Bump {
  if (changes.some((change) => bumpOf(change) === 'major') || breaksSomebody(effects)) return 'major';
  if (changes.length > 0) return 'minor';
  return canonical(contentOf(before)) === canonical(contentOf(after)) ? 'none' : 'patch';
}
