import type {
  Client,
  EffectiveAudience,
  Exchange,
  MapperDefinition,
  Resource,
  Scope,
  SubjectKind,
  TokenType,
} from '../model/index.ts';
import { audienceSchema, isShared, type Policy, policyOf } from './audience.ts';
import { exchangesOf } from './exchanges.ts';
import { directSubjects } from './grant-types.ts';
import { isForResource, reachedByClient } from './reach.ts';
import { CLIENT, RESOURCE, type TokenFacts } from './standard-claims.ts';

/** A scope that a grant has or may have. */
interface GrantableScope {
  readonly scope: Scope;
  /** Every grant has it, so that what it releases is released whatever is asked for. */
  readonly byDefault: boolean;
  /** False when it may be granted and still not take part: its resource was not asked for (RFC 8707). */
  readonly certain: boolean;
}

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
  const reached = reachedByClient(definition, policy, client);
  const isDirect = directSubjects(client).includes(subject);
  const byExchangeOnly =
    exchanges.length > 0 && !(isDirect && resourceName !== undefined && reached.includes(resourceName));
  const isJoint = isShared(policy) && isForResource(type) && resource !== undefined && !byExchangeOnly;
  const mates = (isJoint ? reached : [])
    .filter((name) => name !== resourceName)
    .map((name) => definition.resources.get(name))
    .filter((mate) => mate !== undefined);
  const isAny = isJoint && resourceName === RESOURCE;
  const audience = audienceOf(type, policy, isAny || resource === undefined ? mates : [resource, ...mates]);
  const certain = certainAudiences(type, policy, resource);
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
    facts: { issuer: type.issuer ?? definition.issuer, audience: audienceSchema(audience, certain) },
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
  const { definition, type, policy, audience, facts } = any;
  const resource = resourceOf(definition, name);
  if (resource === undefined) return any;
  return {
    ...any,
    resource,
    scopes: any.scopes.map((one) =>
      one.scope.resources.includes(name) ? grantable(one.scope, one.byDefault, true) : one,
    ),
    mates: any.mates.filter((mate) => mate !== resource),
    facts: { ...facts, audience: audienceSchema(audience, certainAudiences(type, policy, resource)) },
  };
}

function resourceOf({ resources, at }: MapperDefinition, name: string): Resource | undefined {
  if (name !== RESOURCE) return resources.get(name);
  return { name, audience: RESOURCE, party: 'first', releases: new Map(), at };
}

function audienceOf(type: TokenType, policy: Policy, resources: readonly Resource[]): EffectiveAudience {
  const { many, shape } = policy;
  if (policy.from === 'fixed') return { values: [...policy.values].sort(), many, shape };
  const named = resources.map(({ audience }) => audience);
  const values = isForResource(type) || type.kind === 'assertion' ? named : [CLIENT];
  return { values: [...new Set(values)].sort(), many, shape };
}

function certainAudiences(
  type: TokenType,
  policy: Policy,
  resource: Resource | undefined,
): readonly string[] {
  if (policy.from === 'fixed') return policy.many === 'array' ? [...policy.values].sort() : [];
  if (isForResource(type)) return resource === undefined ? [] : [resource.audience];
  return type.kind === 'assertion' ? [] : [CLIENT];
}

interface ScopeQuestion extends Pick<Setting, 'definition' | 'type' | 'client' | 'exchanges' | 'policy'> {
  readonly byExchangeOnly: boolean;
  readonly resource: Resource | undefined;
  readonly isJoint: boolean;
}

function scopesOf(question: ScopeQuestion): readonly GrantableScope[] {
  const { definition, client, exchanges, byExchangeOnly } = question;
  const ways = exchanges.map(({ scopes }) => new Set(scopes));
  const names = new Set(ways.flatMap((way) => [...way]));
  if (!byExchangeOnly) for (const name of [...client.defaultScopes, ...client.scopes]) names.add(name);
  const found: GrantableScope[] = [];
  for (const name of [...names].sort()) {
    const scope = definition.scopes.get(name);
    const part = scope === undefined ? 'none' : partOf(scope, question);
    if (scope === undefined || part === 'none') continue;
    const byDefault = client.defaultScopes.includes(name) && ways.every((way) => way.has(name));
    found.push(grantable(scope, byDefault, part === 'certain'));
  }
  return found;
}

const grantables = new WeakMap<Scope, Map<string, GrantableScope>>();

/** The same object for the same scope granted in the same way, so that what it brings is worked out once. */
function grantable(scope: Scope, byDefault: boolean, certain: boolean): GrantableScope {
  const ways = grantables.get(scope) ?? new Map<string, GrantableScope>();
  grantables.set(scope, ways);
  const way = `${byDefault} ${certain}`;
  const known = ways.get(way) ?? { scope, byDefault, certain };
  ways.set(way, known);
  return known;
}

/** What a granted scope does to the tokens of a resource: one that opens other resources only may do nothing. */
function partOf(scope: Scope, question: ScopeQuestion): 'certain' | 'uncertain' | 'none' {
  const { type, policy, resource, isJoint } = question;
  if (!isForResource(type) || scope.resources.length === 0 || policy.from === 'fixed') return 'certain';
  if (resource !== undefined && scope.resources.includes(resource.name)) return 'certain';
  if (resource === undefined) return policy.from === 'scope' ? 'none' : 'certain';
  if (!isJoint) return 'none';
  return policy.from === 'scope' ? 'certain' : 'uncertain';
}
