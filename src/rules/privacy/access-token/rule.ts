import { defineRule, isReadable } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'privacy/access-token',
  inspects: 'exposure',
  severity: 'warning',
  axis: 'privacy',
  summary: 'A JWT access token holds personal data.',
  source: 'RFC 9068 section 6; Curity, Managing Scopes and Claims in OAuth Tokens',
  profiles: { relaxed: 'off' },
  *check({ mapper, exposure, readers }) {
    const { tokenType, claim, level, at } = exposure;
    if (level !== 'personal' || !isReadable(mapper.tokenTypes.get(tokenType), 'access_token')) return;
    const names = [...new Set(readers.map(({ name }) => name))];
    yield { at, args: { claim, tokenType, first: names[0] ?? '', others: names.length - 1 } };
  },
  message: ({ claim, tokenType, first, others }) =>
    `"${first}"${others > 0 ? ` and ${others} more` : ''} can read "${claim}" in each "${tokenType}"`,
  help: 'Let the API ask userinfo or introspection, or give clients a reference token.',
});
