import { defineRule } from '../../../check/define-rule.ts';
import { showPath } from '../../../model/index.ts';

export default defineRule({
  id: 'privacy/unclassified-claim',
  inspects: 'claim',
  severity: 'info',
  axis: 'privacy',
  summary: 'A claim of our own does not say what it tells about a person.',
  source: 'OWASP ASVS 5.0 14.1.1',
  ownFormatOnly: true,
  profiles: { relaxed: 'off', standard: 'off' },
  *check({ claim, tokenTypes }) {
    const known = claim.registered || claim.implied || claim.privacy !== undefined;
    if (known || claim.about !== 'user' || tokenTypes.length === 0) return;
    yield { at: claim.at, args: { claim: showPath(claim.path) } };
  },
  message: ({ claim }) => `nobody has said what "${claim}" tells about a person`,
  help: 'Add `privacy: { level: … }`, from `public` to `special-category`.',
});
