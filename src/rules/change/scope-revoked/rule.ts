import { defineRule, quoted } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'change/scope-revoked',
  inspects: 'change',
  of: ['scope-revoked'],
  severity: 'error',
  axis: 'compatibility',
  summary: 'A client may not ask for a scope any more.',
  source: 'RFC 6749 section 5.2 (invalid_scope)',
  *check({ change, breakage }) {
    yield {
      at: change.at,
      severity: breakage,
      args: { scope: change.coordinates.scope ?? '', clients: change.clients },
    };
  },
  message: ({ scope, clients }) => `requests of ${quoted(clients)} for "${scope}" are refused`,
  help: 'Let the client stop asking first.',
});
