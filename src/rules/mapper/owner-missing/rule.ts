import { defineRule } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'mapper/owner-missing',
  inspects: 'mapper',
  severity: 'warning',
  axis: 'design',
  summary: 'A definition has no owner.',
  source: 'Curity, Managing Scopes and Claims in OAuth Tokens (advice)',
  ownFormatOnly: true,
  profiles: { relaxed: 'info' },
  *check({ mapper }) {
    if (mapper.owner === undefined) yield { at: mapper.at, args: { mapper: mapper.name } };
  },
  message: ({ mapper }) => `nobody is asked to approve changes to "${mapper}": it has no owner`,
  help: 'Name the team that answers for it, such as `owner: team-identity`; scopes, claims, clients and resources may name their own.',
});
