import { lookingAt } from '../compare/consumers/mentions.ts';
import { changeObserver } from '../compare/impact/observed.ts';
import type { ChangeKind, Comparison } from '../model/index.ts';
import { CHANGES } from '../model/index.ts';
import { changeContext } from './change-context.ts';
import type { Examined } from './examined.ts';
import type { Stop, Walk } from './stop.ts';
import type { SubjectName, Subjects } from './subjects.ts';
import { declaredBump, suffices } from './versioning.ts';

/** What a claim means changes, and no schema tells: whoever looks at it is named. */
const MEANING: ReadonlySet<ChangeKind> = new Set<ChangeKind>(['source-changed', 'identifier-made-mutable']);

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
    change: each<'change'>((comparison) => {
      const observe = usage && changeObserver({ usage, now }, comparison);
      return comparison.changes.map((change) => {
        const observed = observe?.(change);
        const subject = changeContext(change, comparison, consumers, now, observed);
        return {
          subject,
          coordinates: { mapper: comparison.after.name, ...change.coordinates, change: change.kind },
          consumers: MEANING.has(change.kind) ? lookingAt(change, comparison, consumers) : subject.hit,
          ...(change.beforeAt && { before: change.beforeAt }),
          ...(observed && { observed }),
          ...shown(subject),
        };
      });
    }),
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

/** A token that a consumer reads which the finding names, or else one that shows the change. */
function shown(subject: Subjects['change']): Pick<Stop<'change'>, 'witness'> {
  const { change, comparison, hit } = subject;
  for (const { consumer, verdict, because } of hit.length === 0 ? [] : comparison.consumerEffects) {
    const isNamed = because.includes(change) && hit.some(({ name }) => name === consumer.name);
    if (isNamed && verdict.verdict === 'breaks' && verdict.witness) return { witness: verdict.witness };
  }
  return change.witness && showsItsReaders(subject) ? { witness: change.witness } : {};
}

/** What comes is told because of third parties, if any get it: then tokens of nobody else show it. */
function showsItsReaders({ change, party, comparison: { after } }: Subjects['change']): boolean {
  if (change.witness === undefined) return false;
  if (party === 'first' || CHANGES[change.kind].direction !== 'added') return true;
  const { client, resource } = change.witness.grant;
  const parties = [after.clients.get(client)?.party, after.resources.get(resource ?? '')?.party];
  return parties.includes('third');
}
