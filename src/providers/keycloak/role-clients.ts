import { type ExportNode, entries, items, member, text } from './export-node.ts';
import type { RealmClient } from './realm-client.ts';
import type { AssignedScopes } from './scope-assignment.ts';

/** Clients whose roles a client's tokens may have, without itself: what an audience-resolve mapper adds. */
export type RoleClients = (client: RealmClient, scopes: AssignedScopes) => readonly string[];

/** Reads which clients have roles, and which of them are mapped to clients without full scope. */
export function readRoleClients(realm: ExportNode): RoleClients {
  const roles = member(realm, 'roles');
  const byClient = roles && (member(roles, 'client') ?? member(roles, 'application'));
  const withRoles = entries(byClient)
    .filter(([, list]) => Array.isArray(list.value) && list.value.length > 0)
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
    return withRoles.filter((name) => name !== client.name && mapped(name));
  };
}
