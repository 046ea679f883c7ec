import { defineRule, member } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'jose/alg-symmetric',
  inspects: 'token',
  severity: 'warning',
  axis: 'security',
  summary: 'Whoever can check a token can make one.',
  source: 'RFC 9068 section 2.1; OpenID Connect Core 1.0 section 10.1; RFC 8725 section 3.2',
  oncePerGrant: true,
  profiles: { 'high-security': 'error' },
  check({ token }) {
    const { at, header, kind, payload } = token;
    const alg = member(header, 'alg');
    if (typeof alg !== 'string' || !/^HS\d{3}$/.test(alg)) return undefined;
    const audience = member(payload, 'aud');
    const isForSeveral = Array.isArray(audience) && audience.length > 1;
    return kind === 'access_token' || isForSeveral ? { at, args: { alg }, detail: alg } : undefined;
  },
  message: ({ alg }) =>
    `each reader of this token can forge it: "${alg}" uses one secret to make and to check it`,
  help: 'Sign with a key pair: ES256, PS256 or Ed25519.',
});
