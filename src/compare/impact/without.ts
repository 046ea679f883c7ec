import type {
  Client,
  ImpactSubject,
  JsonObject,
  JsonSchema,
  JsonValue,
  MapperDefinition,
  Release,
  Releases,
  Resource,
  Scope,
  TokenType,
} from '../../model/index.ts';
import { isObject, isSameValue, listedValues, mapped } from '../../model/index.ts';
import { type MemberPath, withoutMember } from './claim-members.ts';
import { entriesOf } from './impact-subjects.ts';

/**
 * The definition as it would be without a claim, a scope or a value. What a profile brings stays: it is not
 * the definition's to take away.
 *
 * @returns undefined where the definition does not list the value, so that nobody can say what goes with it
 */
export function without(definition: MapperDefinition, subject: ImpactSubject): MapperDefinition | undefined {
  switch (subject.kind) {
    case 'claim':
      return subject.member === undefined
        ? withoutClaims(definition, new Set(entriesOf(definition, subject.claim).map(({ id }) => id)))
        : withoutMembers(definition, subject.claim, subject.member);
    case 'scope':
      return withoutScope(definition, subject.scope);
    case 'value':
      return withoutValue(definition, subject.claim, subject.value);
  }
}

function withoutClaims(definition: MapperDefinition, ids: ReadonlySet<string>): MapperDefinition {
  const kept = (names: readonly string[]): readonly string[] => names.filter((name) => !ids.has(name));
  const keptReleases = (list: readonly Release[]): readonly Release[] =>
    list.filter(({ claim }) => !ids.has(claim));
  const cut = <Thing extends { readonly releases: Releases }>(thing: Thing): Thing => ({
    ...thing,
    releases: mapped(thing.releases, keptReleases),
  });
  const cutType = (tokenType: TokenType): TokenType => ({
    ...tokenType,
    releases: keptReleases(tokenType.releases),
    requestable: kept(tokenType.requestable),
    ...(tokenType.only && { only: kept(tokenType.only) }),
  });
  return {
    ...definition,
    claims: new Map([...definition.claims].filter(([id]) => !ids.has(id))),
    tokenTypes: mapped(definition.tokenTypes, cutType),
    scopes: mapped(definition.scopes, (scope: Scope) => cut(scope)),
    resources: mapped(definition.resources, (resource: Resource) => cut(resource)),
    clients: mapped(definition.clients, (client: Client) => cut(client)),
    exchanges: definition.exchanges.map((exchange) => ({ ...exchange, carries: kept(exchange.carries) })),
  };
}

function withoutScope(definition: MapperDefinition, gone: string): MapperDefinition {
  const kept = (names: readonly string[]): readonly string[] => names.filter((name) => name !== gone);
  return {
    ...definition,
    scopes: new Map([...definition.scopes].filter(([name]) => name !== gone)),
    clients: mapped(definition.clients, (client) => ({
      ...client,
      defaultScopes: kept(client.defaultScopes),
      scopes: kept(client.scopes),
    })),
    exchanges: definition.exchanges.map((exchange) => ({ ...exchange, scopes: kept(exchange.scopes) })),
    unresolved: definition.unresolved.filter(({ scope }) => scope !== gone),
  };
}

function withoutMembers(definition: MapperDefinition, claim: string, path: MemberPath): MapperDefinition {
  const claims = new Map(definition.claims);
  for (const entry of entriesOf(definition, claim))
    claims.set(entry.id, { ...entry, schema: withoutMember(entry.schema, path) });
  return { ...definition, claims };
}

function withoutValue(
  definition: MapperDefinition,
  name: string,
  value: JsonValue,
): MapperDefinition | undefined {
  const entries = entriesOf(definition, name).filter(({ schema }) => lists(schema, value));
  if (entries.length === 0) return undefined;
  // An entry that says nothing else has nothing left to say.
  const ended = entries.filter(({ schema }) => listedValues(schema)?.length === 1);
  const claims = new Map(definition.claims);
  for (const entry of entries) claims.set(entry.id, { ...entry, schema: withoutIn(entry.schema, value) });
  return withoutClaims({ ...definition, claims }, new Set(ended.map(({ id }) => id)));
}

function lists(schema: JsonSchema, value: JsonValue): boolean {
  return (listedValues(schema) ?? []).some((one) => isSameValue(one, value));
}

function withoutIn(schema: JsonSchema, value: JsonValue): JsonSchema {
  if (!isObject(schema)) return schema;
  const { items } = schema;
  const isListed = Array.isArray(schema.enum) || schema.const !== undefined || schema.type === 'boolean';
  if (!isListed && (typeof items === 'boolean' || isObject(items))) {
    return { ...schema, items: withoutIn(items, value) };
  }
  const left = (listedValues(schema) ?? []).filter((one) => !isSameValue(one, value));
  const { const: _, ...rest } = schema;
  return { ...(rest as JsonObject), enum: left };
}
