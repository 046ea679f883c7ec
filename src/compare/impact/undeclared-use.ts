import type {
  EffectiveContract,
  ImpactSubject,
  MapperDefinition,
  UndeclaredUse,
  Usage,
} from '../../model/index.ts';
import { groupFinder, useIn } from './observed.ts';

/**
 * Who has had a claim or scope in tokens that no contract promises it in: they may rely on it all the same.
 *
 * @param contracts those that may have it
 */
export function undeclaredUse(
  usage: Usage,
  definition: MapperDefinition,
  subject: ImpactSubject,
  contracts: readonly EffectiveContract[],
): readonly UndeclaredUse[] {
  // Values are counted only where a contract lists them.
  if (subject.kind === 'value') return [];
  const declared = new Set(contracts.flatMap(groupFinder(usage, definition)));
  const counts = new Map<string, UndeclaredUse>();
  for (const group of usage.groups) {
    const { mapper, tokenType, client } = group;
    if (mapper !== definition.name || declared.has(group)) continue;
    const use = useIn(group, definition, subject);
    if (use === 'untold' || use.count === 0) continue;
    const name = JSON.stringify([tokenType, client]);
    counts.set(name, { tokenType, client, seen: (counts.get(name)?.seen ?? 0) + use.count });
  }
  return [...counts].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, use]) => use);
}
