import { defineRule } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'claim/sid-missing',
  inspects: 'mapper',
  severity: 'warning',
  axis: 'standard',
  summary: 'Logout tokens name a session that clients do not know.',
  source: 'OpenID Connect Back-Channel Logout 1.0 sections 2.1 and 2.4',
  *check({ mapper, contracts }) {
    const namesSession = contracts.some(({ kind, claims }) => kind === 'logout_token' && claims.has('sid'));
    if (!namesSession) return;
    for (const { kind, key, claims, unresolved } of contracts) {
      const tokenType = mapper.tokenTypes.get(key.tokenType);
      if (kind !== 'id_token' || claims.has('sid') || unresolved.length > 0 || tokenType === undefined)
        continue;
      const coordinates = { tokenType: tokenType.name };
      yield { at: tokenType.at, args: { tokenType: tokenType.name }, coordinates };
    }
  },
  message: ({ tokenType }) =>
    `clients can't tell which session to end: logout tokens have "sid", and "${tokenType}" does not`,
  help: 'Release `sid` into ID tokens as well.',
});
