import { defineRule } from '../../../check/define-rule.ts';
import { placeOf, showPath } from '../../../model/index.ts';

const TENANT = /^(tid|(tenant|org|organi[sz]ation)(_?id)?)$/i;
const DISPLAY = /(^|[._])(display_?name|name|domain|slug|title)$/i;

export default defineRule({
  id: 'claim/tenant-display-as-key',
  inspects: 'claim',
  severity: 'warning',
  axis: 'security',
  summary: 'A tenant is identified by its name.',
  source: 'Konubinix, What Should I Put Into Those Scopes and Access Tokens Claims (advice)',
  *check({ claim }) {
    const { source = '', use, path } = claim;
    if (use !== 'identifier' || claim.implied || !TENANT.test(path.at(-1) ?? '')) return;
    if (DISPLAY.test(source)) yield { at: placeOf(claim, 'source'), args: { claim: showPath(path), source } };
  },
  message: ({ claim, source }) =>
    `a tenant that takes the name of another gets its data: "${claim}" comes from ${source}`,
  help: 'Use an identifier of the tenant that is never given away again.',
});
