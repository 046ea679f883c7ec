import type { Change, ConsumerEffect, DecisionEffect } from './change.ts';
import type { MapperDefinition } from './definition.ts';
import type { ExposureChange } from './exposure.ts';

/** The part of a semantic version that a set of changes must raise. */
export type Bump = 'none' | 'patch' | 'minor' | 'major';

/** Everything that is known about two versions of a definition. */
export interface Comparison {
  readonly before: MapperDefinition;
  readonly after: MapperDefinition;
  /** Which release `before` is, where one definition is compared with several of them. */
  readonly release?: string;
  /** In source order of `after`. */
  readonly changes: readonly Change[];
  readonly consumerEffects: readonly ConsumerEffect[];
  readonly decisionEffects: readonly DecisionEffect[];
  readonly exposureChanges: readonly ExposureChange[];
  /** What the changes ask of the version. */
  readonly requiredBump: Bump;
  /** How many contracts were compared: silence must be told from not having looked. */
  readonly contracts: number;
}
