import { defineRule, quoted } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'change/scope-revoked',
  inspects: 'change',
  of: ['scope-revoked'],
  severity: 'error',
  axis: 'compatibility',
  summary: 'A client may not ask for a scope any more.',
  source: 'RFC 6749 section 5.2 (invalid_scope)',
  *check({ change, breakage, comparison }) {
    const { scope = '' } = change.coordinates;
    const { implicit, resources = [] } = comparison.before.scopes.get(scope) ?? {};
    yield {
      at: change.at,
      severity: breakage,
      args: { scope, clients: change.clients, resources: implicit ? resources : [] },
    };
  },
  message: ({ scope, clients, resources }) =>
    resources.length > 0
      ? `tokens of ${quoted(clients)} are not for ${quoted(resources)} any more`
      : `requests of ${quoted(clients)} for "${scope}" are refused`,
  help: 'Let the client do without it first.',
});
