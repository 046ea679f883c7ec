import { defineRule, listed, quoted } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'change/grant-type-removed',
  inspects: 'change',
  of: ['grant-type-removed'],
  severity: 'error',
  axis: 'compatibility',
  summary: 'A client may not use a grant type any more.',
  source: 'RFC 6749 section 5.2 (unauthorized_client)',
  *check({ change, breakage }) {
    yield {
      at: change.at,
      severity: breakage,
      args: { clients: change.clients, grant: listed(change.before ?? '') },
    };
  },
  message: ({ clients, grant }) => `requests of ${quoted(clients)} by ${grant} are refused`,
  help: 'Let the client stop using it first.',
});
