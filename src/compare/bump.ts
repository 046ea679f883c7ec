import type { Bump, Change, ChangeKind, MapperDefinition } from '../model/index.ts';
import { canonical } from './canonical.ts';
import { contentOf } from './content.ts';

/**
 * Promises that are withdrawn although no single token proves it: whoever reads a claim that was there
 * sometimes waits for it in vain, and a claim from another source means something else.
 */
const WITHDRAWN: ReadonlySet<ChangeKind> = new Set([
  'claim-removed',
  'claim-renamed',
  'claim-moved',
  'claim-rescoped',
  'source-changed',
  'identifier-made-mutable',
  'claims-from-changed',
]);

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
