import type { EffectiveAudience, MapperDefinition, Resource, TokenType } from '../model/index.ts';
import { audienceSchema, type Policy, policyOf } from './audience.ts';
import { kept, keptForBoth } from './kept.ts';
import { isForResource } from './reach.ts';
import { CLIENT, type TokenFacts } from './standard-claims.ts';

const audiences = keptForBoth(
  (_: MapperDefinition, _type: TokenType) => new Map<string, EffectiveAudience>(),
);

/** The audiences of tokens for some resources: the same object for the same ones. */
export function audienceOf(
  definition: MapperDefinition,
  type: TokenType,
  resources: readonly Resource[],
): EffectiveAudience {
  const policy = policyOf(definition, type);
  const { many, shape } = policy;
  const values = audienceValues(type, policy, resources);
  const known = audiences(definition, type);
  const name = JSON.stringify(values);
  const audience = known.get(name) ?? { values, many, shape };
  known.set(name, audience);
  return audience;
}

function audienceValues(type: TokenType, policy: Policy, resources: readonly Resource[]): readonly string[] {
  if (policy.from === 'fixed') return [...policy.values].sort();
  if (!isForResource(type) && type.kind !== 'assertion') return [CLIENT];
  return [...new Set(resources.map(({ audience }) => audience))].sort();
}

const factsFor = kept((_: EffectiveAudience) => new Map<string, TokenFacts>());

/**
 * What the surroundings of a token say about its claims: the same object for the same ones.
 *
 * @param resource the one whose tokens they are
 */
export function factsOf(
  definition: MapperDefinition,
  type: TokenType,
  audience: EffectiveAudience,
  resource: Resource | undefined,
): TokenFacts {
  const certain = certainAudiences(type, policyOf(definition, type), resource);
  const known = factsFor(audience);
  const name = JSON.stringify(certain);
  const facts = known.get(name) ?? {
    issuer: type.issuer ?? definition.issuer,
    audience: audienceSchema(audience, certain),
  };
  known.set(name, facts);
  return facts;
}

/** Those that are in every token. */
function certainAudiences(
  type: TokenType,
  policy: Policy,
  resource: Resource | undefined,
): readonly string[] {
  if (policy.from === 'fixed') return policy.many === 'array' ? [...policy.values].sort() : [];
  if (isForResource(type)) return resource === undefined ? [] : [resource.audience];
  return type.kind === 'assertion' ? [] : [CLIENT];
}
