import { createPublicKey, type JsonWebKey, type KeyObject } from 'node:crypto';
import { type JSONWebKeySet, jwtVerify } from 'jose';
import { type Context, errors, type Provider } from 'oidc-provider';
import type { Exchange, MapperDefinition } from '../../../src/model/index.ts';

/** RFC 8693 section 2.1. */
export const TOKEN_EXCHANGE = 'urn:ietf:params:oauth:grant-type:token-exchange';

/** Which scopes an exchange grants of those that are asked for. */
export type ScopePolicy = (asked: readonly string[], exchange: Exchange) => readonly string[];

export const granted: ScopePolicy = (asked, { scopes }) => asked.filter((scope) => scopes.includes(scope));

/** Teaches a server the exchanges of a definition: it has no grant for them of its own. */
export function registerExchange(
  provider: Provider,
  definition: MapperDefinition,
  jwks: JSONWebKeySet,
  policy: ScopePolicy,
): void {
  const keyOf = ({ kid }: { readonly kid?: string }): KeyObject =>
    createPublicKey({ key: jwks.keys.find((jwk) => jwk.kid === kid) as JsonWebKey, format: 'jwk' });
  const audienceOf = (resource: string): string => definition.resources.get(resource)?.audience ?? '';
  const exchangeOf = ({ client, params }: Context['oidc']): Exchange | undefined =>
    definition.exchanges.find(
      (one) => one.client === client.clientId && audienceOf(one.to) === params.audience,
    );

  const exchange = async (context: Context): Promise<void> => {
    const { client, params } = context.oidc;
    const allowed = exchangeOf(context.oidc);
    if (allowed === undefined) throw new errors.InvalidTarget();
    const { payload } = await jwtVerify(params.subject_token ?? '', keyOf, {
      issuer: definition.issuer,
      audience: audienceOf(allowed.from),
      typ: 'at+jwt',
    });
    const scopes = policy(params.scope?.split(' ') ?? [], allowed);
    const accountId = payload.sub ?? '';
    const token = new provider.AccessToken({
      client,
      accountId,
      gty: 'token_exchange',
      scope: scopes.join(' '),
    });
    const audience = audienceOf(allowed.to);
    token.resourceServer = new provider.ResourceServer(audience, {
      audience,
      scope: scopes.join(' '),
      accessTokenTTL: 300,
      accessTokenFormat: 'jwt',
      jwt: { sign: { alg: 'ES256' } },
    });
    context.body = {
      access_token: await token.save(),
      issued_token_type: 'urn:ietf:params:oauth:token-type:access_token',
      token_type: 'Bearer',
      expires_in: 300,
      scope: scopes.join(' '),
    };
  };
  const parameters = ['subject_token', 'subject_token_type', 'audience', 'scope'];
  provider.registerGrantType(TOKEN_EXCHANGE, exchange, parameters);
}
