import type { Place } from '../../model/index.ts';
import { builtInMappers } from './built-in-mappers.ts';
import { isOpenId } from './client-scope.ts';
import { type ExportNode, flag, items, member, placeOfNode, text } from './export-node.ts';
import { type Mapper, readMappers } from './mapper.ts';
import { type KeycloakVersion, since } from './version.ts';

/** An enabled OpenID Connect client as Keycloak has it after the import. */
export interface RealmClient {
  readonly name: string;
  readonly node: ExportNode;
  /** It asks for no tokens and only reads them: bearer-only, or without any way to get one. */
  readonly readsOnly: boolean;
  readonly consentRequired: boolean;
  /** False: its tokens have only the roles that are mapped to it. */
  readonly fullScope: boolean;
  readonly grants: readonly string[];
  readonly mappers: readonly Mapper[];
  readonly description?: string;
  readonly at: Place;
}

/** The clients of a realm; before 2.0 they were applications and OAuth clients. Disabled ones get no tokens. */
export function readClients(realm: ExportNode, version: KeycloakVersion): readonly RealmClient[] {
  const listed = ['clients', 'applications', 'oauthClients'].flatMap((key) => items(realm, key));
  return listed
    .filter((node) => isOpenId(node) && flag(node, 'enabled', true))
    .map((node) => readClient(node, version));
}

/** An attribute of a client, unless it is empty, as forms leave it. */
export function attribute(client: RealmClient, key: string): string | undefined {
  const attributes = member(client.node, 'attributes');
  return (attributes && text(attributes, key)) || undefined;
}

function readClient(node: ExportNode, version: KeycloakVersion): RealmClient {
  const idKey = ['clientId', 'name', 'id'].find((key) => text(node, key) !== undefined);
  const at = placeOfNode((idKey && member(node, idKey)) || node);
  const consentRequired = flag(node, 'consentRequired', false);
  const grants = flag(node, 'bearerOnly', false) ? [] : readGrants(node);
  const description = text(node, 'description');
  return {
    name: plainName((idKey && text(node, idKey)) ?? ''),
    node,
    readsOnly: grants.length === 0,
    consentRequired,
    fullScope: flag(node, 'fullScopeAllowed', !consentRequired),
    grants,
    mappers: ownMappers(node, version, at),
    ...(description ? { description } : {}),
    at,
  };
}

/**
 * Keycloak names its own clients by message keys. Without a client id, `${client_account}` is all that is left
 * of `account`, as which other exports of the realm know it.
 */
function plainName(name: string): string {
  return name.replace(/^\$\{client_(.+)\}$/, '$1');
}

/** Mappers of the client itself, and those that the server gives it. */
function ownMappers(node: ExportNode, version: KeycloakVersion, at: Place): readonly Mapper[] {
  const builtIn = builtInMappers(version, at);
  const written = readMappers(node);
  const first =
    !since(version, 4) && member(node, 'protocolMappers') === undefined ? builtIn.firstClients : [];
  const serviceAccount = flag(node, 'serviceAccountsEnabled', false) && !since(version, 26, 1);
  const notes = serviceAccount ? builtIn.serviceAccount : [];
  return [
    ...written,
    ...[...first, ...notes].filter((own) => !written.some(({ name }) => name === own.name)),
  ];
}

function readGrants(node: ExportNode): readonly string[] {
  const attributes = member(node, 'attributes');
  const on = (key: string): boolean => attributes !== undefined && flag(attributes, key, false);
  const directOnly = flag(node, 'directGrantsOnly', false);
  const interactive: readonly (readonly [string, boolean])[] = [
    ['authorization_code', flag(node, 'standardFlowEnabled', !directOnly)],
    ['implicit', flag(node, 'implicitFlowEnabled', false)],
    ['password', flag(node, 'directAccessGrantsEnabled', directOnly)],
    ['device_code', on('oauth2.device.authorization.grant.enabled')],
    ['ciba', on('oidc.ciba.grant.enabled')],
  ];
  const forUsers = interactive.filter(([, enabled]) => enabled).map(([grant]) => grant);
  const refreshes = attributes === undefined || flag(attributes, 'use.refresh.tokens', true);
  return [
    ...forUsers,
    ...(forUsers.length > 0 && refreshes ? ['refresh_token'] : []),
    ...(flag(node, 'serviceAccountsEnabled', false) ? ['client_credentials'] : []),
    ...(on('standard.token.exchange.enabled') ? ['token_exchange'] : []),
  ];
}
