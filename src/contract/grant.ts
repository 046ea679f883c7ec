import type { EffectiveContract, Grant, MapperDefinition, TokenType } from '../model/index.ts';
import { policyOf } from './audience.ts';
import { contractOf } from './effective-contracts.ts';
import { exchangesOf } from './exchanges.ts';
import { profileOf } from './profiles/index.ts';
import { applies, isForResource, isSignIn, resourcesReached, subjectsOf, targetsOf } from './reach.ts';
import { isGranted } from './scope-tokens.ts';

/**
 * The scopes that a grant ends in: those asked for that the client may have, by the names that the
 * definition gives them, and its default scopes.
 *
 * @returns undefined for a client that the definition does not know
 */
export function grantedScopes(definition: MapperDefinition, grant: Grant): ReadonlySet<string> | undefined {
  const client = definition.clients.get(grant.client);
  if (client === undefined) return undefined;
  const asked = new Set(grant.scopes);
  const byExchange = exchangesOf(definition, client)
    .filter(({ to }) => to === grant.resource)
    .flatMap(({ scopes }) => scopes);
  const given = [...client.scopes, ...byExchange].filter((name) => isGranted(name, asked));
  return new Set([...client.defaultScopes, ...given].sort());
}

/**
 * The contracts of the tokens that a grant yields, sorted as `effectiveContracts`. Without a resource, the
 * granted scopes tell which resources the token is for; where one token is for several, each of them has
 * its contract with it.
 *
 * @example grantContract(definition, { client: 'web', scopes: ['openid'], subject: 'user' })
 */
export function grantContract(definition: MapperDefinition, grant: Grant): readonly EffectiveContract[] {
  const client = definition.clients.get(grant.client);
  const scopes = grantedScopes(definition, grant);
  if (client === undefined || scopes === undefined) return [];
  const types = [...definition.tokenTypes.values()].sort((one, other) => (one.name < other.name ? -1 : 1));
  return types
    .filter((type) => subjectsOf(definition, client, type).includes(grant.subject))
    .filter((type) => !needsOpenid(definition, type) || scopes.has('openid'))
    .flatMap((type) => {
      const asked = resourcesOf(definition, type, grant, scopes);
      const reachable = targetsOf(definition, type, client, grant.subject);
      const resources = asked.filter((resource) => resource === undefined || reachable.includes(resource));
      return resources
        .filter((resource) => applies(definition, type, client.name, grant.subject, resource))
        .map((resource) => {
          const key = { tokenType: type.name, client: client.name, subject: grant.subject };
          return contractOf(definition, resource === undefined ? key : { ...key, resource });
        })
        .filter((contract) => contract !== undefined);
    });
}

function needsOpenid(definition: MapperDefinition, type: TokenType): boolean {
  return isSignIn(type) && profileOf(type).name === 'openid' && definition.scopes.has('openid');
}

function resourcesOf(
  definition: MapperDefinition,
  type: TokenType,
  grant: Grant,
  scopes: ReadonlySet<string>,
): readonly (string | undefined)[] {
  if (!isForResource(type)) return [undefined];
  if (grant.resource !== undefined) return [grant.resource];
  const policy = policyOf(definition, type);
  // Nobody named a resource, so by RFC 8707 the token is for none in particular.
  if (policy.from === 'parameter') return [undefined];
  const reached = resourcesReached(definition, policy, scopes);
  return reached.length === 0 ? [undefined] : reached;
}
