import { defineRule, quoted } from '../../../check/define-rule.ts';

const REQUIRED = ['iss', 'exp', 'aud', 'sub', 'client_id', 'iat', 'jti'] as const;

export default defineRule({
  id: 'token-type/access-required-claims',
  inspects: 'contract',
  severity: 'error',
  axis: 'standard',
  summary: 'A token that says it is an RFC 9068 access token lacks a claim that it requires.',
  source: 'RFC 9068 section 2.2',
  *check({ mapper, contract }) {
    const { kind, key, claims, header, unresolved } = contract;
    if (kind !== 'access_token' || unresolved.length > 0) return;
    if (!/^(application\/)?at\+jwt$/i.test(header?.typ ?? '')) return;
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
    `libraries refuse "${tokenType}": its typ is at+jwt, and ${quoted(missing, 7)} is not always in it`,
  help: 'Use `profile: rfc9068`, which brings the claims that it requires.',
});
