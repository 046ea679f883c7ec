import type { Consumer, MapperDefinition, Place, Problem } from '../model/index.ts';
import { placeOf } from '../model/index.ts';
import { namesOf, resolve } from './names.ts';
import type { Report } from './problems.ts';

/**
 * What consumers name and no definition has: they would wait for tokens that nobody issues. A consumer that
 * reads one of several definitions is measured against all of them.
 */
export function consumerReferences(
  consumers: readonly Consumer[],
  definitions: readonly MapperDefinition[],
): readonly Problem[] {
  const problems: Problem[] = [];
  const report: Report = (problem) => problems.push(problem);
  if (definitions.length === 0) return problems;
  const tokenTypes = definitions.flatMap((definition) => [...definition.tokenTypes.values()]);
  const releasable = namesOf(
    'token type',
    tokenTypes.flatMap(({ name, kind }) => [name, kind]),
  );
  const roles = {
    resource: namesOf(
      'resource',
      definitions.flatMap(({ resources }) => [...resources.keys()]),
    ),
    client: namesOf(
      'client',
      definitions.flatMap(({ clients }) => [...clients.keys()]),
    ),
  };
  const scopes = namesOf(
    'scope',
    definitions.flatMap((definition) => [...definition.scopes.keys()]),
  );
  const checkScopes = (names: readonly string[], at: Place): void => {
    for (const name of names) resolve(name, at, scopes, report);
  };
  for (const consumer of consumers) {
    resolve(consumer.reads, placeOf(consumer, 'reads'), releasable, report);
    const { role } = consumer;
    // Gateways are nobody's entry: they are known by their consumers only.
    if (role.as !== 'gateway') resolve(role.name, role.at ?? consumer.at, roles[role.as], report);
    for (const decision of consumer.decisions) checkScopes(decision.scopes, placeOf(decision, 'scopes'));
  }
  return problems;
}
