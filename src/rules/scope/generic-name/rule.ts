import { defineRule } from '../../../check/define-rule.ts';

const GENERIC: ReadonlySet<string> = new Set([
  'read',
  'write',
  'admin',
  'all',
  'full',
  'full_access',
  'fullaccess',
  'access',
  'api',
  'default',
  'user',
  '*',
]);

export default defineRule({
  id: 'scope/generic-name',
  inspects: 'scope',
  severity: 'warning',
  axis: 'authorization',
  summary: 'A scope has a name that says nothing about what it opens.',
  source: 'RFC 9700 section 2.3; Broeckelmann, OAuth2 Access Token Usage Strategies',
  *check({ mapper, scope }) {
    if (!GENERIC.has(scope.name.toLowerCase()) || mapper.resources.size < 2) return;
    yield { at: scope.at, args: { scope: scope.name, resources: mapper.resources.size } };
  },
  message: ({ scope, resources }) =>
    `each of ${resources} resources may read "${scope}" as its own permission`,
  help: 'Put the resource into the name, such as `orders.read`.',
});
