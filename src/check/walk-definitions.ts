import { registeredClaims } from '../generated/registry.ts';
import type { Consumer, MapperDefinition } from '../model/index.ts';
import type { Stop, Walk } from './stop.ts';
import type { SubjectName, Subjects } from './subjects.ts';
import type { Survey } from './survey.ts';

type DefinitionParts =
  | 'mapper'
  | 'token-type'
  | 'claim'
  | 'scope'
  | 'client'
  | 'resource'
  | 'exchange'
  | 'contract'
  | 'exposure';

/** Definitions and their parts, in the order in which they are written. */
export function walkDefinitions(
  surveys: readonly Survey[],
  consumers: readonly Consumer[],
): Pick<Walk, DefinitionParts> {
  const each = <Subject extends SubjectName>(
    stops: (one: Survey, mapper: MapperDefinition) => Stop<Subject>[],
  ) => surveys.flatMap((one) => stops(one, one.mapper));
  const list = <T>(things: ReadonlyMap<string, T>): T[] => [...things.values()];
  return {
    mapper: () =>
      each<'mapper'>((one, mapper) => [
        { subject: mapperSubject(one, consumers), coordinates: { mapper: mapper.name } },
      ]),
    'token-type': () =>
      each<'token-type'>((_, mapper) =>
        list(mapper.tokenTypes).map((tokenType) => ({
          subject: { mapper, tokenType },
          coordinates: { mapper: mapper.name, tokenType: tokenType.name },
        })),
      ),
    claim: () =>
      each<'claim'>((one, mapper) => list(mapper.claims).map((claim) => claimStop(one, mapper, claim))),
    scope: () =>
      each<'scope'>((_, mapper) =>
        list(mapper.scopes)
          .filter(({ implicit }) => implicit !== true)
          .map((scope) => ({
            subject: { mapper, scope },
            coordinates: { mapper: mapper.name, scope: scope.name },
          })),
      ),
    client: () =>
      each<'client'>((_, mapper) =>
        list(mapper.clients).map((client) => ({
          subject: { mapper, client },
          coordinates: { mapper: mapper.name, client: client.name },
        })),
      ),
    resource: () =>
      each<'resource'>((_, mapper) =>
        list(mapper.resources).map((resource) => ({
          subject: { mapper, resource },
          coordinates: { mapper: mapper.name, resource: resource.name },
        })),
      ),
    exchange: () =>
      each<'exchange'>((_, mapper) =>
        mapper.exchanges.map((exchange) => ({
          subject: { mapper, exchange },
          coordinates: { mapper: mapper.name, client: exchange.client, resource: exchange.to },
        })),
      ),
    contract: () =>
      each<'contract'>((one, mapper) =>
        one.contracts().map((contract) => ({
          subject: { mapper, contract },
          coordinates: { mapper: mapper.name, tokenType: contract.key.tokenType },
        })),
      ),
    exposure: () =>
      each<'exposure'>((one, mapper) =>
        one.sharedExposures().map(({ exposure, readers, tokenTypes }) => ({
          subject: { mapper, exposure, readers, tokenTypes },
          coordinates: { mapper: mapper.name, tokenType: exposure.tokenType, claim: exposure.claim },
        })),
      ),
  };
}

function mapperSubject(one: Survey, consumers: readonly Consumer[]): Subjects['mapper'] {
  return { mapper: one.mapper, contracts: one.contracts(), exposures: one.exposures(), consumers };
}

function claimStop(one: Survey, mapper: MapperDefinition, claim: Subjects['claim']['claim']): Stop<'claim'> {
  const [name = ''] = claim.path;
  const registered = claim.path.length === 1 ? registeredClaims.get(name) : undefined;
  const tokenTypes = one.tokenTypesOf().get(claim.id) ?? [];
  return {
    subject:
      registered === undefined ? { mapper, claim, tokenTypes } : { mapper, claim, tokenTypes, registered },
    coordinates: { mapper: mapper.name, claim: claim.id },
  };
}
