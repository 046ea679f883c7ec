import { defineRule, rootName } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'claim/name-too-long',
  inspects: 'claim',
  severity: 'info',
  axis: 'design',
  summary: 'A claim in a signed token has a very long name.',
  source: 'RFC 7519 section 4 (names are short because tokens are to be compact)',
  profiles: { relaxed: 'off' },
  options: { maxName: 30, maxUrl: 60 },
  *check({ mapper, claim, tokenTypes, options }) {
    const name = rootName(claim) ?? '';
    const max = /[:/]/.test(name) ? options.maxUrl : options.maxName;
    const signed = tokenTypes.some((tokenType) => mapper.tokenTypes.get(tokenType)?.format === 'jwt');
    if (!signed || claim.registered || name.length <= max) return;
    yield { at: claim.at, args: { length: name.length, name, max } };
  },
  message: ({ name, length, max }) =>
    `each token carries a name of ${length} characters (more than ${max}): "${name}"`,
  help: 'Use a registered name, or a short path under a name that you own.',
});
