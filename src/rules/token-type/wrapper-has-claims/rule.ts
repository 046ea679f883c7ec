import { defineRule } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'token-type/wrapper-has-claims',
  inspects: 'token-type',
  severity: 'warning',
  axis: 'privacy',
  summary: 'A wrapper token says something about the user.',
  source: 'Curity, Managing Scopes and Claims in OAuth Tokens (phantom tokens)',
  profiles: { relaxed: 'info', 'high-security': 'error' },
  *check({ mapper, tokenType }) {
    if (tokenType.kind !== 'wrapper_token') return;
    for (const { claim, at } of tokenType.releases) {
      if (mapper.claims.get(claim)?.about !== 'user') continue;
      yield { at, args: { claim, tokenType: tokenType.name }, coordinates: { claim } };
    }
  },
  message: ({ claim, tokenType }) => `everyone who passes "${tokenType}" on can read "${claim}"`,
  help: 'Release it into the token that the reference stands for.',
});
