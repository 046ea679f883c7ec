import { defineRule, quoted } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'change/scope-made-default',
  inspects: 'change',
  of: ['scope-made-default'],
  severity: 'warning',
  axis: 'authorization',
  summary: 'A client gets a scope that it did not ask for.',
  source: 'RFC 9700 section 2.3; RFC 6749 section 3.3',
  *check({ change }) {
    yield { at: change.at, args: { scope: change.coordinates.scope ?? '', clients: change.clients } };
  },
  message: ({ scope, clients }) => `each token of ${quoted(clients)} has "${scope}" now, asked for or not`,
  help: 'Let clients ask for what they need.',
});
