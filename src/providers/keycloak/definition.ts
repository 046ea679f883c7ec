import type { MapperDefinition, Problem } from '../../model/index.ts';
import { accessTokenVariants } from './access-tokens.ts';
import { audienceReach, optionalIdAudiences, readResources } from './audiences.ts';
import { type ClientScope, readClientScopes } from './client-scope.ts';
import { readClientModels } from './clients.ts';
import { type ExportNode, member, placeOfNode, text } from './export-node.ts';
import { idMaker, type OwnerEffects, readOwner } from './owner-effects.ts';
import type { PlacedClient, PlacedScope } from './placed.ts';
import { type RealmClient, readClients } from './realm-client.ts';
import { readRoleClients } from './role-clients.ts';
import { firstOfEachName } from './same-name.ts';
import { assignScopes } from './scope-assignment.ts';
import { readScopes } from './scopes.ts';
import { shapeProblems } from './shape.ts';
import { readSystemClaims } from './system-claims.ts';
import { readTokenTypes } from './token-types.ts';
import type { KeycloakVersion } from './version.ts';

/** Reads one realm. Every name in the definition resolves; what didn't is a problem. */
export function readRealm(
  realm: ExportNode,
  version: KeycloakVersion,
  origin: MapperDefinition['origin'],
): { readonly definition: MapperDefinition; readonly problems: readonly Problem[] } {
  const at = placeOfNode(member(realm, 'realm') ?? realm);
  const { kept: all, problems: sameClients } = firstOfEachName(readClients(realm, version), 'client');
  const { kept: clientScopes, problems: sameScopes } = firstOfEachName(
    readClientScopes(realm, version),
    'client scope',
  );
  const asking = all.filter((client) => !client.readsOnly);
  const variants = accessTokenVariants(asking);
  const lightweightTypes = variants.filter(({ lightweight }) => lightweight).map(({ name }) => name);
  const context = { version, lightweightTypes, idOf: idMaker() };
  const effectsOf = (kind: 'client' | 'scope', { name, mappers }: ClientScope | RealmClient): OwnerEffects =>
    readOwner({ kind, name, mappers }, context);

  const scopes = clientScopes.map((scope): PlacedScope => ({ scope, effects: effectsOf('scope', scope) }));
  const assignment = assignScopes(realm, clientScopes);
  const roleClientsOf = readRoleClients(realm, all);
  const clients = asking.map((client): PlacedClient => {
    const assigned = assignment.of(client);
    return {
      client,
      scopes: assigned,
      effects: effectsOf('client', client),
      roleClients: roleClientsOf(client, assigned),
    };
  });

  const owners = [...scopes, ...clients].map(({ effects }) => effects);
  const reach = audienceReach(scopes, clients);
  const resources = readResources(all, owners, reach, at);
  const system = readSystemClaims(version, at);
  const tokenTypes = readTokenTypes({ realm, clients, scopes, variants, system });
  const claims = [...system.claims, ...owners.flatMap((owner) => owner.claims)];
  const definition: MapperDefinition = {
    name: text(realm, 'realm') ?? '',
    issuer: issuerOf(realm),
    claimsFrom: 'issuance',
    origin,
    tokenTypes: new Map(tokenTypes.map((type) => [type.name, type])),
    claims: new Map(claims.map((claim) => [claim.id, claim])),
    scopes: readScopes(scopes, reach, resources, at),
    resources,
    clients: readClientModels(clients, scopes, reach),
    exchanges: [],
    unresolved: [...owners.flatMap(({ unresolved }) => unresolved), ...optionalIdAudiences(scopes, clients)],
    at,
  };
  const mistakes = owners.flatMap(({ problems }) => problems);
  return {
    definition,
    problems: [...shapeProblems(realm), ...sameClients, ...sameScopes, ...assignment.problems, ...mistakes],
  };
}

/** The host is the server's, unless the realm has an address of its own. */
function issuerOf(realm: ExportNode): string {
  const attributes = member(realm, 'attributes');
  const frontend = (attributes && text(attributes, 'frontendUrl')) || 'https://{host}';
  return `${frontend.replace(/\/+$/, '')}/realms/${text(realm, 'realm') ?? ''}`;
}
