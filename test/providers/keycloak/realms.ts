import { effectiveContracts, presenceUnder } from '../../../src/contract/index.ts';
import { parseTree } from '../../../src/load/parse-tree.ts';
import type { JsonObject, JsonValue, MapperDefinition, SourceTree } from '../../../src/model/index.ts';
import { keycloak, type ProviderResult } from '../../../src/providers/index.ts';

/** A realm with one client `web` that signs users in, without client scopes; parts replace what they name. */
export function realm(parts: JsonObject): JsonObject {
  return {
    realm: 'shop',
    keycloakVersion: '26.0.7',
    clientScopes: [],
    clients: [{ clientId: 'web', defaultClientScopes: [] }],
    ...parts,
  };
}

/** A client with these mappers of its own. */
export function clientWith(mappers: readonly JsonValue[], more: JsonObject = {}): JsonObject {
  return { clientId: 'web', defaultClientScopes: [], protocolMappers: mappers, ...more };
}

export function mapper(protocolMapper: string, config: JsonObject, name = 'it'): JsonObject {
  return { name, protocol: 'openid-connect', protocolMapper, config };
}

/** Every flag on. */
export const EVERYWHERE: JsonObject = {
  'access.token.claim': 'true',
  'id.token.claim': 'true',
  'userinfo.token.claim': 'true',
  'introspection.token.claim': 'true',
};

/** A value as it was exported, with the places of its text. */
export function treeOf(value: JsonValue, file = 'realm.json'): SourceTree {
  const { tree } = parseTree(file, new TextEncoder().encode(JSON.stringify(value, null, 2)));
  if (tree === undefined) throw new Error('the realm of a test must parse');
  return tree;
}

export function load(value: JsonValue, version?: string): ProviderResult {
  return keycloak.load(treeOf(value), version === undefined ? {} : { version });
}

/** The definition of a realm that has no problems. */
export function read(value: JsonValue, version?: string): MapperDefinition {
  const { definition, problems } = load(value, version);
  if (definition === undefined || problems.length > 0) throw new Error(JSON.stringify(problems));
  return definition;
}

/** `name presence` of each claim in the tokens of a client with its default scopes, or with more. */
export function claimsOf(
  definition: MapperDefinition,
  kind: string,
  client = 'web',
  question: { readonly scopes?: readonly string[]; readonly subject?: 'user' | 'machine' } = {},
): readonly string[] {
  const { scopes = [], subject = 'user' } = question;
  const contract = effectiveContracts(definition).find(
    (each) => each.kind === kind && each.key.client === client && each.key.subject === subject,
  );
  if (contract === undefined) return [];
  const granted = new Set([...contract.defaultScopes, ...scopes]);
  return [...contract.claims.values()]
    .map((claim) => `${claim.key} ${presenceUnder(claim, granted)}`)
    .filter((line) => !line.endsWith(' never'))
    .sort();
}

/** What the second list has and the first doesn't (`+`), and the other way round (`-`). */
export function difference(before: readonly string[], after: readonly string[]): readonly string[] {
  return [
    ...before.filter((line) => !after.includes(line)).map((line) => `- ${line}`),
    ...after.filter((line) => !before.includes(line)).map((line) => `+ ${line}`),
  ];
}

/** The claims that mappers bring: what a realm without any has is left out. */
export function mappedClaims(definition: MapperDefinition, kind: string): readonly string[] {
  const bare = read(realm({ keycloakVersion: definition.origin.version ?? '26.0.7' }));
  return difference(claimsOf(bare, kind), claimsOf(definition, kind)).map((line) => line.slice(2));
}
