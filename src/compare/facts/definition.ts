import { placeOf } from '../../model/index.ts';
import type { Versions } from '../versions.ts';
import { editName, type Fact, NO_EFFECT } from './fact.ts';

/** Facts about a definition as a whole. */
export function* definitionFacts({ before, after }: Versions): Iterable<Fact> {
  if (before.claimsFrom === after.claimsFrom) return;
  yield {
    kind: 'claims-from-changed',
    edit: editName('claims-from-changed'),
    coordinates: {},
    at: placeOf(after, 'claimsFrom'),
    beforeAt: placeOf(before, 'claimsFrom'),
    before: before.claimsFrom,
    after: after.claimsFrom,
    seenIn: {},
    effect: NO_EFFECT,
  };
}
