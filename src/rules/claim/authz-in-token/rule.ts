import { defineRule, isReadable } from '../../../check/define-rule.ts';
import { showPath } from '../../../model/index.ts';

const LISTS: ReadonlySet<string> = new Set([
  'permissions',
  'privileges',
  'acl',
  'acls',
  'policies',
  'authorities',
]);

export default defineRule({
  id: 'claim/authz-in-token',
  inspects: 'claim',
  severity: 'info',
  axis: 'authorization',
  summary: 'A list of fine permissions is in an access token.',
  source: 'Authress, Down scoping tokens and permission attenuation; Broeckelmann (advice)',
  profiles: { relaxed: 'off', 'high-security': 'warning' },
  *check({ mapper, claim, tokenTypes }) {
    if (!LISTS.has(claim.path.at(-1)?.toLowerCase() ?? '')) return;
    const tokenType = tokenTypes.find((name) => isReadable(mapper.tokenTypes.get(name), 'access_token'));
    if (tokenType !== undefined) yield { at: claim.at, args: { claim: showPath(claim.path), tokenType } };
  },
  message: ({ claim, tokenType }) =>
    `a permission that is taken away still works until "${tokenType}" ends: it is copied into "${claim}"`,
  help: 'Let the API ask where permissions are kept; put coarse roles into tokens at most.',
});
