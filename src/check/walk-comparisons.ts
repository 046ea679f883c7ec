import type { Comparison, Consumer } from '../model/index.ts';
import { changeContext } from './change-context.ts';
import type { Stop, Walk } from './stop.ts';
import { declaredBump, suffices } from './versioning.ts';

/** What comparisons found, each with the comparison that it is part of. */
export function walkComparisons(
  comparisons: readonly Comparison[],
  consumers: readonly Consumer[],
  now: number,
): Pick<Walk, 'change' | 'consumer-effect' | 'decision-effect' | 'exposure-change' | 'comparison'> {
  return {
    comparison: () =>
      comparisons.map((comparison) => {
        const { before, after, requiredBump } = comparison;
        const declared = declaredBump(before.version, after.version);
        const sufficient = suffices(declared, requiredBump, before.version);
        return {
          subject: { comparison, declaredBump: declared, sufficient },
          coordinates: { mapper: after.name },
        };
      }),
    change: () =>
      comparisons.flatMap((comparison) =>
        comparison.changes.map((change): Stop<'change'> => {
          const subject = changeContext(change, comparison, consumers, now);
          return {
            subject,
            coordinates: { mapper: comparison.after.name, ...change.coordinates, change: change.kind },
            consumers: subject.hit,
            ...(change.beforeAt && { before: change.beforeAt }),
            ...(change.witness && { witness: change.witness }),
          };
        }),
      ),
    'consumer-effect': () =>
      comparisons.flatMap((comparison) =>
        comparison.consumerEffects.map((effect) => ({
          subject: { comparison, effect },
          coordinates: {
            mapper: comparison.after.name,
            ...effect.coordinates,
            consumer: effect.consumer.name,
          },
          consumers: [effect.consumer],
        })),
      ),
    'decision-effect': () =>
      comparisons.flatMap((comparison) =>
        comparison.decisionEffects.map((effect) => ({
          subject: { comparison, effect },
          coordinates: {
            mapper: comparison.after.name,
            ...effect.coordinates,
            consumer: effect.consumer.name,
            decision: effect.decision,
          },
          consumers: [effect.consumer],
          ...(effect.witness && { witness: effect.witness }),
        })),
      ),
    'exposure-change': () =>
      comparisons.flatMap((comparison) =>
        comparison.exposureChanges.map((exposureChange) => ({
          subject: { comparison, exposureChange },
          coordinates: {
            mapper: comparison.after.name,
            tokenType: exposureChange.exposure.tokenType,
            claim: exposureChange.exposure.claim,
          },
          ...(exposureChange.beforeAt && { before: exposureChange.beforeAt }),
        })),
      ),
  };
}
