import { defineRule, member } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'jose/alg-none',
  inspects: 'token',
  severity: 'error',
  axis: 'security',
  summary: 'A token is not signed.',
  source: 'RFC 9068 sections 2.1 and 4; OpenID Connect Core 1.0 section 2; RFC 8725 section 3.2',
  oncePerGrant: true,
  check({ token }) {
    const alg = member(token.header, 'alg');
    return typeof alg === 'string' && alg.toLowerCase() === 'none'
      ? { at: token.at, args: { alg } }
      : undefined;
  },
  message: ({ alg }) => `anybody can write this token: its alg is "${alg}"`,
  help: 'Sign it, and let readers accept named algorithms only.',
});
