import type { Deprecation } from '../model/index.ts';
import { dayAt } from './day.ts';
import { type Names, referenceAt } from './names.ts';
import { located, member, present, type SourceNode, textAt } from './node.ts';
import type { Report } from './problems.ts';

/** An entry's announced end; what replaces it must be an entry of the same sort. */
export function readDeprecation(entry: SourceNode, names: Names, report: Report): Deprecation | undefined {
  const node = member(entry, 'deprecated');
  if (node === undefined) return undefined;
  return {
    ...located(node),
    ...present({
      since: textAt(node, 'since'),
      sunset: dayAt(node, 'sunset', report),
      replacedBy: referenceAt(node, 'replacedBy', { ...names, used: new Map() }, report),
      reason: textAt(node, 'reason'),
    }),
  };
}
