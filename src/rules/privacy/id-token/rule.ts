import { defineRule } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'privacy/id-token',
  inspects: 'exposure',
  severity: 'warning',
  axis: 'privacy',
  summary: 'An ID token holds personal data.',
  source:
    'RFC 7519 section 12; OpenID Connect Core 1.0 section 17.1; Curity, Managing Scopes and Claims in OAuth Tokens',
  profiles: { relaxed: 'off' },
  *check({ mapper, exposure }) {
    const { tokenType, claim, level, at } = exposure;
    if (level !== 'personal' || mapper.tokenTypes.get(tokenType)?.kind !== 'id_token') return;
    yield { at, args: { claim, tokenType } };
  },
  message: ({ claim, tokenType }) =>
    `"${claim}" ends up wherever the "${tokenType}" is kept: in browsers, logs and URLs`,
  help: 'Release it into userinfo instead, by a scope that people agree to.',
});
