import { defineRule, member } from '../../../check/define-rule.ts';
import type { DecodedToken } from '../../../model/index.ts';

/** Why a token that should be signed is not; a signature that was looked at and refused has its own rule. */
function reasonOf({ form, header, kind, contract, signature: { state } }: DecodedToken): string | undefined {
  const isResponse = kind === 'userinfo' || kind === 'introspection';
  if (form === 'json' && (!isResponse || contract?.format === 'jwt')) return 'it is JSON, and no JWT';
  if (form !== 'jws') return undefined;
  const alg = member(header, 'alg');
  if (typeof alg === 'string' && alg.toLowerCase() === 'none') return `its alg is "${alg}"`;
  if (state === 'unsigned') return 'its signature is empty';
  return typeof alg !== 'string' && state === 'unchecked' ? 'its header names no algorithm' : undefined;
}

export default defineRule({
  id: 'jose/alg-none',
  inspects: 'token',
  severity: 'error',
  axis: 'security',
  summary: 'A token is not signed.',
  source:
    'RFC 9068 sections 2.1 and 4; OpenID Connect Core 1.0 section 2; RFC 7515 section 4.1.1; RFC 8725 section 3.2',
  check({ token }) {
    const reason = reasonOf(token);
    return reason === undefined ? undefined : { at: token.at, args: { reason } };
  },
  message: ({ reason }) => `anybody can write this token: ${reason}`,
  help: 'Sign it, and let readers accept named algorithms only.',
});
