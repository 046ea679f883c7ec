import { createHash, randomBytes } from 'node:crypto';
import { request } from 'node:http';
import { type AuthorizationServer, basicAuth, redirectOf } from './authorization-server.ts';
import { TOKEN_EXCHANGE } from './token-exchange.ts';

/** What a server answers. */
interface Answer {
  readonly status: number;
  readonly location?: string;
  readonly cookies: readonly string[];
  readonly body: string;
}

/** A response of the token endpoint. */
export interface TokenResponse {
  readonly access_token: string;
  readonly id_token?: string;
  readonly refresh_token?: string;
}

/** One request as a proxy in front of the server hands it on: the issuer's name is not that of the machine. */
function send(
  { address, issuer }: AuthorizationServer,
  path: string,
  headers: Record<string, string> = {},
  body?: URLSearchParams,
): Promise<Answer> {
  const forwarded = { host: new URL(issuer).host, 'x-forwarded-proto': 'https' };
  const form = body === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' };
  return new Promise((resolve, reject) => {
    const call = request(
      new URL(path, address),
      { method: body === undefined ? 'GET' : 'POST', headers: { ...forwarded, ...form, ...headers } },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          const { location, 'set-cookie': cookies = [] } = response.headers;
          const text = Buffer.concat(chunks).toString();
          resolve({
            status: response.statusCode ?? 0,
            cookies,
            body: text,
            ...(location === undefined ? {} : { location }),
          });
        });
      },
    );
    call.on('error', reject);
    call.end(body?.toString());
  });
}

async function post(
  server: AuthorizationServer,
  path: string,
  client: string,
  form: Record<string, string>,
): Promise<string> {
  const { status, body } = await send(
    server,
    path,
    { authorization: basicAuth(client) },
    new URLSearchParams(form),
  );
  if (status !== 200) throw new Error(`${path} answered ${status}: ${body}`);
  return body;
}

const tokens = async (...args: Parameters<typeof post>): Promise<TokenResponse> =>
  JSON.parse(await post(...args)) as TokenResponse;

/** What a client asks for. */
export interface Wish {
  readonly client: string;
  readonly scope: string;
  readonly resource?: string;
  /** The claims parameter (OpenID Connect Core section 5.5). */
  readonly claims?: object;
}

const resourceOf = ({ resource }: Wish): Record<string, string> =>
  resource === undefined ? {} : { resource };

/** Authorization code flow with PKCE: the redirects are followed as a browser does, cookies included. */
export async function codeFlow(server: AuthorizationServer, wish: Wish): Promise<TokenResponse> {
  const verifier = randomBytes(32).toString('base64url');
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: wish.client,
    redirect_uri: redirectOf(wish.client),
    scope: wish.scope,
    nonce: randomBytes(8).toString('hex'),
    state: 's',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...resourceOf(wish),
    ...(wish.claims === undefined ? {} : { claims: JSON.stringify(wish.claims) }),
  });
  const jar = new Map<string, string>();
  let next = `/auth?${query}`;
  for (let redirects = 0; redirects < 8; redirects += 1) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const { status, location, cookies, body } = await send(server, next, { cookie });
    for (const set of cookies) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      jar.set(name, value);
    }
    if (location === undefined) throw new Error(`${next} answered ${status}: ${body.slice(0, 500)}`);
    const url = new URL(location, server.issuer);
    const code = url.searchParams.get('code');
    if (code !== null) {
      const form = {
        grant_type: 'authorization_code',
        code,
        redirect_uri: redirectOf(wish.client),
        code_verifier: verifier,
      };
      return tokens(server, '/token', wish.client, { ...form, ...resourceOf(wish) });
    }
    if (url.searchParams.has('error')) throw new Error(location);
    next = url.pathname + url.search;
  }
  throw new Error('the redirects do not end');
}

export const clientCredentials = (server: AuthorizationServer, wish: Wish): Promise<TokenResponse> =>
  tokens(server, '/token', wish.client, {
    grant_type: 'client_credentials',
    scope: wish.scope,
    ...resourceOf(wish),
  });

export const refresh = (server: AuthorizationServer, wish: Wish, token = ''): Promise<TokenResponse> =>
  tokens(server, '/token', wish.client, {
    grant_type: 'refresh_token',
    refresh_token: token,
    ...resourceOf(wish),
  });

/** RFC 8693 section 2.1: a client swaps a token that it was called with for one that it may call others with. */
export const exchange = (server: AuthorizationServer, wish: Wish, subject: string): Promise<TokenResponse> =>
  tokens(server, '/token', wish.client, {
    grant_type: TOKEN_EXCHANGE,
    subject_token: subject,
    subject_token_type: 'urn:ietf:params:oauth:token-type:access_token',
    scope: wish.scope,
    audience: wish.resource ?? '',
  });

export const introspect = (server: AuthorizationServer, client: string, token: string): Promise<string> =>
  post(server, '/token/introspection', client, { token });

export async function userinfo(server: AuthorizationServer, token: string): Promise<string> {
  const { status, body } = await send(server, '/me', { authorization: `Bearer ${token}` });
  if (status !== 200) throw new Error(`userinfo answered ${status}: ${body}`);
  return body;
}

/** What a client reads where it learns the keys. */
export const jwksText = async (server: AuthorizationServer): Promise<string> =>
  (await send(server, '/jwks')).body;
