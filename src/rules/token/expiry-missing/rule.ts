import { defineRule, member } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'token/expiry-missing',
  inspects: 'token',
  severity: 'error',
  axis: 'security',
  summary: 'A signed token never ends.',
  source: 'RFC 9068 section 2.2; OpenID Connect Core 1.0 section 2; RFC 6750 section 5.3',
  check({ token }) {
    const { at, form, kind, payload, violations } = token;
    if (form === 'json' || (kind !== 'access_token' && kind !== 'id_token')) return undefined;
    if (payload === undefined || member(payload, 'exp') !== undefined) return undefined;
    // What a contract promises and is missing is told once, as token/contract-claim-missing.
    const isTold = violations.some(({ kind: how, path: [name] }) => how === 'missing' && name === 'exp');
    return isTold ? undefined : { at, args: {}, coordinates: { claim: 'exp' } };
  },
  message: () => 'who steals this token can use it for ever: it has no "exp"',
  help: 'Issue tokens with `exp`, a few minutes after `iat`.',
});
