import { defineRule, OPENID_SCOPES } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'scope/no-audience',
  inspects: 'scope',
  severity: 'warning',
  axis: 'design',
  summary: 'A scope opens no resource and releases no claim.',
  source: 'RFC 9068 sections 2.2.3 and 5; Authress, Down scoping tokens and permission attenuation',
  ownFormatOnly: true,
  *check({ mapper, scope }) {
    if (OPENID_SCOPES.has(scope.name) || scope.resources.length > 0 || scope.releases.size > 0) return;
    if (mapper.resources.size > 0) yield { at: scope.at, args: { scope: scope.name } };
  },
  message: ({ scope }) => `"${scope}" changes no token: it opens no resource and releases no claim`,
  help: 'Name the resource that it opens, such as `resources: [orders]`.',
});
