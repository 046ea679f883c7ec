import { defineRule } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'change/resource-closed',
  inspects: 'change',
  of: ['resource-closed'],
  severity: 'error',
  axis: 'compatibility',
  summary: 'A scope does not open a resource any more.',
  source: 'RFC 9068 section 3',
  *check({ change, breakage }) {
    yield {
      at: change.at,
      severity: breakage,
      args: { scope: change.coordinates.scope ?? '', resource: change.before ?? '' },
    };
  },
  message: ({ scope, resource }) =>
    `"${resource}" refuses tokens with "${scope}": it is not their audience any more`,
  help: 'Give clients a scope for the resource first.',
});
