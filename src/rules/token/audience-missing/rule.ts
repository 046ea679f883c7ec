import { defineRule, member } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'token/audience-missing',
  inspects: 'token',
  severity: 'error',
  axis: 'security',
  summary: 'A signed token is for nobody in particular.',
  source: 'RFC 9068 section 2.2; RFC 8725 section 3.9; OpenID Connect Core 1.0 section 2',
  oncePerGrant: true,
  check({ token }) {
    const { at, form, kind, payload, contract } = token;
    if (form === 'json' || (kind !== 'access_token' && kind !== 'id_token')) return undefined;
    const aud = member(payload, 'aud');
    const names = Array.isArray(aud) ? aud.length : aud;
    if (payload === undefined || (names !== undefined && names !== 0)) return undefined;
    const promised = contract?.claims.get('aud')?.releases.some(({ presence }) => presence === 'always');
    // What a contract promises and is missing is told once, as token/contract-claim-missing.
    return promised === true
      ? undefined
      : {
          at,
          args: { how: aud === undefined ? 'it has no "aud"' : 'its "aud" is empty' },
          coordinates: { claim: 'aud' },
        };
  },
  message: ({ how }) => `each API takes this token for its own: ${how}`,
  help: 'Issue tokens for one resource, named in `aud`.',
});
