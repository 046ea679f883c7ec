import { defineRule, isObject, member, quoted } from '../../../check/define-rule.ts';
import { placeOf, showPath } from '../../../model/index.ts';

const PERMISSION = /^[\w-]+[.:](read|write|create|update|delete|manage|list|approve|all)$/i;

export default defineRule({
  id: 'claim/roles-hold-permissions',
  inspects: 'claim',
  severity: 'info',
  axis: 'design',
  summary: 'A list of roles holds permissions.',
  source: 'Konubinix, What Should I Put Into Those Scopes and Access Tokens Claims (advice)',
  profiles: { relaxed: 'off' },
  *check({ claim }) {
    if (claim.path.at(-1) !== 'roles' || claim.implied || !isObject(claim.schema)) return;
    const items = member(claim.schema, 'items');
    const listed = isObject(items) ? member(items, 'enum') : undefined;
    if (!Array.isArray(listed)) return;
    const permissions = listed.filter(
      (role): role is string => typeof role === 'string' && PERMISSION.test(role),
    );
    if (permissions.length === 0) return;
    yield { at: placeOf(claim, 'schema'), args: { claim: showPath(claim.path), permissions } };
  },
  message: ({ claim, permissions }) =>
    `who is given a role gets one permission, and tokens grow with each: "${claim}" holds ${quoted(permissions)}`,
  help: 'Name roles after what people are, and let the API map them to what they may do.',
});
