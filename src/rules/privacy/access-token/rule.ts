import { defineRule, isReadable, personalGroups, quoted } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'privacy/access-token',
  inspects: 'mapper',
  severity: 'warning',
  axis: 'privacy',
  summary: 'A JWT access token holds personal data.',
  source: 'RFC 9068 section 6; Curity, Managing Scopes and Claims in OAuth Tokens',
  profiles: { relaxed: 'off' },
  *check({ mapper, exposures }) {
    const personal = exposures.filter(
      (exposure) =>
        exposure.level === 'personal' &&
        isReadable(mapper.tokenTypes.get(exposure.tokenType), 'access_token'),
    );
    for (const { first, claims, scope } of personalGroups(personal, mapper)) {
      const { tokenType, at, releasedBy } = first;
      const coordinates = { tokenType, ...(scope !== undefined && { scope }) };
      yield { at, args: { claims, tokenType, releasedBy }, coordinates, detail: releasedBy };
    }
  },
  message: ({ claims, tokenType, releasedBy }) =>
    `every API, proxy and log that the "${tokenType}" passes can read ${quoted(claims)} (by ${releasedBy})`,
  help: 'Let the API ask userinfo or introspection, or give clients a reference token.',
});
