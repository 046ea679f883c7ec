import { observeChange } from '../compare/observed.ts';
import type { Comparison } from '../model/index.ts';
import { changeContext } from './change-context.ts';
import type { Examined } from './examined.ts';
import type { Stop, Walk } from './stop.ts';
import type { SubjectName } from './subjects.ts';
import { declaredBump, suffices } from './versioning.ts';

/** What comparisons found, each with the comparison that it is part of. */
export function walkComparisons(
  { comparisons = [], consumers = [], usage }: Examined,
  now: number,
): Pick<Walk, 'change' | 'consumer-effect' | 'decision-effect' | 'exposure-change' | 'comparison'> {
  const each =
    <Subject extends SubjectName>(stopsIn: (comparison: Comparison) => readonly Stop<Subject>[]) =>
    (): readonly Stop<Subject>[] =>
      comparisons.flatMap((comparison) =>
        stopsIn(comparison).map((stop) => ({
          ...stop,
          ...(comparison.release !== undefined && { release: comparison.release }),
        })),
      );
  return {
    comparison: each<'comparison'>((comparison) => {
      const { before, after, requiredBump } = comparison;
      const declared = declaredBump(before.version, after.version);
      const sufficient = suffices(declared, requiredBump, before.version);
      const subject = { comparison, declaredBump: declared, sufficient };
      return [{ subject, coordinates: { mapper: after.name } }];
    }),
    change: each<'change'>((comparison) =>
      comparison.changes.map((change) => {
        const observed = usage && observeChange(usage, change, comparison);
        const subject = changeContext(change, comparison, consumers, now, observed);
        return {
          subject,
          coordinates: { mapper: comparison.after.name, ...change.coordinates, change: change.kind },
          consumers: subject.hit,
          ...(change.beforeAt && { before: change.beforeAt }),
          ...(observed && { observed }),
          ...(change.witness && { witness: change.witness }),
        };
      }),
    ),
    'consumer-effect': each<'consumer-effect'>((comparison) =>
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
    'decision-effect': each<'decision-effect'>((comparison) =>
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
    'exposure-change': each<'exposure-change'>((comparison) =>
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
