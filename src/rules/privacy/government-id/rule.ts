import { defineRule } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'privacy/government-id',
  inspects: 'exposure',
  severity: 'error',
  axis: 'privacy',
  summary: 'A signed token holds a government identifier.',
  source: 'RFC 7519 section 12; RFC 9068 section 6',
  profiles: { relaxed: 'warning' },
  *check({ mapper, exposure }) {
    const { tokenType, claim, category, at } = exposure;
    if (!category.startsWith('user.government_id') || mapper.tokenTypes.get(tokenType)?.format !== 'jwt')
      return;
    yield { at, args: { claim, tokenType } };
  },
  message: ({ claim, tokenType }) =>
    `whoever finds the "${tokenType}" can look its owner up anywhere: "${claim}" is a government identifier`,
  help: 'Release it into userinfo, or into an encrypted token, where a scheme demands it.',
});
