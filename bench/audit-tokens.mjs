// Tokens for the benchmarks of the audit: 900 bytes, 15 claims, each of its own, in four algorithms.
import { createHmac, generateKeyPairSync, generateKeySync, randomUUID, sign } from 'node:crypto';

const base64url = (text) => Buffer.from(text).toString('base64url');
const headerOf = (alg) => base64url(JSON.stringify({ alg, typ: 'at+jwt', kid: `bench-${alg}` }));

export const ALGORITHMS = [
  { name: 'RS256', digest: 'sha256' },
  { name: 'ES256', digest: 'sha256' },
  { name: 'EdDSA', digest: null },
  { name: 'HS256', digest: 'sha256' },
].map((one) => ({ ...one, prefix: `${headerOf(one.name)}.` }));

const ISSUER = 'https://id.bench.example';
const GROUPS = ['admin', 'sales', 'support', 'finance'];

export const MAPPER = `tokenpact: mapper/v1
name: bench
version: 1.0.0
issuer: ${ISSUER}
owner: team-identity
tokens:
  access_token:
    format: jwt
    profile: rfc9068
    algorithms: [${ALGORITHMS.map(({ name }) => name).join(', ')}]
    lifetime: 5m
    audience: { from: scope, many: reject, shape: string }
    releases: [tenant_id, account_status, plan, region, locale_code, device_class]
claims:
  tenant_id: { about: user, presence: always, schema: { type: string, format: uuid }, source: a, mutable: false, use: authorization }
  account_status: { about: user, presence: always, schema: { enum: [active, suspended] }, source: b, use: authorization }
  plan: { about: user, presence: always, schema: { enum: [small, large] }, source: c }
  region: { about: session, presence: always, schema: { enum: [eu, us] }, source: d }
  locale_code: { about: user, presence: always, schema: { type: string, maxLength: 10 }, source: e }
  device_class: { about: session, presence: always, schema: { type: string, maxLength: 40 }, source: f }
  groups: { about: user, presence: always, schema: { type: array, items: { enum: [${GROUPS.join(', ')}] }, maxItems: 20 }, source: g, use: authorization }
scopes:
  orders.read: { description: Read orders, resources: [orders], releases: { access_token: [groups] } }
  orders.write: { description: Write orders, resources: [orders] }
resources:
  orders: { audience: "https://orders.bench.example", party: first }
clients:
  web: { party: first, grants: [authorization_code], scopes: [orders.read, orders.write] }
`;

/** What the naive pipeline holds tokens against: the same claims. */
export const SCHEMA = {
  type: 'object',
  required: [
    'iss',
    'sub',
    'aud',
    'exp',
    'iat',
    'jti',
    'client_id',
    'scope',
    'tenant_id',
    'account_status',
    'plan',
    'region',
    'groups',
  ],
  properties: {
    iss: { const: ISSUER },
    sub: { type: 'string', minLength: 1 },
    aud: { const: 'https://orders.bench.example' },
    exp: { type: 'integer' },
    iat: { type: 'integer' },
    jti: { type: 'string' },
    client_id: { const: 'web' },
    scope: {
      type: 'string',
      pattern: '^(?:orders\\.read|orders\\.write)(?: (?:orders\\.read|orders\\.write))*$',
    },
    tenant_id: { type: 'string', format: 'uuid' },
    account_status: { enum: ['active', 'suspended'] },
    plan: { enum: ['small', 'large'] },
    region: { enum: ['eu', 'us'] },
    locale_code: { type: 'string', maxLength: 10 },
    device_class: { type: 'string', maxLength: 40 },
    groups: { type: 'array', items: { enum: GROUPS }, maxItems: 20 },
  },
  additionalProperties: false,
};

/** One key pair per algorithm, and the JWK set of the public halves. */
export function makeKeys() {
  const pairs = {
    RS256: generateKeyPairSync('rsa', { modulusLength: 2048 }),
    ES256: generateKeyPairSync('ec', { namedCurve: 'P-256' }),
    EdDSA: generateKeyPairSync('ed25519'),
  };
  const secret = generateKeySync('hmac', { length: 256 });
  const keys = new Map(ALGORITHMS.map(({ name }) => [name, pairs[name]?.privateKey ?? secret]));
  const jwks = ALGORITHMS.map(({ name }) => ({
    ...(pairs[name]?.publicKey ?? secret).export({ format: 'jwk' }),
    kid: `bench-${name}`,
    alg: name,
    use: 'sig',
  }));
  return { keys, jwks };
}

/** Claims that keep the contract, of a person of their own. */
export function payloadOf(index) {
  const iat = 1_795_348_680 + (index % 3600);
  return {
    iss: ISSUER,
    sub: randomUUID(),
    aud: 'https://orders.bench.example',
    exp: iat + 300,
    iat,
    jti: `token-${index}-${randomUUID()}`,
    client_id: 'web',
    scope: index % 3 === 0 ? 'orders.read' : 'orders.read orders.write',
    tenant_id: randomUUID(),
    account_status: index % 50 === 0 ? 'suspended' : 'active',
    plan: index % 5 === 0 ? 'large' : 'small',
    region: index % 2 === 0 ? 'eu' : 'us',
    locale_code: 'en-GB',
    device_class: `desktop-${index % 7}`,
    groups: GROUPS.filter((_, at) => (index >> at) % 2 === 0),
  };
}

/** Signed tokens, each different. */
export function makeTokens(count, keys) {
  return Array.from({ length: count }, (_, index) => {
    const { name, digest, prefix } = ALGORITHMS[index % ALGORITHMS.length];
    const data = `${prefix}${base64url(JSON.stringify(payloadOf(index)))}`;
    const key = keys.get(name);
    if (name === 'HS256') return `${data}.${createHmac('sha256', key).update(data).digest('base64url')}`;
    const options = name === 'ES256' ? { key, dsaEncoding: 'ieee-p1363' } : key;
    return `${data}.${sign(digest, Buffer.from(data), options).toString('base64url')}`;
  });
}
