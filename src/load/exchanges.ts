import type { Exchange } from '../model/index.ts';
import type { DefinitionNames } from './definition-names.ts';
import { referenceAt, referencesAt } from './names.ts';
import { located, type SourceNode, wordAt } from './node.ts';
import type { Report } from './problems.ts';

/** One item of `exchanges` (RFC 8693); undefined when it is between things that are not there. */
export function readExchange(item: SourceNode, names: DefinitionNames, report: Report): Exchange | undefined {
  const client = referenceAt(item, 'client', names.clients, report);
  const from = referenceAt(item, 'from', names.resources, report);
  const to = referenceAt(item, 'to', names.resources, report);
  const scopes = referencesAt(item, 'scopes', names.scopes, report) ?? [];
  const carries = referencesAt(item, 'carries', names.claims, report) ?? [];
  if (client === undefined || from === undefined || to === undefined) return undefined;
  const mode = wordAt(item, 'mode', ['delegation', 'impersonation']) ?? 'delegation';
  return { client, from, to, scopes, mode, carries, ...located(item) };
}

/** By client, then by the resources: their order in a file means nothing. */
export function compareExchanges(one: Exchange, other: Exchange): number {
  const keys = [one, other].map(({ client, from, to, mode, scopes }) =>
    JSON.stringify([client, from, to, mode, scopes]),
  );
  return (keys[0] ?? '') < (keys[1] ?? '') ? -1 : 1;
}
