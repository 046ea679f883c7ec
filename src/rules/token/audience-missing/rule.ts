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
    if (payload === undefined || member(payload, 'aud') !== undefined) return undefined;
    const promised = contract?.claims.get('aud')?.releases.some(({ presence }) => presence === 'always');
    // What a contract promises and is missing is told once, as token/contract-claim-missing.
    return promised === true ? undefined : { at, args: {}, coordinates: { claim: 'aud' } };
  },
  message: () => 'each API takes this token for its own: it has no "aud"',
  help: 'Issue tokens for one resource, named in `aud`.',
});
