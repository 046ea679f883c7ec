import { defineRule } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'change/exchange-removed',
  inspects: 'change',
  of: ['exchange-removed', 'exchange-narrowed'],
  severity: 'error',
  axis: 'compatibility',
  summary: 'A service may not exchange tokens as it did.',
  source: 'RFC 8693 section 2.2.2 (invalid_target); RFC 6749 section 5.2 (invalid_scope)',
  *check({ change, breakage }) {
    yield {
      at: change.at,
      severity: breakage,
      args: { client: change.coordinates.client ?? '', resource: change.coordinates.resource ?? '' },
    };
  },
  message: ({ client, resource }) =>
    `"${client}" is refused when it exchanges tokens for "${resource}" as before`,
  help: 'Let the service stop asking first.',
});
