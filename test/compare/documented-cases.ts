/** A change that a provider made and wrote about, as two versions of a definition. */
export interface DocumentedCase {
  readonly name: string;
  readonly before: string;
  readonly after: string;
  /** Kind and claim (or what else it is about) of every change, sorted. */
  readonly changes: readonly string[];
  readonly verdict: 'breaking' | 'additive' | 'neutral';
}

interface Parts {
  readonly issuer?: string;
  /** Settings of the access token. */
  readonly token?: string;
  /** More token types. */
  readonly tokens?: string;
  /** Claim → its settings; all are released into the access token unless `releases` says otherwise. */
  readonly claims?: Readonly<Record<string, string>>;
  readonly releases?: readonly string[];
  readonly scopes?: string;
  readonly client?: string;
}

/** An issuer with one client; every claim is always there. */
function issuer(parts: Parts): string {
  const claims = Object.entries(parts.claims ?? {});
  const names = parts.releases ?? claims.map(([name]) => name);
  const entries = claims.map(
    ([name, settings]) => `  ${name}: { about: user, presence: always, ${settings} }`,
  );
  return [
    'tokenpact: mapper/v1',
    'name: provider',
    `issuer: ${parts.issuer ?? 'https://id.example'}`,
    'tokens:',
    `  access_token: { format: jwt, ${parts.token ?? 'profile: none'}, releases: [${names.join(', ')}] }`,
    ...(parts.tokens === undefined ? [] : [parts.tokens]),
    ...(claims.length > 0 ? ['claims:', ...entries] : []),
    ...(parts.scopes === undefined ? [] : ['scopes:', parts.scopes]),
    'clients:',
    `  app: { party: first, grants: [authorization_code]${parts.client ?? ''} }`,
    '',
  ].join('\n');
}

const STRING = 'schema: { type: string }';
const strings = (...names: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(names.map((name) => [name, STRING]));

const SESSION = strings('sub', 'auth_time', 'session_state', 'nonce');
const BASIC =
  '  basic: { description: Basic, releases: { access_token: [sub, auth_time, session_state, nonce] } }';
const ID_TOKEN = '  id_token: { format: jwt, profile: none, releases: [roles] }';
const AUDIENCE = 'schema: { type: array, items: { const: forms }, minItems: 1 }';

export const DOCUMENTED_CASES: readonly DocumentedCase[] = [
  {
    name: 'Keycloak 25: a scope brings what was built in, and a client does not list it',
    before: issuer({ claims: SESSION }),
    after: issuer({ claims: SESSION, releases: [], scopes: BASIC }),
    changes: [
      'claim-removed auth_time',
      'claim-removed nonce',
      'claim-removed session_state',
      'claim-removed sub',
      'scope-added basic',
    ],
    verdict: 'breaking',
  },
  {
    name: 'Keycloak 23: introspection is told what it was before',
    before: issuer({
      claims: strings('role'),
      tokens: '  introspection: { format: json, profile: none, of: access_token }',
    }),
    after: issuer({
      claims: strings('role'),
      tokens: '  introspection: { format: json, profile: none, of: access_token, releases: [role] }',
    }),
    changes: [],
    verdict: 'neutral',
  },
  {
    name: 'Keycloak 23: a list written as text becomes one value',
    before: issuer({ claims: { role: 'schema: { type: string, pattern: "^\\\\[.*\\\\]$" }' } }),
    after: issuer({ claims: { role: 'schema: { type: string, pattern: "^[a-z]+$" }' } }),
    changes: ['claim-changed role'],
    verdict: 'breaking',
  },
  {
    name: 'Keycloak 18: updated_at is a number',
    before: issuer({ claims: { updated_at: STRING } }),
    after: issuer({ claims: { updated_at: 'schema: { type: integer }' } }),
    changes: ['claim-changed updated_at'],
    verdict: 'breaking',
  },
  {
    name: 'ownCloud: roles move to the top, and into the ID token',
    before: issuer({
      claims: { roles: `path: [realm_access, roles], source: roles, ${STRING}` },
      tokens: ID_TOKEN.replace('[roles]', '[]'),
    }),
    after: issuer({ claims: { roles: `source: roles, ${STRING}` }, tokens: ID_TOKEN }),
    changes: ['claim-added roles', 'claim-renamed realm_access.roles'],
    verdict: 'breaking',
  },
  {
    name: 'formsflow: one of two mappers for the same audience is gone',
    before: issuer({
      claims: { client_audience: `path: [aud], ${AUDIENCE}`, custom_audience: `path: [aud], ${AUDIENCE}` },
    }),
    after: issuer({ claims: { client_audience: `path: [aud], ${AUDIENCE}` } }),
    changes: [],
    verdict: 'neutral',
  },
  {
    name: 'GitLab 16 and 17: more about the project',
    before: issuer({ claims: strings('project_path') }),
    after: issuer({ claims: strings('project_path', 'groups_direct', 'ci_config_sha', 'user_access_level') }),
    changes: ['claim-added ci_config_sha', 'claim-added groups_direct', 'claim-added user_access_level'],
    verdict: 'additive',
  },
  {
    name: 'GitHub Actions: immutable subjects',
    before: issuer({ claims: { sub: 'schema: { type: string, pattern: "^repo:[^@]+$" }' } }),
    after: issuer({
      claims: { sub: 'schema: { type: string, pattern: "^repo:[^@]+@[0-9]+/[^@]+@[0-9]+$" }' },
    }),
    changes: ['claim-changed sub'],
    verdict: 'breaking',
  },
  {
    name: 'Entra: access tokens of version 2',
    before: issuer({
      issuer: 'https://sts.example/{tenant}/',
      claims: {
        ...strings('appid', 'unique_name', 'upn'),
        ver: 'schema: { const: "1.0" }',
        iss: 'schema: { type: string }',
      },
      token: 'audience: { from: fixed, many: reject, shape: string, values: ["api://orders"] }',
    }),
    after: issuer({
      issuer: 'https://login.example/{tenant}/v2.0',
      claims: {
        ...strings('azp', 'preferred_username'),
        ver: 'schema: { const: "2.0" }',
        iss: 'schema: { type: string }',
      },
      token: 'audience: { from: fixed, many: reject, shape: string, values: ["5a2c"] }',
    }),
    changes: [
      'audience-added 5a2c',
      'audience-removed api://orders',
      'claim-added azp',
      'claim-added preferred_username',
      'claim-changed ver',
      'claim-removed appid',
      'claim-removed unique_name',
      'claim-removed upn',
      'issuer-changed https://login.example/{tenant}/v2.0',
    ],
    verdict: 'breaking',
  },
  {
    name: 'Kubernetes: bound service account tokens',
    before: issuer({
      issuer: 'kubernetes/serviceaccount',
      claims: { namespace: `path: ["kubernetes.io/serviceaccount/namespace"], ${STRING}` },
    }),
    after: issuer({
      issuer: 'https://cluster.example',
      claims: {
        bound_namespace: `path: [kubernetes.io, namespace], ${STRING}`,
        exp: 'schema: { type: number }',
      },
    }),
    changes: [
      'claim-added exp',
      'claim-added kubernetes\\.io.namespace',
      'claim-removed kubernetes.io/serviceaccount/namespace',
      'issuer-changed https://cluster.example',
    ],
    verdict: 'breaking',
  },
  {
    name: 'Okta: auth_time in access tokens',
    before: issuer({ claims: strings('uid') }),
    after: issuer({ claims: strings('uid', 'auth_time') }),
    changes: ['claim-added auth_time'],
    verdict: 'additive',
  },
  {
    name: 'Auth0: the profile of RFC 9068',
    before: issuer({ claims: strings('azp', 'gty') }),
    after: issuer({ claims: {}, token: 'profile: rfc9068' }),
    changes: ['claim-removed azp', 'claim-removed gty', 'token-profile-changed rfc9068'],
    verdict: 'breaking',
  },
  {
    name: 'authentik: email_verified is false',
    before: issuer({ claims: { email_verified: 'schema: { const: true }' } }),
    after: issuer({ claims: { email_verified: 'schema: { const: false }' } }),
    changes: ['claim-changed email_verified'],
    verdict: 'breaking',
  },
  {
    name: 'IdentityServer4: scope is a string',
    before: issuer({ claims: { scope: 'schema: { type: array, items: { type: string } }' } }),
    after: issuer({ claims: { scope: STRING } }),
    changes: ['claim-changed scope'],
    verdict: 'breaking',
  },
  {
    name: 'oidc-provider 6: one audience is a string',
    before: issuer({
      token: 'profile: rfc9068, audience: { from: fixed, many: reject, shape: array, values: [api] }',
    }),
    after: issuer({
      token: 'profile: rfc9068, audience: { from: fixed, many: reject, shape: string, values: [api] }',
    }),
    changes: ['audience-shape-changed string, one'],
    verdict: 'breaking',
  },
  {
    name: 'Hydra 1: the audience of introspection is a list',
    before: issuer({ claims: { aud: STRING } }),
    after: issuer({ claims: { aud: 'schema: { type: array, items: { type: string } }' } }),
    changes: ['claim-changed aud'],
    verdict: 'breaking',
  },
  {
    name: 'Spring Authorization Server 1.2: jti',
    before: issuer({ claims: strings('sub') }),
    after: issuer({ claims: strings('sub', 'jti') }),
    changes: ['claim-added jti'],
    verdict: 'additive',
  },
  {
    name: 'Google: another form of the issuer, a real boolean',
    before: issuer({
      issuer: 'accounts.example',
      claims: { email_verified: 'schema: { enum: ["true", "false"] }' },
    }),
    after: issuer({
      issuer: 'https://accounts.example',
      claims: { email_verified: 'schema: { type: boolean }' },
    }),
    changes: ['claim-changed email_verified', 'issuer-changed https://accounts.example'],
    verdict: 'breaking',
  },
];
