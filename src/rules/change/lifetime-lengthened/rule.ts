import { defineRule, quoted, showLifetime } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'change/lifetime-lengthened',
  inspects: 'change',
  of: ['lifetime-lengthened'],
  severity: 'warning',
  axis: 'security',
  summary: 'Tokens live longer.',
  source: 'RFC 6750 section 5.3; OpenID Connect Core 1.0 section 16.18',
  profiles: { relaxed: 'info' },
  *check({ change }) {
    yield {
      at: change.at,
      args: { tokenTypes: change.tokenTypes, before: change.before ?? 'none', after: change.after ?? 'none' },
    };
  },
  message: ({ tokenTypes, before, after }) =>
    `whatever is taken away works for longer: ${showLifetime(after)} instead of ${showLifetime(before)} in ${quoted(tokenTypes)}`,
  help: 'Keep it short and let clients refresh.',
});
