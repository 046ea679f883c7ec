import { defineRule } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'change/sender-constraint-added',
  inspects: 'change',
  of: ['sender-constraint-added', 'sender-constraint-changed'],
  severity: 'error',
  axis: 'compatibility',
  summary: 'A resource or client needs proof of possession, or another one.',
  source: 'RFC 9449; RFC 8705',
  *check({ change, breakage }) {
    yield {
      at: change.at,
      severity: breakage,
      args: {
        resource: change.coordinates.resource ?? '',
        client: change.coordinates.client ?? '',
        before: change.before ?? '',
        after: change.after ?? '',
      },
    };
  },
  message: ({ resource, client, before, after }) =>
    client !== ''
      ? `"${client}" gets tokens only with proof of a key: ${after}${before === '' ? '' : ` instead of ${before}`}`
      : `clients ${before === '' ? 'without a key' : `that prove it by ${before}`} are refused at "${resource}": it asks for ${after}`,
  help: 'Let clients send the proof first, then ask for it.',
});
