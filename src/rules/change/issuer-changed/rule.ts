import { defineRule } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'change/issuer-changed',
  inspects: 'change',
  of: ['issuer-changed'],
  severity: 'error',
  axis: 'compatibility',
  summary: 'Tokens are issued under another name.',
  source: 'RFC 9068 section 4; OpenID Connect Core 1.0 section 3.1.3.7',
  *check({ change, breakage }) {
    yield {
      at: change.at,
      severity: breakage,
      args: { before: change.before ?? '', after: change.after ?? '' },
    };
  },
  message: ({ before, after }) =>
    `every reader refuses the tokens: "${before}" issued them, now "${after}" does`,
  help: 'Let readers trust both before the first token is issued under the new one.',
});
