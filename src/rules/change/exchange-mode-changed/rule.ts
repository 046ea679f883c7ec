import { defineRule } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'change/exchange-mode-changed',
  inspects: 'change',
  of: ['exchange-mode-changed'],
  severity: 'error',
  axis: 'authorization',
  summary: 'Exchanged tokens say in another way who acts.',
  source: 'RFC 8693 sections 1.1 and 4.1',
  *check({ change, breakage }) {
    yield {
      at: change.at,
      severity: breakage,
      args: {
        client: change.coordinates.client ?? '',
        resource: change.coordinates.resource ?? '',
        after: change.after ?? '',
      },
    };
  },
  message: ({ client, resource, after }) =>
    after === 'impersonation'
      ? `"${resource}" can't tell "${client}" from the user any more`
      : `"${resource}" finds "${client}" in act, where it found nothing`,
  help: 'Let the resource handle both first.',
});
