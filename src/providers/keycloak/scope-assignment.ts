import type { Problem } from '../../model/index.ts';
import { type ClientScope, samlScopeNames } from './client-scope.ts';
import { type ExportNode, flag, names, placeOfNode, text } from './export-node.ts';
import type { RealmClient } from './realm-client.ts';

/** The client scopes of one client. */
export interface AssignedScopes {
  readonly defaults: readonly string[];
  readonly optional: readonly string[];
}

/** Tells which scopes a client has, and remembers the names that stand for none. */
export interface ScopeAssignment {
  of(client: RealmClient): AssignedScopes;
  /** Names of scopes that don't exist, where they are written. */
  readonly problems: readonly Problem[];
}

/**
 * A client that lists scopes has these; one that lists none has the realm's, or those that the built-in scopes
 * are made with. A listed name without a scope is ignored by Keycloak, and a mistake that costs claims.
 */
export function assignScopes(realm: ExportNode, scopes: readonly ClientScope[]): ScopeAssignment {
  const known = new Set(scopes.map(({ name }) => name));
  const saml = samlScopeNames(realm);
  const problems: Problem[] = [];

  const existing = (listed: readonly ExportNode[] | undefined): readonly string[] =>
    (listed ?? []).flatMap((node) => {
      const name = String(node.value);
      if (known.has(name)) return [name];
      if (!saml.has(name)) problems.push(unknownScope(node, name, known));
      return [];
    });
  const builtIn = (assigned: 'default' | 'optional'): readonly string[] =>
    scopes.filter((scope) => scope.assigned === assigned).map(({ name }) => name);
  const realmList = (key: string, assigned: 'default' | 'optional'): readonly string[] => {
    const listed = names(realm, key);
    return listed === undefined ? builtIn(assigned) : existing(listed);
  };
  const realmDefaults = realmList('defaultDefaultClientScopes', 'default');
  const realmOptional = realmList('defaultOptionalClientScopes', 'optional');

  const of = (client: RealmClient): AssignedScopes => {
    const defaults = names(client.node, 'defaultClientScopes');
    const optional = names(client.node, 'optionalClientScopes');
    const ownLists = defaults !== undefined || optional !== undefined;
    const extra = [...templateOf(client), ...serviceAccountScope(client)].filter((name) => known.has(name));
    const always = [...new Set([...(ownLists ? existing(defaults) : realmDefaults), ...extra])];
    const listed = ownLists ? existing(optional) : realmOptional;
    return { defaults: always, optional: listed.filter((name) => !always.includes(name)) };
  };
  return { of, problems };
}

/** The client template of before 4.0. */
function templateOf(client: RealmClient): readonly string[] {
  const template = text(client.node, 'clientTemplate');
  return template !== undefined && flag(client.node, 'useTemplateMappers', true) ? [template] : [];
}

function serviceAccountScope(client: RealmClient): readonly string[] {
  return client.grants.includes('client_credentials') ? ['service_account'] : [];
}

function unknownScope(node: ExportNode, name: string, known: ReadonlySet<string>): Problem {
  return {
    kind: 'undefined-reference',
    at: placeOfNode(node),
    message: `no client scope is called "${name}": Keycloak ignores it, and its claims are in no token`,
    help: `add it to clientScopes, or use one of ${[...known].sort().join(', ') || 'those that it defines'}`,
  };
}
