import { defineRule, quoted } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'change/scope-made-optional',
  inspects: 'change',
  of: ['scope-made-optional'],
  severity: 'error',
  axis: 'compatibility',
  summary: 'A client that does not ask for a scope does not get it any more.',
  source: 'RFC 6749 section 3.3',
  *check({ change, breakage }) {
    const { clients, claims = [] } = change;
    yield {
      at: change.at,
      severity: breakage,
      args: { scope: change.coordinates.scope ?? '', clients, claims },
    };
  },
  message: ({ scope, clients, claims }) =>
    `tokens of ${quoted(clients)} come without the scope "${scope}"${claims.length > 0 ? ` and what it brings (${quoted(claims)})` : ''} unless it is asked for`,
  help: 'Let the clients ask for the scope first.',
});
