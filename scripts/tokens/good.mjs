/** Sample tokens as the shop's issuer, version 3.0.0, would issue them at 2026-11-22T11:58:00Z. */

export const NOW = Date.parse('2026-11-22T12:00:00Z') / 1000;
const ISSUER = 'https://id.shop.example';
const TENANT = '7f6d2c1e-0b5a-4c3d-9e8f-1a2b3c4d5e6f';

/** Accounts; the partner's is pairwise, so that Acme can't recognise Ada elsewhere. */
const ADA = '0d9a6d4e-5f0c-4b57-8a43-3b1f1c9e7a10';
const ADA_AT_PARTNER = 'pK2nG8s0Jw4v7Qy1Zr5Tb3Xc6Ud9Ee_Hm-LfAaOiYqM';
const BO = '4c7b8e52-93d1-4e0a-b6f4-6d2a90c1e3b8';

export const ORDERS = 'https://orders.shop.example';
const times = { iat: NOW - 120, exp: NOW + 180 };

export const accessHeader = { alg: 'ES256', typ: 'at+jwt', kid: 'shop-es256' };
const idHeader = { alg: 'RS256', typ: 'JWT', kid: 'shop-rs256' };

/** A token at the orders API for a person; `claims` come on top. */
function atOrders(client, jti, scope, claims) {
  const common = { iss: ISSUER, aud: ORDERS, ...times, jti, client_id: client, scope };
  return { ...common, sub: ADA, tenant_id: TENANT, account_status: 'active', ...claims };
}

/** What index.json says of a token: what it is, and under which grant it was issued. */
const grant = (tokenType, client, scopes, rest = {}) => ({
  tokenType,
  client,
  subject: 'user',
  scopes,
  ...rest,
});

export const mobileToken = {
  ...grant('light_access_token', 'mobile', ['openid', 'orders.read'], { resource: 'orders' }),
  header: accessHeader,
  payload: atOrders('mobile', 'at-mobile-1', 'openid orders.read', { sub: BO, groups: ['support'] }),
};

export const webToken = {
  ...grant('access_token', 'web', ['openid', 'orders.read', 'orders.write'], { resource: 'orders' }),
  header: accessHeader,
  payload: atOrders('web', 'at-web-1', 'openid orders.read orders.write', {
    sales_channel: 'web',
    acr: 'urn:shop:acr:two-factor',
    auth_time: NOW - 600,
  }),
};

export const batchToken = {
  ...grant('access_token', 'batch', ['shipping.read', 'shipping.write'], {
    resource: 'shipping',
    subject: 'machine',
  }),
  header: accessHeader,
  payload: {
    iss: ISSUER,
    sub: 'batch',
    aud: 'https://shipping.shop.example',
    ...times,
    jti: 'at-batch-1',
    client_id: 'batch',
    scope: 'shipping.read shipping.write',
  },
};

export const partnerIdToken = {
  ...grant('id_token', 'partner', ['openid', 'age']),
  header: idHeader,
  payload: {
    iss: ISSUER,
    sub: ADA_AT_PARTNER,
    aud: 'partner',
    ...times,
    auth_time: NOW - 600,
    nonce: 'n-partner-1',
    'https://shop.example/claims/age_over_18': true,
  },
};

const good = (file, says, token) => ({
  file: `good/${file}.jwt`,
  says,
  valid: true,
  signature: 'verified',
  contract: 'kept',
  ...token,
});

export const goodTokens = [
  good('access-web-orders', 'what the gateway hands to the orders API for the web shop', webToken),
  good('access-mobile-orders', "the mobile app's light access token, for a member of support", mobileToken),
  good('access-partner-orders', 'what the gateway hands to the orders API for Acme Wines', {
    ...grant('access_token', 'partner', ['openid', 'orders.read'], { resource: 'orders' }),
    header: accessHeader,
    payload: atOrders('partner', 'at-partner-1', 'openid orders.read', { sub: ADA_AT_PARTNER }),
  }),
  good('access-batch-shipping', "a machine's token: nothing in it is about a person", batchToken),
  good('access-exchanged-discount', 'a token of the web shop, exchanged by the orders API (RFC 8693)', {
    ...grant('access_token', 'orders-service', ['discount.read'], { resource: 'discount' }),
    header: accessHeader,
    payload: {
      iss: ISSUER,
      sub: ADA,
      aud: 'https://discount.shop.example',
      ...times,
      jti: 'at-exchanged-1',
      client_id: 'orders-service',
      scope: 'discount.read',
      tenant_id: TENANT,
      price_plan: 'trade',
      act: { sub: 'orders-service' },
    },
  }),
  good('id-web', 'the ID token of the web shop', {
    ...grant('id_token', 'web', ['openid']),
    header: idHeader,
    payload: {
      iss: ISSUER,
      sub: ADA,
      aud: 'web',
      ...times,
      auth_time: NOW - 600,
      nonce: 'n-web-1',
      acr: 'urn:shop:acr:password',
      tenant_id: TENANT,
    },
  }),
  good('id-mobile', 'the ID token of the mobile app, without an acr', {
    ...grant('id_token', 'mobile', ['openid']),
    header: idHeader,
    payload: { iss: ISSUER, sub: BO, aud: 'mobile', ...times, auth_time: NOW - 60, tenant_id: TENANT },
  }),
  good('id-partner', 'the ID token of Acme Wines: of age, and no more', partnerIdToken),
  good('wrapper-web', 'the JWT around the opaque token of the web shop', {
    ...grant('wrapper_token', 'web', ['openid', 'orders.read'], { resource: 'orders' }),
    header: { alg: 'ES256', typ: 'JWT', kid: 'shop-es256' },
    payload: { iss: ISSUER, ...times, jti: 'wrapper-web-1', region: 'eu' },
  }),
];

const json = (value) => `${JSON.stringify(value, null, 2)}\n`;

export const responses = [
  {
    file: 'userinfo.json',
    says: 'what the web shop learns at the UserInfo endpoint',
    valid: true,
    signature: 'unsigned',
    contract: 'kept',
    ...grant('userinfo', 'web', ['openid', 'profile', 'email']),
    text: json({
      sub: ADA,
      name: 'Ada Example',
      locale: 'en-GB',
      email: 'ada@customer.example',
      email_verified: true,
    }),
  },
  {
    file: 'introspection.json',
    says: 'what the gateway learns about the opaque token of the web shop',
    valid: true,
    signature: 'unsigned',
    contract: 'kept',
    ...grant('introspection', 'web', ['openid', 'orders.read'], { resource: 'orders' }),
    text: json({
      active: true,
      ...atOrders('web', 'at-web-2', 'openid orders.read', {}),
      token_type: 'Bearer',
    }),
  },
  {
    file: 'opaque.txt',
    says: 'the opaque token of the web shop: nothing can be read in it',
    valid: true,
    ...grant('reference_token', 'web', ['openid', 'orders.read'], { resource: 'orders' }),
    text: '9Yc3Rk0Vt7Hq2Ls5Wd8Zf1Xg4Mb6Np_Ja-EoTuQiUyC\n',
  },
];
