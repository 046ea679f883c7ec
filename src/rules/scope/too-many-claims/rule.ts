import { defineRule } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'scope/too-many-claims',
  inspects: 'scope',
  severity: 'warning',
  axis: 'privacy',
  summary: 'One scope releases very many claims.',
  source: 'OWASP ASVS 5.0 14.2.6; Authress, Down scoping tokens and permission attenuation',
  profiles: { relaxed: 'info' },
  options: { max: 15 },
  *check({ scope, options }) {
    const claims = new Set([...scope.releases.values()].flatMap((list) => list.map(({ claim }) => claim)));
    if (claims.size > options.max) {
      yield { at: scope.at, args: { scope: scope.name, count: claims.size, max: options.max } };
    }
  },
  message: ({ scope, count, max }) =>
    `who grants "${scope}" gives away ${count} claims at once, more than ${max}`,
  help: 'Split the scope by purpose, so that a client asks for what it needs.',
});
