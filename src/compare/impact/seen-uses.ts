import type {
  EffectiveContract,
  ImpactSubject,
  MapperDefinition,
  SeenUse,
  Usage,
} from '../../model/index.ts';
import { groupFinder, useIn } from './observed.ts';

/**
 * Whose tokens had it: those of contracts that may have it, and those that no contract promises it in, whose
 * readers may rely on it all the same.
 *
 * @param contracts those that may have it
 */
export function seenUses(
  usage: Usage,
  definition: MapperDefinition,
  subject: ImpactSubject,
  contracts: readonly EffectiveContract[],
): { readonly declared: readonly SeenUse[]; readonly undeclared: readonly SeenUse[] } {
  const holding = new Set(contracts.flatMap(groupFinder(usage, definition)));
  const declared = new Map<string, SeenUse>();
  const undeclared = new Map<string, SeenUse>();
  for (const group of usage.groups) {
    const { mapper, tokenType, client } = group;
    const isDeclared = holding.has(group);
    // Values are counted only where a contract lists them.
    if (mapper !== definition.name || (!isDeclared && subject.kind === 'value')) continue;
    const use = useIn(group, definition, subject);
    if (use === 'untold' || use.count === 0) continue;
    const uses = isDeclared ? declared : undeclared;
    const name = JSON.stringify([tokenType, client]);
    uses.set(name, { tokenType, client, seen: (uses.get(name)?.seen ?? 0) + use.count });
  }
  const sorted = (uses: ReadonlyMap<string, SeenUse>): readonly SeenUse[] =>
    [...uses].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, use]) => use);
  return { declared: sorted(declared), undeclared: sorted(undeclared) };
}
