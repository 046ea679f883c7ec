import { defineRule } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'change/exchange-widened',
  inspects: 'change',
  of: ['exchange-added', 'exchange-widened'],
  severity: 'warning',
  axis: 'authorization',
  summary: 'A service may exchange tokens for more than before.',
  source: 'RFC 8693 section 5; RFC 9700 section 2.3',
  *check({ change }) {
    yield {
      at: change.at,
      args: { client: change.coordinates.client ?? '', resource: change.coordinates.resource ?? '' },
    };
  },
  message: ({ client, resource }) =>
    `"${client}" can do more at "${resource}" with the tokens that users give it`,
  help: 'Have it reviewed by the owner of the resource, and waive this with the reason.',
});
