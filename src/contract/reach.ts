import type { Client, MapperDefinition, SubjectKind, TokenKind, TokenType } from '../model/index.ts';
import { type Policy, policyOf } from './audience.ts';
import { exchangesOf } from './exchanges.ts';
import { directSubjects } from './grant-types.ts';
import { keptForBoth } from './kept.ts';
import { profileOf } from './profiles/index.ts';

/** Access tokens, and what stands for them: the kinds that are for a resource. */
const FOR_RESOURCES: ReadonlySet<TokenKind> = new Set([
  'access_token',
  'introspection',
  'reference_token',
  'wrapper_token',
]);

/** Kinds that tell a client about a person who signed in. */
const FOR_SIGN_IN: ReadonlySet<TokenKind> = new Set(['id_token', 'userinfo', 'logout_token']);

/** Whether tokens of a type are for a resource, rather than for the client itself. */
export function isForResource(type: TokenType): boolean {
  return FOR_RESOURCES.has(type.kind);
}

/** Whether tokens of a type are about a sign-in, so that only users have them. */
export function isSignIn(type: TokenType): boolean {
  return FOR_SIGN_IN.has(type.kind);
}

/** Whom a client's tokens of a type may be about. */
export function subjectsOf(
  definition: MapperDefinition,
  client: Client,
  type: TokenType,
): readonly SubjectKind[] {
  const direct = directSubjects(client);
  if (isSignIn(type)) {
    return direct.includes('user') && maySignIn(definition, client, type) ? ['user'] : [];
  }
  const exchanges = isForResource(type) && exchangesOf(definition, client).length > 0;
  return exchanges && !direct.includes('user') ? [...direct, 'user'] : direct;
}

/** An ID token and UserInfo need the scope `openid` (OpenID Connect Core section 3.1.2.1), where it is defined. */
function maySignIn(definition: MapperDefinition, client: Client, type: TokenType): boolean {
  if (profileOf(type).name !== 'openid' || !definition.scopes.has('openid')) return true;
  return client.defaultScopes.includes('openid') || client.scopes.includes('openid');
}

/**
 * The resources that a client's own requests can reach through some scopes, sorted.
 *
 * @param scopes names of scopes that are or may be granted
 */
export function resourcesReached(
  definition: MapperDefinition,
  policy: Policy,
  scopes: Iterable<string>,
): readonly string[] {
  const { resources } = definition;
  if (policy.from === 'fixed') return namesWhere(definition, (name) => isFixed(definition, policy, name));
  const opened = new Set<string>();
  for (const scope of scopes) {
    for (const name of definition.scopes.get(scope)?.resources ?? [])
      if (resources.has(name)) opened.add(name);
  }
  if (policy.from === 'scope') return [...opened].sort();
  // With RFC 8707, a resource that no scope guards can be asked for by everyone.
  const guarded = new Set([...definition.scopes.values()].flatMap((scope) => scope.resources));
  return namesWhere(definition, (name) => opened.has(name) || !guarded.has(name));
}

const reachedBy = keptForBoth((_: MapperDefinition, _policy: Policy) => new Map<Client, readonly string[]>());

/** The resources that a client's own requests can reach, sorted: worked out once. */
export function reachedByClient(
  definition: MapperDefinition,
  policy: Policy,
  client: Client,
): readonly string[] {
  const byClient = reachedBy(definition, policy);
  const known =
    byClient.get(client) ?? resourcesReached(definition, policy, [...client.defaultScopes, ...client.scopes]);
  byClient.set(client, known);
  return known;
}

function isFixed(definition: MapperDefinition, policy: Policy, resource: string): boolean {
  return policy.values.includes(definition.resources.get(resource)?.audience ?? '');
}

function namesWhere({ resources }: MapperDefinition, holds: (name: string) => boolean): readonly string[] {
  return [...resources.keys()].filter(holds).sort();
}

/** The resources of the tokens that a client gets about a kind of subject; `undefined` stands for none. */
export function targetsOf(
  definition: MapperDefinition,
  type: TokenType,
  client: Client,
  subject: SubjectKind,
): readonly (string | undefined)[] {
  if (!isForResource(type)) return [undefined];
  const policy = policyOf(definition, type);
  const isDirect = directSubjects(client).includes(subject);
  const reached = new Set(isDirect ? reachedByClient(definition, policy, client) : []);
  if (subject === 'user') for (const exchange of exchangesOf(definition, client)) reached.add(exchange.to);
  return reached.size === 0 ? [undefined] : [...reached].sort();
}

/** Whether a variant's condition holds; a general token type has none, so it always does. */
export function isFor(
  { for: condition }: TokenType,
  client: string,
  subject: SubjectKind,
  resource?: string,
): boolean {
  if (condition === undefined) return true;
  const { clients, resources } = condition;
  if (clients !== undefined && !clients.includes(client)) return false;
  if (resources !== undefined && (resource === undefined || !resources.includes(resource))) return false;
  return condition.subject === undefined || condition.subject === subject;
}

/** Whether a token type is the one in use: a variant where it matches, the general one where no variant does. */
export function applies(
  definition: MapperDefinition,
  type: TokenType,
  client: string,
  subject: SubjectKind,
  resource?: string,
): boolean {
  if (!isFor(type, client, subject, resource)) return false;
  if (type.for !== undefined) return true;
  return ![...definition.tokenTypes.values()].some(
    (other) => other.kind === type.kind && other.for !== undefined && isFor(other, client, subject, resource),
  );
}
