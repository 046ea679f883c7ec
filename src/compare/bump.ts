import {
  type Bump,
  bumpOf,
  CHANGES,
  type Change,
  type ConsumerEffect,
  type DecisionEffect,
  type MapperDefinition,
} from '../model/index.ts';
import { canonical } from './canonical.ts';
import { contentOf } from './content.ts';

/** What follows from two versions, for readers in general and for those who said what they need. */
interface Consequences {
  readonly changes: readonly Change[];
  readonly consumerEffects: readonly ConsumerEffect[];
  readonly decisionEffects: readonly DecisionEffect[];
}

/** The part of the semantic version that must rise: major where somebody breaks, minor where something new is. */
export function requiredBump(
  { changes, consumerEffects, decisionEffects }: Consequences,
  before: MapperDefinition,
  after: MapperDefinition,
): Bump {
  const isBroken =
    changes.some((change) => bumpOf(change) === 'major') ||
    consumerEffects.some(({ verdict }) => verdict.verdict !== 'safe') ||
    decisionEffects.some(fallsOtherwise);
  if (isBroken) return 'major';
  if (changes.length > 0) return 'minor';
  return canonical(contentOf(before)) === canonical(contentOf(after)) ? 'none' : 'patch';
}

/** A decision that allows somebody who is new, as it was made to, is no break; one about those who were there is. */
function fallsOtherwise({ because }: DecisionEffect): boolean {
  return !because.every(({ kind }) => CHANGES[kind].direction === 'added') || because.length === 0;
}
