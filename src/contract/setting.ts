import type {
  Client,
  EffectiveAudience,
  Exchange,
  MapperDefinition,
  Resource,
  SubjectKind,
  TokenType,
} from '../model/index.ts';
import { isShared, type Policy, policyOf } from './audience.ts';
import { exchangesOf } from './exchanges.ts';
import { directSubjects } from './grant-types.ts';
import { type GrantableScope, scopesAt, scopesOf } from './grantable-scopes.ts';
import { isForResource, reachedByClient } from './reach.ts';
import { RESOURCE, type TokenFacts } from './standard-claims.ts';
import { audienceOf, factsOf } from './token-audience.ts';

/** What a contract is worked out from. */
export interface Setting {
  readonly definition: MapperDefinition;
  readonly type: TokenType;
  readonly client: Client;
  readonly subject: SubjectKind;
  readonly resource?: Resource;
  readonly scopes: readonly GrantableScope[];
  /** Other resources that the same token may be for. */
  readonly mates: readonly Resource[];
  readonly policy: Policy;
  readonly audience: EffectiveAudience;
  readonly facts: TokenFacts;
  /** The exchanges that end in such tokens. */
  readonly exchanges: readonly Exchange[];
  /** Whether the client gets such tokens by exchange only. */
  readonly byExchangeOnly: boolean;
}

/**
 * Gathers what decides about the tokens of one type for one client, subject and resource.
 *
 * @param resourceName `RESOURCE` for what all the resources that one token is for have in common
 */
export function settingOf(
  definition: MapperDefinition,
  type: TokenType,
  client: Client,
  subject: SubjectKind,
  resourceName: string | undefined,
): Setting {
  const resource = resourceName === undefined ? undefined : resourceOf(definition, resourceName);
  const policy = policyOf(definition, type);
  const exchanges = exchangesOf(definition, client).filter(
    ({ to }) => subject === 'user' && to === resourceName && isForResource(type),
  );
  const reached = isForResource(type) ? reachedByClient(definition, policy, client) : [];
  const isDirect = directSubjects(client).includes(subject);
  const byExchangeOnly =
    exchanges.length > 0 && !(isDirect && resourceName !== undefined && reached.includes(resourceName));
  const isJoint = isShared(policy) && isForResource(type) && resource !== undefined && !byExchangeOnly;
  const mates = (isJoint ? reached : [])
    .filter((name) => name !== resourceName)
    .map((name) => definition.resources.get(name))
    .filter((mate) => mate !== undefined);
  const isAny = isJoint && resourceName === RESOURCE;
  const readers = isAny || resource === undefined ? mates : [resource, ...mates];
  const audience = audienceOf(definition, type, readers);
  return {
    definition,
    type,
    client,
    subject,
    ...(resource === undefined ? {} : { resource }),
    scopes: scopesOf({ definition, type, client, exchanges, byExchangeOnly, resource, policy, isJoint }),
    mates,
    policy,
    audience,
    facts: factsOf(definition, type, audience, resource),
    exchanges,
    byExchangeOnly,
  };
}

/**
 * Whether one token is for all of several resources that a client reaches, so that its contracts differ by what each
 * resource brings only. A token that stands for one with another policy is for others than that.
 */
export function isForSeveral(
  definition: MapperDefinition,
  type: TokenType,
  client: Client,
  resource: string | undefined,
): boolean {
  if (resource === undefined || resource === RESOURCE) return false;
  if (exchangesOf(definition, client).some(({ to }) => to === resource)) return false;
  const policy = policyOf(definition, type);
  const stoodFor = type.of === undefined ? undefined : definition.tokenTypes.get(type.of);
  const types = stoodFor === undefined ? [type] : [type, stoodFor];
  return (
    isShared(policy) &&
    reachedByClient(definition, policy, client).length > 1 &&
    stoodFor?.of === undefined &&
    types.every((one) => isForResource(one) && policyOf(definition, one) === policy)
  );
}

/** The setting of one resource, from that of any. */
export function settingAt(any: Setting, name: string): Setting {
  const { definition, type, audience } = any;
  const resource = resourceOf(definition, name);
  if (resource === undefined) return any;
  return {
    ...any,
    resource,
    scopes: scopesAt(any.scopes, name),
    mates: any.mates.filter((mate) => mate !== resource),
    facts: factsOf(definition, type, audience, resource),
  };
}

function resourceOf({ resources, at }: MapperDefinition, name: string): Resource | undefined {
  if (name !== RESOURCE) return resources.get(name);
  return { name, audience: RESOURCE, party: 'first', releases: new Map(), at };
}
