import { asksUsers, clientsWith, defineRule } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'scope/description-missing',
  inspects: 'scope',
  severity: 'warning',
  axis: 'design',
  summary: 'People are asked to agree to a scope that has no description.',
  source: 'OWASP ASVS 5.0 10.7.2; Konubinix, What Should I Put Into Those Scopes and Access Tokens Claims',
  *check({ mapper, scope }) {
    if (scope.description !== undefined || scope.name === 'openid') return;
    const asking = clientsWith(mapper, scope.name).find(
      (client) => client.party === 'third' && asksUsers(client),
    );
    if (asking !== undefined) yield { at: scope.at, args: { scope: scope.name, client: asking.name } };
  },
  message: ({ scope, client }) =>
    `"${client}" asks people to agree to "${scope}", and nothing says what it does`,
  help: 'Say in one short sentence what the scope allows.',
});
