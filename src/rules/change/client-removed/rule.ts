import { defineRule } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'change/client-removed',
  inspects: 'change',
  of: ['client-removed'],
  severity: 'error',
  axis: 'compatibility',
  summary: 'A client is gone.',
  source: 'RFC 6749 section 5.2 (invalid_client)',
  *check({ change, breakage }) {
    yield { at: change.at, severity: breakage, args: { client: change.coordinates.client ?? '' } };
  },
  message: ({ client }) => `"${client}" gets no tokens any more`,
  help: 'Announce the end with `deprecated` and a `sunset`.',
});
