import type {
  Claim,
  Client,
  Exchange,
  JsonSchema,
  MapperDefinition,
  Place,
  ProfileName,
  Release,
  Releases,
  Resource,
  Scope,
  TokenFormat,
  TokenKind,
  TokenType,
  Unresolved,
} from '../../src/model/index.ts';
import { TOKEN_KINDS } from '../../src/model/index.ts';

const AT: Place = { file: 'mapper.yaml', line: 1, column: 1, endLine: 1, endColumn: 2 };

/** Claims about users and sessions among the registered ones that the tests release without an entry. */
const ABOUT: Readonly<Record<string, Claim['about']>> = {
  email: 'user',
  given_name: 'user',
  sub: 'user',
  username: 'user',
  auth_time: 'session',
  acr: 'session',
  client_id: 'client',
  azp: 'client',
};

type ClaimSpec = Partial<Omit<Claim, 'deprecated'>> & { readonly values?: 'open' | 'closed' | object };

/** A mapper definition as its YAML says it, in memory: enough of the format for what is tested here. */
export interface Spec {
  readonly issuer?: string;
  readonly version?: string;
  readonly name?: string;
  readonly tokens: Readonly<Record<string, TokenSpec>>;
  readonly claims?: Readonly<Record<string, ClaimSpec>>;
  readonly scopes?: Readonly<Record<string, ScopeSpec>>;
  readonly resources?: Readonly<Record<string, ResourceSpec>>;
  readonly clients?: Readonly<Record<string, ClientSpec>>;
  readonly exchanges?: readonly Partial<Exchange>[];
  readonly unresolved?: readonly Partial<Unresolved>[];
}

interface TokenSpec extends Partial<Omit<TokenType, 'releases' | 'audience' | 'for' | 'lifetime'>> {
  readonly releases?: readonly string[];
  readonly lifetime?: string | number;
  readonly audience?: Partial<TokenType['audience']>;
  readonly for?: Partial<TokenType['for']>;
}
type ReleasesSpec = Readonly<Record<string, readonly string[]>>;
type ScopeSpec = Partial<Omit<Scope, 'releases' | 'parameters' | 'resources'>> & {
  readonly resources?: readonly string[];
  readonly releases?: ReleasesSpec;
  readonly parameters?: Readonly<Record<string, JsonSchema>>;
};
type ResourceSpec = Partial<Omit<Resource, 'releases'>> & { readonly releases?: ReleasesSpec };
type ClientSpec = Partial<Omit<Client, 'releases'>> & { readonly releases?: ReleasesSpec };

function mapOf<Of, To>(specs: Readonly<Record<string, Of>> = {}, make: (name: string, spec: Of) => To) {
  return new Map(Object.entries(specs).map(([name, spec]) => [name, make(name, spec)]));
}

function release(text: string): Release {
  const claim = text.replace(/[?!]$/, '');
  if (text.endsWith('?')) return { claim, presence: 'sometimes', at: AT };
  return text.endsWith('!') ? { claim, presence: 'always', at: AT } : { claim, at: AT };
}

function releasesOf(spec: ReleasesSpec = {}): Releases {
  return mapOf(spec, (_name, list) => list.map(release));
}

function claimOf(id: string, spec: ClaimSpec, implied = false): Claim {
  const about = spec.about ?? ABOUT[id] ?? (implied ? 'token' : 'user');
  const { values, ...rest } = spec;
  return {
    id,
    path: [id],
    presence: about === 'user' && id !== 'sub' ? 'sometimes' : 'always',
    schema: implied ? { type: 'string' } : true,
    growth: values === 'open' ? 'open' : 'closed',
    planned: [],
    registered: implied,
    implied,
    at: AT,
    ...rest,
    about,
  };
}

function tokenOf(name: string, spec: TokenSpec, tokens: Spec['tokens']): TokenType {
  const kind = (spec.kind ?? TOKEN_KINDS.find((one) => one === name)) as TokenKind;
  const general: TokenSpec = spec.for === undefined ? {} : (tokens[kind] ?? {});
  const { releases, audience, for: condition, lifetime: _lifetime, ...own } = spec;
  const {
    releases: _releases,
    audience: generalAudience,
    lifetime: _general,
    for: _for,
    ...inherited
  } = general;
  const policy = audience ?? generalAudience;
  return {
    name,
    format: 'jwt' as TokenFormat,
    profile: 'none' as ProfileName,
    at: AT,
    ...inherited,
    ...own,
    kind,
    releases: (releases ?? []).map(release),
    requestable: spec.requestable ?? [],
    ...(policy === undefined
      ? {}
      : { audience: { from: 'scope', many: 'array', shape: 'either', values: [], at: AT, ...policy } }),
    ...(condition === undefined ? {} : { for: { at: AT, ...condition } }),
  };
}

/** Every claim that somebody releases and nobody declares. */
function impliedBy(spec: Spec): readonly string[] {
  const owners: readonly { readonly releases?: ReleasesSpec }[] = [
    ...Object.values(spec.scopes ?? {}),
    ...Object.values(spec.resources ?? {}),
    ...Object.values(spec.clients ?? {}),
  ];
  const names = [
    ...owners.flatMap(({ releases }) => Object.values(releases ?? {}).flat()),
    ...Object.values(spec.tokens).flatMap((type) => [...(type.releases ?? []), ...(type.requestable ?? [])]),
  ].map((text) => text.replace(/[?!]$/, ''));
  return names.filter((id) => !Object.hasOwn(spec.claims ?? {}, id));
}

export function definitionOf(spec: Spec): MapperDefinition {
  const claims = new Map(impliedBy(spec).map((id) => [id, claimOf(id, {}, true)]));
  for (const [id, claim] of Object.entries(spec.claims ?? {})) claims.set(id, claimOf(id, claim));
  return {
    at: AT,
    name: spec.name ?? 'shop',
    ...(spec.version === undefined ? {} : { version: spec.version }),
    issuer: spec.issuer ?? 'https://id.shop.example',
    claimsFrom: 'issuance',
    origin: { format: 'tokenpact', files: ['mapper.yaml'] },
    tokenTypes: mapOf(spec.tokens, (name, token) => tokenOf(name, token, spec.tokens)),
    claims,
    scopes: mapOf(spec.scopes, (name, { releases, parameters, ...scope }) => ({
      name,
      resources: [],
      visible: true,
      at: AT,
      ...scope,
      releases: releasesOf(releases),
      parameters: mapOf(parameters, (_name, schema) => schema),
    })),
    resources: mapOf(spec.resources, (name, { releases, ...resource }) => ({
      name,
      audience: name,
      party: 'first' as const,
      at: AT,
      ...resource,
      releases: releasesOf(releases),
    })),
    clients: mapOf(spec.clients, (name, { releases, ...client }) => ({
      name,
      party: 'first' as const,
      grants: ['authorization_code'],
      defaultScopes: [],
      scopes: [],
      subject: 'public' as const,
      at: AT,
      ...client,
      releases: releasesOf(releases),
    })),
    exchanges: (spec.exchanges ?? []).map((exchange) => ({
      client: '',
      from: '',
      to: '',
      scopes: [],
      mode: 'delegation' as const,
      carries: [],
      at: AT,
      ...exchange,
    })),
    unresolved: (spec.unresolved ?? []).map((one) => ({
      reason: 'a script',
      content: 'script',
      tokenTypes: [],
      at: AT,
      ...one,
    })),
  };
}
