import { defineRule, member, signatureHeaders } from '../../../check/define-rule.ts';
import type { DecodedToken, JsonValue } from '../../../model/index.ts';

const isNone = (alg: JsonValue | undefined): alg is string =>
  typeof alg === 'string' && alg.toLowerCase() === 'none';

/** Why a token that should be signed is not; a signature that was looked at and refused has its own rule. */
function reasonOf(token: DecodedToken): string | undefined {
  const { form, kind, contract, signature } = token;
  const isResponse = kind === 'userinfo' || kind === 'introspection';
  if (form === 'json' && (!isResponse || contract?.format === 'jwt')) return 'it is JSON, and no JWT';
  const algorithms = signatureHeaders(token).map((header) => member(header, 'alg'));
  if (algorithms.length === 0) return undefined;
  const none = algorithms.find(isNone);
  if (none !== undefined) return `its alg is "${none}"`;
  if (signature.state === 'unsigned') return 'its signature is empty';
  const isNamed = algorithms.every((alg) => typeof alg === 'string');
  return isNamed || signature.state !== 'unchecked' ? undefined : 'its header names no algorithm';
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
