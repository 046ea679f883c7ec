import { defineRule, member, signatureHeaders } from '../../../check/define-rule.ts';

const KEYS = ['jwk', 'jku', 'x5u', 'x5c'] as const;

export default defineRule({
  id: 'jose/embedded-key',
  inspects: 'token',
  severity: 'warning',
  axis: 'security',
  summary: 'A token brings the key to check it with.',
  source:
    'OpenID Connect Core 1.0 section 2; RFC 8725 section 3.10; OWASP ASVS 5.0 9.1.3; FAPI 2.0 Security Profile section 5.4.2',
  oncePerGrant: true,
  profiles: { 'high-security': 'error' },
  check({ token }) {
    const { at, kind } = token;
    if (kind === 'assertion') return undefined;
    const headers = signatureHeaders(token);
    const embedded = KEYS.filter((name) => headers.some((header) => member(header, name) !== undefined));
    return embedded.map((name) => ({ at, args: { name }, detail: name }));
  },
  message: ({ name }) =>
    `careless readers check this token with the key that it brings: the header has "${name}"`,
  help: 'Name the key by `kid`, and let readers take it from the issuer.',
});
