import { defineRule } from '../../../check/define-rule.ts';
import { placeOf } from '../../../model/index.ts';

export default defineRule({
  id: 'exchange/no-actor',
  inspects: 'exchange',
  severity: 'warning',
  axis: 'security',
  summary: 'A service takes the place of the user.',
  source: 'RFC 8693 sections 1.1 and 4.1',
  ownFormatOnly: true,
  profiles: { relaxed: 'info' },
  *check({ exchange }) {
    const { client, to, mode } = exchange;
    if (mode === 'impersonation') yield { at: placeOf(exchange, 'mode'), args: { client, to } };
  },
  message: ({ client, to }) =>
    `"${to}" can't tell "${client}" from the user: the token does not name who acts`,
  help: 'Use `mode: delegation`, which puts the service into `act`.',
});
