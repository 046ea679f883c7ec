import { defineRule, quoted, showLifetime } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'change/lifetime-shortened',
  inspects: 'change',
  of: ['lifetime-shortened'],
  severity: 'warning',
  axis: 'compatibility',
  summary: 'Tokens live less than half as long.',
  source: 'Broeckelmann, OAuth2 Access Token Usage Strategies; Authress (advice)',
  *check({ change }) {
    if (Number(change.after) * 2 >= Number(change.before)) return;
    yield {
      at: change.at,
      args: { tokenTypes: change.tokenTypes, before: change.before ?? 'none', after: change.after ?? 'none' },
    };
  },
  message: ({ tokenTypes, before, after }) =>
    `clients that do not refresh fail earlier: after ${showLifetime(after)} instead of ${showLifetime(before)} with ${quoted(tokenTypes)}`,
  help: 'Tell clients, and shorten in steps.',
});
