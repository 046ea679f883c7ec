import { defineRule } from '../../../check/define-rule.ts';
import { placeOf } from '../../../model/index.ts';

export default defineRule({
  id: 'exchange/widens-scope',
  inspects: 'exchange',
  severity: 'error',
  axis: 'authorization',
  summary: 'An exchange grants a scope that opens another resource than its target.',
  source: 'RFC 9068 section 2.2.3; RFC 9700 section 2.3',
  *check({ mapper, exchange }) {
    for (const name of exchange.scopes) {
      const opened = mapper.scopes.get(name)?.resources ?? [];
      if (opened.length === 0 || opened.includes(exchange.to)) continue;
      const args = { client: exchange.client, scope: name, to: exchange.to, opened: opened[0] ?? '' };
      yield { at: placeOf(exchange, 'scopes'), args, coordinates: { scope: name } };
    }
  },
  message: ({ client, scope, to, opened }) =>
    `"${client}" gets "${scope}" for "${opened}" in a token that is for "${to}"`,
  help: 'Grant the scopes of the target only; let the service exchange once per resource that it calls.',
});
