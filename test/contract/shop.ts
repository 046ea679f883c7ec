import { definitionOf, type Spec } from './definition.ts';

/** The example of the design: every feature once. */
export const SHOP: Spec = {
  name: 'shop',
  version: '2.1.0',
  tokens: {
    access_token: {
      profile: 'rfc9068',
      audience: { from: 'scope', many: 'reject', shape: 'string' },
      releases: ['tenant_id'],
      algorithms: ['PS256', 'ES256'],
      lifetime: 300,
    },
    light_access_token: {
      kind: 'access_token',
      for: { clients: ['mobile'] },
      only: ['sub', 'tenant_id', 'groups'],
    },
    id_token: { profile: 'openid', requestable: ['given_name'] },
    userinfo: { format: 'json', profile: 'openid' },
    reference_token: { format: 'opaque', of: 'access_token', for: { clients: ['web', 'partner'] } },
    wrapper_token: { wraps: 'reference_token', releases: ['region'] },
    introspection: { format: 'json', profile: 'rfc7662', of: 'access_token' },
  },
  claims: {
    tenant_id: { presence: 'always', schema: { type: 'string', format: 'uuid' }, source: 'account.tenant' },
    groups: { schema: { type: 'array', items: { enum: ['admin', 'sales', 'support'] }, maxItems: 20 } },
    status: { presence: 'always', schema: { enum: ['active', 'suspended'] } },
    region: { about: 'session', schema: { enum: ['eu', 'us'] } },
    client_roles: {
      path: ['resource_access', '$' + '{client}', 'roles'],
      schema: { type: 'array', items: { type: 'string' } },
    },
    tier: { schema: { enum: ['none', 'gold', 'platinum'] } },
  },
  scopes: {
    openid: { releases: { id_token: ['auth_time', 'acr?'], userinfo: ['sub'] } },
    email: { releases: { userinfo: ['email', 'email_verified?'] } },
    'orders.read': {
      resources: ['orders'],
      releases: { access_token: ['status', 'groups', 'tier', 'client_roles'] },
    },
    'discount.read': { resources: ['discount'] },
    'payment:{id}': {
      resources: ['orders'],
      parameters: { id: { type: 'string', pattern: '^[0-9]+$' } },
    },
  },
  resources: {
    orders: { audience: 'https://orders.shop.example', senderConstrained: 'dpop' },
    discount: { audience: 'https://discount.shop.example', releases: { access_token: ['tier'] } },
  },
  clients: {
    web: {
      grants: ['authorization_code', 'refresh_token'],
      defaultScopes: ['openid'],
      scopes: ['email', 'orders.read'],
    },
    mobile: { scopes: ['openid', 'orders.read'] },
    partner: { party: 'third', scopes: ['openid'], subject: 'pairwise' },
    'orders-service': { grants: ['client_credentials', 'token_exchange'], scopes: ['discount.read'] },
  },
  exchanges: [
    {
      client: 'orders-service',
      from: 'orders',
      to: 'discount',
      scopes: ['discount.read'],
      mode: 'delegation',
      carries: ['tenant_id'],
    },
  ],
};

export const shop = definitionOf(SHOP);
