import { defineRule } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'jose/signature-invalid',
  inspects: 'token',
  severity: 'error',
  axis: 'security',
  summary: 'The signature of a token does not fit.',
  source: 'RFC 7515 section 5.2; RFC 7519 section 7.2',
  check({ token }) {
    const { signature, at } = token;
    if (signature.state !== 'invalid') return undefined;
    const { reason } = signature;
    return { at, args: { reason }, detail: reason };
  },
  message: ({ reason }) => `every reader refuses this token: ${reason}`,
  help: 'Check that the key set is the one of the issuer, and that the token was copied whole.',
});
