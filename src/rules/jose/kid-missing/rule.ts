import { defineRule, member } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'jose/kid-missing',
  inspects: 'token',
  severity: 'warning',
  axis: 'security',
  summary: 'A token does not say with which key it was signed, or says so in a dangerous way.',
  source: 'OpenID Connect Core 1.0 section 10.1; RFC 8725 section 3.10',
  oncePerGrant: true,
  check({ token }) {
    const { at, header, form } = token;
    const alg = member(header, 'alg');
    if (form !== 'jws' || header === undefined || (typeof alg === 'string' && /^(none|hs\d+)$/i.test(alg)))
      return undefined;
    const kid = member(header, 'kid');
    if (typeof kid === 'string' && /^[\w.:=+@-]{1,128}$/.test(kid) && !kid.includes('..')) return undefined;
    return { at, args: { missing: kid === undefined } };
  },
  message: ({ missing }) =>
    missing
      ? 'readers try every key they know: the header has no "kid"'
      : 'careless readers open files or query tables by "kid", and this one is not a short plain word',
  help: 'Name the key by a short plain word, such as `2026-11-a`.',
});
