import type { Resource } from '../model/index.ts';
import type { DefinitionNames } from './definition-names.ts';
import { readDeprecation } from './deprecation.ts';
import { located, present, type SourceNode, textAt, wordAt } from './node.ts';
import type { Report } from './problems.ts';
import { readReleases } from './releases.ts';

/** One entry of `resources` (RFC 8707). */
export function readResource(
  name: string,
  entry: SourceNode,
  names: DefinitionNames,
  report: Report,
): Resource {
  return {
    name,
    audience: textAt(entry, 'audience') ?? name,
    party: wordAt(entry, 'party', ['first', 'third']) ?? 'first',
    releases: readReleases(entry, names.claims, names.releasable, report),
    ...located(entry),
    ...present({
      senderConstrained: wordAt(entry, 'senderConstrained', ['dpop', 'mtls']),
      description: textAt(entry, 'description'),
      owner: textAt(entry, 'owner'),
      deprecated: readDeprecation(entry, names.resources, report),
    }),
  };
}
