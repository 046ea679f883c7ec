import { defineRule } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'change/definition-removed',
  inspects: 'change',
  of: ['definition-removed'],
  severity: 'error',
  axis: 'compatibility',
  summary: 'A whole definition is gone.',
  source: 'RFC 6749 section 5.2 (invalid_client)',
  *check({ change, breakage }) {
    const { mapper = '' } = change.coordinates;
    yield { at: change.at, severity: breakage, args: { mapper, clients: change.clients.length } };
  },
  message: ({ mapper, clients }) =>
    `nothing says any more what the tokens of "${mapper}" contain, and ${clients} ${clients === 1 ? 'client loses' : 'clients lose'} theirs`,
  help: 'Keep the definition until its issuer is switched off; if it moved, give its new path, too.',
});
