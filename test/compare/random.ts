import fc from 'fast-check';
import type { JsonObject, JsonSchema, JsonValue } from '../../src/model/index.ts';

/** A mapper definition as it is written, in the parts that edits change. */
export interface Document {
  issuer: string;
  claimsFrom: 'issuance' | 'authorization';
  tokens: Record<string, TokenEntry>;
  claims: Record<string, ClaimEntry>;
  scopes: Record<string, ScopeEntry>;
  resources: Record<string, ResourceEntry>;
  clients: Record<string, ClientEntry>;
  exchanges: ExchangeEntry[];
}

type ReleaseEntries = Partial<Record<string, string[]>>;

interface Entry {
  description?: string;
  deprecated?: JsonObject;
}

interface TokenEntry extends Entry {
  kind?: string;
  format: string;
  profile?: string;
  lifetime?: string;
  maxBytes?: number;
  typ?: string;
  algorithms?: string[];
  audience?: JsonObject;
  releases?: string[];
  for?: { clients: string[] };
  only?: string[];
  of?: string;
  schema?: JsonSchema;
}

interface ClaimEntry extends Entry {
  path?: string[];
  about: string;
  presence: 'always' | 'sometimes';
  values: 'open' | 'closed';
  schema: JsonSchema;
  source: string;
  use: string;
  mutable: boolean;
}

interface ScopeEntry extends Entry {
  resources: string[];
  releases: ReleaseEntries;
  schema?: JsonSchema;
}

interface ResourceEntry extends Entry {
  audience: string;
  party: 'first' | 'third';
  senderConstrained?: 'dpop' | 'mtls';
  releases?: ReleaseEntries;
}

interface ClientEntry extends Entry {
  party: 'first' | 'third';
  subject: 'public' | 'pairwise';
  grants: string[];
  defaultScopes: string[];
  scopes: string[];
  releases?: ReleaseEntries;
}

interface ExchangeEntry {
  client: string;
  from: string;
  to: string;
  scopes: string[];
  mode: 'delegation' | 'impersonation';
}

const CLAIMS = ['c1', 'c2', 'c3', 'c4'] as const;
export const SCOPES = ['s1', 's2', 's3'] as const;
const CLIENTS = ['web', 'app'] as const;

/** Each can be told from each other, and some are within others. */
export const SCHEMAS: readonly JsonSchema[] = [
  { type: 'string' },
  { type: 'string', maxLength: 5 },
  { type: 'integer' },
  { enum: ['x', 'y'] },
  { enum: ['x', 'y', 'z'] },
  { type: ['string', 'null'] },
  { type: 'array', items: { enum: ['x', 'y'] }, maxItems: 3 },
  { type: 'object', required: ['k'], properties: { k: { type: 'string' } } },
];

const claim = fc.record({
  about: fc.constantFrom('user', 'session'),
  presence: fc.constantFrom('always', 'sometimes'),
  values: fc.constantFrom('open', 'closed'),
  schema: fc.constantFrom(...SCHEMAS),
  use: fc.constantFrom('identifier', 'authorization', 'information'),
  mutable: fc.boolean(),
});

/** Most releases leave the presence to the claim. */
const released = fc
  .subarray([...CLAIMS], { maxLength: 3 })
  .chain((names) =>
    fc.tuple(...names.map((name) => fc.constantFrom(name, name, name, name, `${name}?`, `${name}!`))),
  );

const scope = fc.record({
  resources: fc.constantFrom<string[]>([], ['api'], ['other']),
  releases: fc.record({ access_token: released, id_token: released }, { requiredKeys: [] }),
});

const client = fc
  .record({
    party: fc.constantFrom('first', 'third'),
    subject: fc.constantFrom('public', 'pairwise'),
    grants: fc.constantFrom(
      ['authorization_code', 'refresh_token'],
      ['authorization_code'],
      ['authorization_code', 'client_credentials'],
    ),
    defaultScopes: fc.subarray([...SCOPES]),
    scopes: fc.subarray([...SCOPES]),
    releases: fc.record({ access_token: released }, { requiredKeys: [] }),
  })
  .map((entry) => ({ ...entry, scopes: entry.scopes.filter((name) => !entry.defaultScopes.includes(name)) }));

const resource = fc.record(
  {
    audience: fc.constantFrom('https://api.example', 'https://api.example/v2'),
    party: fc.constantFrom('first', 'third'),
    senderConstrained: fc.constant('dpop'),
    releases: fc.record({ access_token: released }, { requiredKeys: [] }),
  },
  { requiredKeys: ['audience', 'party'] },
);

const tokens = fc.record(
  {
    access_token: fc.record(
      {
        format: fc.constant('jwt'),
        profile: fc.constantFrom('rfc9068', 'none'),
        lifetime: fc.constantFrom('5m', '1h'),
        maxBytes: fc.constantFrom(2048, 4096),
        algorithms: fc.constantFrom(['RS256'], ['RS256', 'ES256']),
        audience: fc.record({
          from: fc.constantFrom('scope', 'parameter'),
          many: fc.constantFrom('reject', 'array'),
          shape: fc.constantFrom('string', 'array', 'either'),
        }),
        releases: released,
      },
      { requiredKeys: ['format', 'profile', 'releases'] },
    ),
    id_token: fc.record({ format: fc.constant('jwt'), profile: fc.constant('openid'), releases: released }),
    light_access_token: fc.record({
      kind: fc.constant('access_token'),
      format: fc.constant('jwt'),
      for: fc.constant({ clients: ['app'] }),
      only: fc.subarray([...CLAIMS]),
    }),
    introspection: fc.record({
      format: fc.constant('json'),
      profile: fc.constant('rfc7662'),
      of: fc.constant('access_token'),
    }),
  },
  { requiredKeys: ['access_token', 'id_token'] },
);

/** Small definitions of every feature that edits change. */
export const documents: fc.Arbitrary<Document> = fc
  .record({
    issuer: fc.constantFrom('https://id.example', 'https://{tenant}.id.example'),
    claimsFrom: fc.constantFrom('issuance', 'authorization'),
    tokens,
    claims: fc.tuple(...CLAIMS.map(() => claim)),
    scopes: fc.tuple(...SCOPES.map(() => scope)),
    resource,
    clients: fc.tuple(...CLIENTS.map(() => client)),
    isExchanged: fc.boolean(),
  })
  .map(({ claims, scopes, resource: api, clients, isExchanged, ...rest }) => {
    const other = { audience: 'https://other.example', party: 'first' };
    const resources = { api, ...(isExchanged && { other }) };
    return {
      ...rest,
      claims: Object.fromEntries(
        CLAIMS.map((name, at) => [name, { ...claims[at], source: `directory.${name}` }]),
      ),
      scopes: Object.fromEntries(
        SCOPES.map((name, at) => {
          const opened = scopes[at]?.resources.filter((one) => Object.hasOwn(resources, one));
          return [name, { description: name, ...scopes[at], resources: opened }];
        }),
      ),
      resources,
      clients: Object.fromEntries(CLIENTS.map((name, at) => [name, clients[at]])),
      exchanges: isExchanged
        ? [{ client: 'web', from: 'api', to: 'other', scopes: [], mode: 'delegation' }]
        : [],
    } as unknown as Document;
  });

/** The document in the mapper format: JSON is YAML. */
export function write(document: Document): string {
  return JSON.stringify({ tokenpact: 'mapper/v1', name: 'random', ...document }, null, 1);
}

/** The same with all entries and lists in the opposite order. */
export function reversed(value: Document): Document {
  return turned(value as unknown as JsonValue) as unknown as Document;
}

function turned(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(turned).reverse();
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).map(([name, member]) => [name, turned(member as JsonValue)]);
  return Object.fromEntries(members.reverse());
}
