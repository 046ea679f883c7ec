import type { JsonValue, Problem, SourceTree } from '../../model/index.ts';
import { comparePlaces, isObject } from '../../model/index.ts';
import type { Provider, ProviderOptions, ProviderResult } from '../provider.ts';
import { readRealm } from './definition.ts';
import { type ExportNode, placeOfNode, text } from './export-node.ts';
import { CURRENT, parseVersion } from './version.ts';

/** Members that only a realm has beside its name; an adapter's configuration file names its realm too. */
const REALM_PARTS = [
  'clients',
  'clientScopes',
  'clientTemplates',
  'applications',
  'oauthClients',
  'keycloakVersion',
];

/**
 * Keycloak: a realm export (`kc.sh export`, the admin console's partial export, a hand-written realm for
 * `--import-realm` or keycloak-config-cli), of any version; or an array of one realm.
 */
export const keycloak: Provider = { name: 'keycloak', matches, load };

function isRealm(value: JsonValue | undefined): boolean {
  return (
    isObject(value) &&
    Object.hasOwn(value, 'realm') &&
    typeof value.realm === 'string' &&
    REALM_PARTS.some((key) => Object.hasOwn(value, key))
  );
}

function matches(value: JsonValue): boolean {
  return Array.isArray(value) ? value.length > 0 && value.every(isRealm) : isRealm(value);
}

function load(tree: SourceTree, options: ProviderOptions): ProviderResult {
  const realms = realmsOf(tree);
  const realm = realms.find((node) => text(node, 'realm') !== 'master') ?? realms[0];
  if (realm === undefined) return { problems: [] };
  const written = text(realm, 'keycloakVersion') ?? options.version;
  const version = parseVersion(written) ?? CURRENT;
  const origin = {
    format: 'keycloak',
    files: [tree.file],
    ...(written === undefined ? {} : { version: written }),
  };
  const { definition, problems } = readRealm(realm, version, origin);
  const others = realms.filter((node) => node !== realm).map((node) => unread(node, definition.name));
  return {
    definition,
    problems: [...problems, ...others].sort((one, other) => comparePlaces(one.at, other.at)),
  };
}

function realmsOf(tree: SourceTree): readonly ExportNode[] {
  if (!Array.isArray(tree.value)) return [{ tree, path: [], value: tree.value }];
  return tree.value.map((value: JsonValue, index) => ({ tree, path: [index], value }));
}

function unread(node: ExportNode, read: string): Problem {
  return {
    kind: 'conflict',
    at: placeOfNode(node),
    message: `the realm "${text(node, 'realm') ?? ''}" is not checked: the file holds several, and "${read}" was read`,
    help: 'export each realm to a file of its own',
  };
}
