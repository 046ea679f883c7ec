import { modeline } from './modeline.ts';

/** A small sound definition that shows every section, for somebody who sees the format for the first time. */
export function starterMapper(schemas: string): string {
  return `${modeline(schemas, 'mapper')}
# The contract of the tokens that one issuer issues: edit it, then run: tokenpact lint
tokenpact: mapper/v1
name: example
version: 1.0.0 # rises when tokens change: major when readers break
issuer: https://id.example.com
owner: team-identity

# The tokens that are issued. The profile adds the claims of its specification.
tokens:
  access_token:
    format: jwt
    profile: rfc9068
    algorithms: [ES256]
    lifetime: 5m
    audience: { from: scope, many: reject, shape: string }
  id_token:
    format: jwt
    profile: openid
    algorithms: [ES256]
    lifetime: 5m
  userinfo:
    format: json
    profile: openid

# What each member of a token says. Registered claims (sub, email, …) need no entry.
claims:
  tenant_id:
    description: The organisation that the user acts for
    about: user # user, client, session or token
    presence: always # or sometimes
    schema: { type: string, format: uuid }
    source: account.tenant
    mutable: false
    use: authorization # or identifier, information
    privacy: { level: organisational }
    owner: team-identity

# What clients ask for, and which claims that puts into which token. "email?" is there sometimes.
scopes:
  openid:
    description: Sign you in
    owner: team-identity
  email:
    description: See your e-mail address
    releases: { userinfo: [email, email_verified] }
    owner: team-identity
  orders.read:
    description: Read your orders
    resources: [orders]
    releases: { access_token: [tenant_id] }
    owner: team-orders

# The APIs that access tokens are for.
resources:
  orders:
    description: Orders of customers
    audience: https://orders.example.com
    party: first # or third: operated by somebody else
    owner: team-orders

# Who asks for tokens. defaultScopes are always granted, scopes may be.
clients:
  web:
    description: The web application
    party: first
    grants: [authorization_code, refresh_token]
    defaultScopes: [openid]
    scopes: [email, orders.read]
    owner: team-web
`;
}
