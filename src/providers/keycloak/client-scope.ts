import type { Place } from '../../model/index.ts';
import { builtInMappers } from './built-in-mappers.ts';
import { type ExportNode, items, member, placeOfNode, text } from './export-node.ts';
import { type Mapper, readMappers } from './mapper.ts';
import { type KeycloakVersion, since } from './version.ts';

/** A client scope as Keycloak has it after the import: exported, or created by the server. */
export interface ClientScope {
  readonly name: string;
  readonly description?: string;
  /** Whether its name is in the `scope` claim. */
  readonly visible: boolean;
  readonly mappers: readonly Mapper[];
  readonly at: Place;
  /** What a client without lists of its own gets; an exported scope has its place in the realm's lists. */
  readonly assigned?: 'default' | 'optional';
}

/**
 * The client scopes of a realm for OpenID Connect. A realm that has none gets Keycloak's built-in ones; a
 * realm of before 4.0 has client templates, which are scopes that are never named to anybody.
 */
export function readClientScopes(realm: ExportNode, version: KeycloakVersion): readonly ClientScope[] {
  if (member(realm, 'clientScopes') === undefined) {
    const templates = items(realm, 'clientTemplates').map((node) => readScope(node, false));
    return since(version, 4) ? [...templates, ...builtInScopes(realm, version)] : templates;
  }
  return items(realm, 'clientScopes')
    .filter(isOpenId)
    .map((node) => readScope(node, true));
}

/** Names of scopes for SAML, which clients list beside the others. */
export function samlScopeNames(realm: ExportNode): ReadonlySet<string> {
  const saml = items(realm, 'clientScopes').filter((node) => !isOpenId(node));
  return new Set(['role_list', 'saml_organization', ...saml.map((node) => text(node, 'name') ?? '')]);
}

/** Whether a client or a client scope is for OpenID Connect, as it is when it doesn't say. */
export function isOpenId(node: ExportNode): boolean {
  return (text(node, 'protocol') ?? 'openid-connect') === 'openid-connect';
}

function readScope(node: ExportNode, named: boolean): ClientScope {
  const attributes = member(node, 'attributes');
  const description = text(node, 'description');
  return {
    name: text(node, 'name') ?? text(node, 'id') ?? '',
    ...(description === undefined ? {} : { description }),
    visible: named && (attributes && text(attributes, 'include.in.token.scope')) !== 'false',
    mappers: readMappers(node),
    at: placeOfNode(member(node, 'name') ?? node),
  };
}

function builtInScopes(realm: ExportNode, version: KeycloakVersion): readonly ClientScope[] {
  const at = placeOfNode(member(realm, 'realm') ?? realm);
  const mappers = builtInMappers(version, at);
  const scope = (
    name: string,
    from: readonly [number, number],
    assigned: 'default' | 'optional' | undefined,
    visible: boolean,
    own: readonly Mapper[],
  ): readonly ClientScope[] => {
    if (!since(version, ...from)) return [];
    const description = `Keycloak's built-in scope "${name}"`;
    return [
      { name, description, visible, mappers: own, at, ...(assigned === undefined ? {} : { assigned }) },
    ];
  };
  return [
    ...scope('profile', [4, 0], 'default', true, mappers.profile),
    ...scope('email', [4, 0], 'default', true, mappers.email),
    ...scope('address', [4, 0], 'optional', true, mappers.address),
    ...scope('phone', [4, 0], 'optional', true, mappers.phone),
    ...scope('offline_access', [4, 0], 'optional', true, []),
    ...scope('roles', [4, 6], 'default', false, mappers.roles),
    ...scope('web-origins', [4, 6], 'default', false, mappers.webOrigins),
    ...scope('microprofile-jwt', [6, 0], 'optional', true, mappers.microprofile),
    ...scope('acr', [18, 0], 'default', false, mappers.acr),
    ...scope('basic', [25, 0], 'default', false, mappers.basic),
    ...scope('organization', [26, 0], 'optional', true, mappers.organization),
    ...scope('service_account', [26, 1], undefined, false, mappers.serviceAccount),
  ];
}
