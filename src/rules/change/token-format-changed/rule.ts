import { defineRule, quoted } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'change/token-format-changed',
  inspects: 'change',
  of: ['token-format-changed', 'token-typ-changed', 'token-profile-changed'],
  severity: 'error',
  axis: 'compatibility',
  summary: 'A token has another format, `typ` or profile.',
  source: 'RFC 9068 sections 2.1 and 6; RFC 8725 section 3.11',
  *check({ change, breakage }) {
    yield {
      at: change.at,
      severity: breakage,
      args: { tokenTypes: change.tokenTypes, before: change.before ?? 'none', after: change.after ?? 'none' },
    };
  },
  message: ({ tokenTypes, before, after }) =>
    `readers of ${quoted(tokenTypes)} expect "${before}" and get "${after}"`,
  help: 'Let readers accept both first, then change what is issued.',
});
