import { defineRule } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'exchange/grant-missing',
  inspects: 'exchange',
  severity: 'warning',
  axis: 'design',
  summary: 'An exchange names a client that may not exchange tokens.',
  source: 'RFC 8693 section 2.1; RFC 6749 section 5.2 (unauthorized_client)',
  ownFormatOnly: true,
  *check({ mapper, exchange }) {
    const client = mapper.clients.get(exchange.client);
    if (client !== undefined && !client.grants.includes('token_exchange')) {
      yield { at: exchange.at, args: { client: client.name, to: exchange.to } };
    }
  },
  message: ({ client, to }) => `"${client}" never gets a token for "${to}": it may not exchange tokens`,
  help: 'Add `token_exchange` to the grants of the client, or drop the exchange.',
});
