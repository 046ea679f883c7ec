import { defineRule } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'change/sender-constraint-dropped',
  inspects: 'change',
  of: ['sender-constraint-dropped'],
  severity: 'error',
  axis: 'security',
  summary: 'Tokens are not bound to a key any more.',
  source: 'RFC 9700 section 2.2.1; RFC 9449; RFC 8705',
  *check({ change }) {
    yield {
      at: change.at,
      args: {
        resource: change.coordinates.resource ?? '',
        client: change.coordinates.client ?? '',
        before: change.before ?? '',
      },
    };
  },
  message: ({ resource, client, before }) =>
    `a token stolen ${client === '' ? `on its way to "${resource}"` : `from "${client}"`} can be used by the thief: ${before} is gone`,
  help: 'Keep the constraint, or split the resource.',
});
