import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { JSONWebKeySet } from 'jose';
import { type Context, type IssuedToken, Provider } from 'oidc-provider';
import { claimSchema, contractOf, grantedScopes, presenceUnder } from '../../../src/contract/index.ts';
import type {
  Client,
  EffectiveContract,
  JsonObject,
  JsonValue,
  MapperDefinition,
} from '../../../src/model/index.ts';
import { granted, registerExchange, type ScopePolicy, TOKEN_EXCHANGE } from './token-exchange.ts';

/** What the people of the shop's directory are. */
const ACCOUNT: Readonly<Record<string, JsonValue>> = {
  sub: '0d9a6d4e-5f0c-4b57-8a43-3b1f1c9e7a10',
  tenant_id: '7f6d2c1e-0b5a-4c3d-9e8f-1a2b3c4d5e6f',
  account_status: 'active',
  groups: ['support'],
  sales_channel: 'app',
  price_plan: 'trade',
  acr: 'urn:shop:acr:password',
  email: 'ada@customer.example',
  email_verified: true,
  name: 'Ada Example',
  locale: 'en-GB',
};

/** Changes what the server puts into access tokens: a mistake in its configuration. */
export type Mistake = (claims: JsonObject) => JsonObject;

export interface AuthorizationServer {
  readonly address: string;
  readonly issuer: string;
  close(): Promise<void>;
}

const SECRET = 'made in public for a test of this repository';

export const redirectOf = (client: string): string => `https://${client}.example/callback`;
export const basicAuth = (client: string): string =>
  `Basic ${Buffer.from(`${client}:${encodeURIComponent(SECRET)}`).toString('base64')}`;

/** A client of the definition as the server registers it. */
function registered({ name, grants, scopes, defaultScopes }: Client): object {
  const hasUsers = grants.includes('authorization_code');
  const types = grants.map((grant) => (grant === 'token_exchange' ? TOKEN_EXCHANGE : grant));
  return {
    client_id: name,
    client_secret: SECRET,
    grant_types: types,
    redirect_uris: hasUsers ? [redirectOf(name)] : [],
    response_types: hasUsers ? ['code'] : [],
    scope: [...defaultScopes, ...scopes].join(' '),
    id_token_signed_response_alg: 'RS256',
    require_auth_time: true,
  };
}

/** The token type of a client's access tokens, as the definition has it. */
function contractFor(definition: MapperDefinition, token: IssuedToken): EffectiveContract | undefined {
  const resource = [...definition.resources.values()].find(({ audience }) => audience === token.aud)?.name;
  if (resource === undefined) return undefined;
  const subject = token.accountId === undefined ? ('machine' as const) : ('user' as const);
  const types = [...definition.tokenTypes.values()].filter(({ kind }) => kind === 'access_token');
  const contracts = types.flatMap(
    ({ name }) =>
      contractOf(definition, { tokenType: name, client: token.clientId, subject, resource }) ?? [],
  );
  // A variant is used instead of the general type.
  return contracts.at(-1);
}

/** Where the value of a claim comes from. */
function sourceOf(claim: string, { clientId }: IssuedToken): JsonValue | undefined {
  if (claim === 'act') return { sub: clientId };
  return claim === 'auth_time' ? Math.floor(Date.now() / 1000) : ACCOUNT[claim];
}

/** What the definition puts into a token beside the protocol's own claims. */
function releasedTo(definition: MapperDefinition, token: IssuedToken): JsonObject {
  const contract = contractFor(definition, token);
  if (contract === undefined) return {};
  const { client, subject, resource = '' } = contract.key;
  const scopes = grantedScopes(definition, {
    client,
    subject,
    resource,
    scopes: token.scope?.split(' ') ?? [],
  });
  const claims = [...contract.claims.values()].filter(
    (claim) => presenceUnder(claim, scopes ?? new Set()) !== 'never' && claimSchema(claim, scopes) !== false,
  );
  const values = claims.flatMap(({ path }): [string, JsonValue][] => {
    const [name = ''] = path;
    const value = sourceOf(name, token);
    return name === 'sub' || value === undefined ? [] : [[name, value]];
  });
  return Object.fromEntries(values);
}

/** Claims by the scopes that release them at the UserInfo endpoint. */
function userinfoClaims(definition: MapperDefinition): Record<string, string[]> {
  const byScope = [...definition.scopes.values()].map(({ name, releases }): [string, string[]] => [
    name,
    (releases.get('userinfo') ?? []).map(({ claim }) => claim),
  ]);
  const known = byScope.filter(([, claims]) => claims.length > 0);
  return { ...Object.fromEntries(known), tenant_id: [], acr: [] } as Record<string, string[]>;
}

function configuration(definition: MapperDefinition, jwks: object, mistake: Mistake): object {
  const resources = [...definition.resources.values()];
  const scopesOf = (resource: string): string =>
    [...definition.scopes.values()]
      .flatMap(({ name, resources: opened }) => (opened.includes(resource) ? [name] : []))
      .join(' ');
  // Who holds phantom tokens: the definition's reference_token is for these.
  const phantoms = new Set(definition.tokenTypes.get('reference_token')?.for?.clients);
  return {
    jwks,
    clients: [...definition.clients.values()].map(registered),
    scopes: [...definition.scopes.keys()],
    claims: { ...userinfoClaims(definition), tenant_id: null, acr: null, auth_time: null },
    cookies: { keys: [SECRET] },
    pkce: { required: () => true },
    ttl: {
      AccessToken: 300,
      IdToken: 300,
      ClientCredentials: 300,
      Interaction: 300,
      Session: 300,
      Grant: 300,
      RefreshToken: 300,
    },
    issueRefreshToken: async () => true,
    interactions: { url: () => '/interaction' },
    findAccount: async (_: Context, accountId: string) => ({
      accountId,
      claims: async () => ({ ...ACCOUNT, sub: accountId }),
    }),
    loadExistingGrant: async ({ oidc }: Context) => {
      const grant = new oidc.provider.Grant({
        clientId: oidc.client.clientId,
        accountId: oidc.session.accountId,
      });
      grant.addOIDCScope([...definition.scopes.keys()].join(' '));
      grant.addOIDCClaims(['tenant_id', 'acr', 'auth_time']);
      for (const { name, audience } of resources) grant.addResourceScope(audience, scopesOf(name));
      await grant.save();
      return grant;
    },
    extraTokenClaims: async (_: Context, token: IssuedToken) => mistake(releasedTo(definition, token)),
    features: {
      devInteractions: { enabled: false },
      claimsParameter: { enabled: true },
      clientCredentials: { enabled: true },
      introspection: { enabled: true, allowedPolicy: async () => true },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => undefined,
        useGrantedResource: () => false,
        getResourceServerInfo: async (
          _: Context,
          indicator: string,
          client: { readonly clientId: string },
        ) => {
          const resource = resources.find(({ audience }) => audience === indicator);
          const scope = resource === undefined ? '' : scopesOf(resource.name);
          const accessTokenFormat = phantoms.has(client.clientId) ? 'opaque' : 'jwt';
          return {
            scope,
            audience: indicator,
            accessTokenTTL: 300,
            accessTokenFormat,
            jwt: { sign: { alg: 'ES256' } },
          };
        },
      },
    },
  };
}

/**
 * Starts a real authorization server (node oidc-provider) on the loopback interface that is configured from a
 * definition. Whoever asks is Ada, and agrees to everything.
 */
export async function startServer(
  definition: MapperDefinition,
  jwks: JSONWebKeySet,
  mistake: Mistake = (claims) => claims,
  policy: ScopePolicy = granted,
): Promise<AuthorizationServer> {
  const provider = new Provider(definition.issuer, configuration(definition, jwks, mistake));
  provider.proxy = true;
  registerExchange(provider, definition, jwks, policy);
  const callback = provider.callback();
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    if (request.url?.startsWith('/interaction') !== true) return callback(request, response);
    const login = { login: { accountId: String(ACCOUNT.sub) } };
    provider.interactionFinished(request, response, login).catch((error: Error) => {
      response.statusCode = 500;
      response.end(error.message);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    issuer: definition.issuer,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
