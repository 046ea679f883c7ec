import { parse } from 'yaml';

const TOKENS = `tokens:
  access_token:
    format: jwt
    profile: rfc9068
    lifetime: 5m
    audience: { from: scope, many: reject, shape: string }
  id_token: { format: jwt, profile: openid, lifetime: 5m }
  userinfo: { format: json, profile: openid }`;

const FORMAT = { tokenpact: 'mapper/v1', issuer: 'https://id.shop.example' };
const NAMED = { name: 'shop', owner: 'team-identity' };

type Top = Readonly<Record<string, unknown>>;

const isTop = (value: unknown): value is Top =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const top = (value: unknown): Top => (isTop(value) ? value : {});

/** What an example does not show: a definition that includes what is missing, and the part that has it. */
export interface Completed {
  readonly mapper: string;
  readonly base: string;
}

/**
 * Completes the piece of a mapper that an example shows. The head is added below, so that lines stay where
 * they are: only what a definition must have where the example writes its `name`, else all of it. Token types, the scope `openid`, resources and the client `web`, who may ask for each scope, are
 * in a file of their own, each as far as the example does not write it.
 */
export function completed(text: string, base: string, version: string): Completed {
  const written = top(parse(text, { logLevel: 'silent', uniqueKeys: false }));
  const named = Object.hasOwn(written, 'name') ? {} : { ...NAMED, version };
  const all = { ...FORMAT, ...named, include: `[${base}]` };
  const head = Object.entries(all).filter(([name]) => !Object.hasOwn(written, name));
  return {
    mapper: `${text.trimEnd()}\n${head.map(([name, value]) => `${name}: ${value}\n`).join('')}`,
    base: `${missingParts(written).join('\n')}\n`,
  };
}

function missingParts(written: Top): readonly string[] {
  const scopes = top(written.scopes);
  const parts: string[] = [];
  if (!Object.hasOwn(written, 'tokens')) parts.push(TOKENS);
  if (!Object.hasOwn(scopes, 'openid')) parts.push('scopes: { openid: { description: Sign you in } }');
  const opened = Object.values(scopes).flatMap((scope) => top(scope).resources ?? []);
  if (!Object.hasOwn(written, 'resources') && opened.length > 0) {
    const entry = (name: unknown) => `  ${name}: { audience: "https://${name}.shop.example", party: first }`;
    parts.push('resources:', ...new Set(opened.map(entry)));
  }
  if (!Object.hasOwn(written, 'clients')) {
    const asked = JSON.stringify([...new Set(['openid', ...Object.keys(scopes)])]);
    parts.push(`clients:\n  web: { party: first, grants: [authorization_code], scopes: ${asked} }`);
  }
  return parts.length > 0 ? parts : ['{}'];
}
