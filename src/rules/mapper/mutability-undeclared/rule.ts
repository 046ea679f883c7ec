import { defineRule } from '../../../check/define-rule.ts';
import { showPath } from '../../../model/index.ts';

export default defineRule({
  id: 'mapper/mutability-undeclared',
  inspects: 'claim',
  severity: 'warning',
  axis: 'security',
  summary: 'A claim that is used as an identifier does not say whether it can change.',
  source:
    'OpenID Connect Core 1.0 section 5.7; Konubinix, What Should I Put Into Those Scopes and Access Tokens Claims',
  ownFormatOnly: true,
  *check({ claim }) {
    if (claim.use !== 'identifier' || claim.mutable !== undefined || claim.implied) return;
    yield { at: claim.at, args: { claim: showPath(claim.path) } };
  },
  message: ({ claim }) => `readers store "${claim}" as an identifier, and nothing says whether it can change`,
  help: 'Add `mutable: false` when its value is never changed and never given to another account; otherwise `mutable: true`.',
});
