import { defineRule } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'change/resource-opened',
  inspects: 'change',
  of: ['resource-opened'],
  severity: 'warning',
  axis: 'authorization',
  summary: 'A scope opens another resource than before.',
  source: 'RFC 9700 section 2.3; RFC 9068 section 5',
  *check({ change }) {
    yield { at: change.at, args: { scope: change.coordinates.scope ?? '', resource: change.after ?? '' } };
  },
  message: ({ scope, resource }) =>
    `whoever has "${scope}" gets into "${resource}" without being asked again`,
  help: 'Make a scope of its own for the resource.',
});
