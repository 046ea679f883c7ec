import { type ExportNode, entries, items, member, text } from './export-node.ts';
import type { RealmClient } from './realm-client.ts';
import type { AssignedScopes } from './scope-assignment.ts';

/** APIs whose roles a client's tokens may have: the resources that an audience-resolve mapper opens. */
export type RoleClients = (client: RealmClient, scopes: AssignedScopes) => readonly string[];

/**
 * Reads which APIs have roles, and which of them are mapped to clients without full scope. Other clients have
 * roles too, and become audiences; but tokens aren't for them, and each would be another contract for each.
 */
export function readRoleClients(realm: ExportNode, clients: readonly RealmClient[]): RoleClients {
  const apis = new Set(clients.filter(({ readsOnly }) => readsOnly).map(({ name }) => name));
  const roles = member(realm, 'roles');
  const byClient = roles && (member(roles, 'client') ?? member(roles, 'application'));
  const withRoles = entries(byClient)
    .filter(([name, list]) => apis.has(name) && Array.isArray(list.value) && list.value.length > 0)
    .map(([name]) => name);
  const mappings = member(realm, 'clientScopeMappings');

  return (client, { defaults, optional }) => {
    const mapped = (roleClient: string): boolean => {
      if (client.fullScope) return true;
      if (mappings === undefined) return false;
      return items(mappings, roleClient).some((entry) => {
        const scope = text(entry, 'clientScope') ?? text(entry, 'clientTemplate') ?? '';
        return text(entry, 'client') === client.name || defaults.includes(scope) || optional.includes(scope);
      });
    };
    return withRoles.filter(mapped);
  };
}
