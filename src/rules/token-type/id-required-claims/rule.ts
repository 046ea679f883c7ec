import { defineRule, quoted } from '../../../check/define-rule.ts';

const REQUIRED = ['iss', 'sub', 'aud', 'exp', 'iat'] as const;

export default defineRule({
  id: 'token-type/id-required-claims',
  inspects: 'contract',
  severity: 'error',
  axis: 'standard',
  summary: 'An ID token lacks a claim that the standard requires.',
  source: 'OpenID Connect Core 1.0 section 2',
  *check({ mapper, contract }) {
    const { kind, key, claims, unresolved } = contract;
    if (kind !== 'id_token' || unresolved.length > 0) return;
    const missing = REQUIRED.filter(
      (name) =>
        !claims
          .get(name)
          ?.releases.some(({ presence, scope }) => presence === 'always' && scope === undefined),
    );
    const tokenType = mapper.tokenTypes.get(key.tokenType);
    if (missing.length > 0 && tokenType !== undefined) {
      yield { at: tokenType.at, args: { tokenType: tokenType.name, missing } };
    }
  },
  message: ({ tokenType, missing }) =>
    `clients must refuse "${tokenType}": ${quoted(missing, 5)} is not always in it`,
  help: 'Use `profile: openid`, which brings the claims that the standard requires.',
});
