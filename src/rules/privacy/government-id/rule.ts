import { defineRule } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'privacy/government-id',
  inspects: 'exposure',
  severity: 'error',
  axis: 'privacy',
  summary: 'A signed token holds a government identifier.',
  source: 'RFC 7519 section 12; RFC 9068 section 6',
  profiles: { relaxed: 'warning' },
  *check({ mapper, exposure, tokenTypes }) {
    const { claim, category, at } = exposure;
    const tokenType = tokenTypes.find((name) => mapper.tokenTypes.get(name)?.format === 'jwt');
    if (!category.startsWith('user.government_id') || tokenType === undefined) return;
    yield { at, args: { claim, tokenType } };
  },
  message: ({ claim, tokenType }) =>
    `whoever finds the "${tokenType}" can look its owner up anywhere: "${claim}" is a government identifier`,
  help: 'Release it into userinfo, or into an encrypted token, where a scheme demands it.',
});
