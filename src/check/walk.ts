import { unmetParts } from '../compare/consumers/unmet.ts';
import { type Judge, makeJudge } from '../compare/judge.ts';
import type {
  Consumer,
  Coordinates,
  DecodedToken,
  EffectiveContract,
  MalformedToken,
  Place,
} from '../model/index.ts';
import type { Examined } from './examined.ts';
import type { Stop, Walk } from './stop.ts';
import { type Survey, survey } from './survey.ts';
import { walkComparisons } from './walk-comparisons.ts';
import { walkDefinitions } from './walk-definitions.ts';

/** The way through everything that is examined. */
export function walk(examined: Examined, now: number): Walk {
  const surveys = (examined.mappers ?? []).map(survey);
  const consumers = examined.consumers ?? [];
  return {
    problem: () => (examined.problems ?? []).map((problem) => ({ subject: { problem }, coordinates: {} })),
    ...walkDefinitions(surveys, consumers),
    consumer: () => {
      const judge = makeJudge();
      return consumers.map((consumer) => consumerStop(consumer, surveys, judge));
    },
    ...walkComparisons(examined, now),
    token: () => (examined.tokens ?? []).map(tokenStop),
    'malformed-token': () => (examined.malformed ?? []).map(malformedStop),
  };
}

function consumerStop(consumer: Consumer, surveys: readonly Survey[], judge: Judge): Stop<'consumer'> {
  const { role } = consumer;
  const candidates = surveys.filter(({ mapper }) => {
    if (role.as === 'gateway') return true;
    return (role.as === 'client' ? mapper.clients : mapper.resources).has(role.name);
  });
  const owners = candidates.map(({ mapper }) => mapper);
  const [owner] = candidates;
  const coordinates = { consumer: consumer.name };
  if (owner === undefined || owners.length > 1)
    return { subject: { consumer, owners, contracts: [], unmet: [] }, coordinates };
  const { mapper } = owner;
  const contracts = owner.contracts().filter((contract) => isReadBy(contract, consumer));
  const unmet = unmetParts(consumer, mapper, contracts, judge);
  return { subject: { consumer, owners, mapper, contracts, unmet }, coordinates };
}

function isReadBy({ key, kind }: EffectiveContract, { reads, role }: Consumer): boolean {
  if (key.tokenType !== reads && kind !== reads) return false;
  if (role.as === 'client') return key.client === role.name;
  return role.as === 'gateway' || key.resource === role.name;
}

export function tokenStop(token: DecodedToken): Stop<'token'> {
  const { mapper, contract, kind, grant, at } = token;
  const tokenType = contract?.key.tokenType ?? kind;
  // An audit makes one for each token with a finding: spreads would cost more than its rules.
  const coordinates: { -readonly [Part in keyof Coordinates]: Coordinates[Part] } = {};
  if (mapper !== undefined) coordinates.mapper = mapper.name;
  if (tokenType !== undefined) coordinates.tokenType = tokenType;
  if (grant !== undefined) coordinates.client = grant.client;
  return { subject: { token }, coordinates, apart: apart(at) };
}

export function malformedStop(malformed: MalformedToken): Stop<'malformed-token'> {
  return { subject: { malformed }, coordinates: {}, apart: apart(malformed.at) };
}

const apart = ({ file, line, column }: Place): string => `${file}:${line}:${column}`;
