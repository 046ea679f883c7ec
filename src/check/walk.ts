import { registeredClaims } from '../generated/registry.ts';
import type {
  AffectedConsumer,
  Comparison,
  Consumer,
  Coordinates,
  DecodedToken,
  EffectiveContract,
  MapperDefinition,
  Place,
  Witness,
} from '../model/index.ts';
import { changeContext } from './change-context.ts';
import type { Examined } from './examined.ts';
import type { SubjectName, Subjects } from './subjects.ts';
import { type Survey, survey } from './survey.ts';
import { declaredBump, suffices } from './versioning.ts';

/** One thing to inspect, with what every finding about it shares. */
export interface Stop<Subject extends SubjectName> {
  readonly subject: Subjects[Subject];
  readonly coordinates: Coordinates;
  readonly before?: Place;
  readonly witness?: Witness;
  readonly consumers?: readonly AffectedConsumer[];
  /** Tells things apart that share all coordinates: tokens are reported one by one. */
  readonly apart?: string;
}

/** How each kind of thing is found. Waivers are not here: they are judged when the findings are known. */
export type Walk = {
  readonly [Subject in Exclude<SubjectName, 'waiver'>]: () => Iterable<Stop<Subject>>;
};

/** The way through everything that is examined. */
export function walk(examined: Examined, now: number): Walk {
  const surveys = (examined.mappers ?? []).map(survey);
  const consumers = examined.consumers ?? [];
  const comparisons = examined.comparisons ?? [];
  return {
    problem: () => (examined.problems ?? []).map((problem) => ({ subject: { problem }, coordinates: {} })),
    ...walkDefinitions(surveys, consumers),
    // Without a definition nobody can say what a consumer gets.
    consumer: () =>
      surveys.length === 0 ? [] : consumers.map((consumer) => consumerStop(consumer, surveys)),
    ...walkComparisons(comparisons, consumers, now),
    token: () => (examined.tokens ?? []).map(tokenStop),
    'malformed-token': () =>
      (examined.malformed ?? []).map((malformed) => ({
        subject: { malformed },
        coordinates: {},
        apart: apart(malformed.at),
      })),
  };
}

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

function walkDefinitions(
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
        list(mapper.scopes).map((scope) => ({
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

function consumerStop(consumer: Consumer, surveys: readonly Survey[]): Stop<'consumer'> {
  const { role } = consumer;
  const candidates = surveys.filter(({ mapper }) => {
    if (role.as === 'gateway') return true;
    return (role.as === 'client' ? mapper.clients : mapper.resources).has(role.name);
  });
  const owners = candidates.map(({ mapper }) => mapper);
  const [owner] = candidates;
  const coordinates = { consumer: consumer.name };
  if (owner === undefined || owners.length > 1)
    return { subject: { consumer, owners, contracts: [] }, coordinates };
  const contracts = owner.contracts().filter((contract) => isReadBy(contract, consumer));
  return { subject: { consumer, owners, mapper: owner.mapper, contracts }, coordinates };
}

function isReadBy({ key, kind }: EffectiveContract, { reads, role }: Consumer): boolean {
  if (key.tokenType !== reads && kind !== reads) return false;
  if (role.as === 'client') return key.client === role.name;
  return role.as === 'gateway' || key.resource === role.name;
}

function walkComparisons(
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

function tokenStop(token: DecodedToken): Stop<'token'> {
  const tokenType = token.contract?.key.tokenType ?? token.kind;
  return {
    subject: { token },
    coordinates: {
      ...(token.mapper && { mapper: token.mapper.name }),
      ...(tokenType && { tokenType }),
      ...(token.grant && { client: token.grant.client }),
    },
    apart: apart(token.at),
  };
}

const apart = ({ file, line, column }: Place): string => `${file}:${line}:${column}`;
