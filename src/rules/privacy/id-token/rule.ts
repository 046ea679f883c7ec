import { defineRule, personalGroups, quoted } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'privacy/id-token',
  inspects: 'mapper',
  severity: 'warning',
  axis: 'privacy',
  summary: 'An ID token holds personal data.',
  source:
    'RFC 7519 section 12; OpenID Connect Core 1.0 section 17.1; Curity, Managing Scopes and Claims in OAuth Tokens',
  profiles: { relaxed: 'off' },
  *check({ mapper, exposures }) {
    const personal = exposures.filter(
      (exposure) =>
        exposure.level === 'personal' && mapper.tokenTypes.get(exposure.tokenType)?.kind === 'id_token',
    );
    for (const { first, claims, scope } of personalGroups(personal, mapper)) {
      const { tokenType, at, releasedBy } = first;
      const coordinates = { tokenType, ...(scope !== undefined && { scope }) };
      yield { at, args: { claims, tokenType, releasedBy }, coordinates, detail: releasedBy };
    }
  },
  message: ({ claims, tokenType, releasedBy }) =>
    `browsers, logs and URLs that keep the "${tokenType}" keep ${quoted(claims)} too (by ${releasedBy})`,
  help: 'Release personal data into userinfo instead, by a scope that people agree to.',
});
