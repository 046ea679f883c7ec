import { defineRule } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'token-type/userinfo-sub-missing',
  inspects: 'contract',
  severity: 'error',
  axis: 'standard',
  summary: 'A UserInfo response does not say whom it is about.',
  source: 'OpenID Connect Core 1.0 section 5.3.2',
  *check({ mapper, contract }) {
    const { kind, key, claims, unresolved } = contract;
    const tokenType = mapper.tokenTypes.get(key.tokenType);
    if (kind !== 'userinfo' || tokenType === undefined || unresolved.length > 0) return;
    const always = claims.get('sub')?.releases.some(({ presence }) => presence === 'always');
    if (always !== true) yield { at: tokenType.at, args: { tokenType: tokenType.name } };
  },
  message: ({ tokenType }) => `clients must not use "${tokenType}": it does not always have "sub"`,
  help: 'Use `profile: openid`, or release `sub!`.',
});
