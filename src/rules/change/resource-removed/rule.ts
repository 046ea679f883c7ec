import { defineRule } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'change/resource-removed',
  inspects: 'change',
  of: ['resource-removed'],
  severity: 'error',
  axis: 'compatibility',
  summary: 'A resource is gone.',
  source: 'RFC 8707 section 2 (invalid_target)',
  *check({ change, breakage }) {
    yield { at: change.at, severity: breakage, args: { resource: change.coordinates.resource ?? '' } };
  },
  message: ({ resource }) => `there are no tokens for "${resource}" any more`,
  help: 'Announce the end with `deprecated` and a `sunset`.',
});
