import type { Client, Exchange, JsonObject, MapperDefinition, TokenType } from '../model/index.ts';
import { hasGrant } from './grant-types.ts';
import { keptForBoth } from './kept.ts';

/** The exchanges that a client may make: those listed for it, where it has the grant type. */
export const exchangesOf = keptForBoth(
  (definition: MapperDefinition, client: Client): readonly Exchange[] => {
    if (!hasGrant(client, 'token_exchange')) return [];
    return definition.exchanges.filter((exchange) => exchange.client === client.name);
  },
);

/**
 * How many actors a token of an exchange names at most: the exchanging client, and whoever acted in the
 * token that it swapped. Unbounded where exchanges go in a circle.
 */
function actorsOf(definition: MapperDefinition, exchange: Exchange, path: readonly Exchange[] = []): number {
  if (path.includes(exchange)) return Number.POSITIVE_INFINITY;
  const earlier = definition.exchanges.filter(({ to }) => to === exchange.from);
  const depths = earlier.map((one) => actorsOf(definition, one, [...path, exchange]));
  return Math.max(0, ...depths) + (exchange.mode === 'delegation' ? 1 : 0);
}

function actorSchema(actors: number): JsonObject {
  return {
    type: 'object',
    properties: {
      ...(actors > 1 ? { act: earlierActor(actors) } : {}),
      client_id: { type: 'string' },
      iss: { type: 'string' },
      sub: { type: 'string' },
    },
    required: ['sub'],
    additionalProperties: false,
  };
}

function earlierActor(actors: number): JsonObject {
  return Number.isFinite(actors) ? actorSchema(actors - 1) : { type: 'object' };
}

/**
 * The `act` claim of the tokens of an exchange (RFC 8693 section 4.1): who acts, and nested in it, who acted
 * before. As deep as the definition's chain of exchanges; where that is a circle, the inner actors are open.
 *
 * @returns undefined when nobody acts for the user: by impersonation the client takes the user's place
 */
export function actSchema(definition: MapperDefinition, exchange: Exchange): JsonObject | undefined {
  const actors = actorsOf(definition, exchange);
  return actors === 0 ? undefined : actorSchema(actors);
}

/**
 * Whether each token that can be swapped has a claim to carry over: every access token for that resource, so
 * the token type or the resource must release it always, and no filter may drop it. What a scope or client
 * releases depends on a grant that the exchanging client did not make.
 */
export function isAlwaysCarried(definition: MapperDefinition, exchange: Exchange, claimId: string): boolean {
  const types = [...definition.tokenTypes.values()].filter(
    (type) => type.kind === 'access_token' && type.for?.resources?.includes(exchange.from) !== false,
  );
  return types.length > 0 && types.every((type) => alwaysHolds(definition, type, exchange.from, claimId));
}

function alwaysHolds(
  definition: MapperDefinition,
  type: TokenType,
  resource: string,
  claimId: string,
): boolean {
  if (type.for?.subject === 'machine') return true;
  if (type.only !== undefined && !type.only.includes(claimId)) return false;
  const byResource = definition.resources.get(resource)?.releases;
  const releases = [
    ...type.releases,
    ...(definition.tokenTypes.get(type.kind)?.releases ?? []),
    ...(byResource?.get(type.name) ?? []),
    ...(byResource?.get(type.kind) ?? []),
  ];
  const declared = definition.claims.get(claimId)?.presence;
  return releases.some(({ claim, presence }) => claim === claimId && (presence ?? declared) === 'always');
}
