import { defineRule, fitsIssuer, maskedUndeclared, member } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'token/iss-mismatch',
  inspects: 'token',
  severity: 'error',
  axis: 'security',
  summary: 'A token comes from another issuer than its definition.',
  source: 'RFC 9068 section 4; OpenID Connect Core 1.0 section 3.1.3.7; RFC 8725 section 3.8',
  oncePerGrant: true,
  check({ token }) {
    const { at, contract, payload } = token;
    const expected = contract?.issuer;
    const iss = member(payload, 'iss');
    // What is missing is told as token/contract-claim-missing.
    if (expected === undefined || iss === undefined) return undefined;
    if (typeof iss === 'string' && fitsIssuer(expected, iss)) return undefined;
    const found = typeof iss === 'string' ? `"${maskedUndeclared(iss)}"` : 'not a string';
    return { at, args: { expected, found }, coordinates: { claim: 'iss' } };
  },
  message: ({ expected, found }) =>
    `readers of tokens from "${expected}" refuse this one: its issuer is ${found}`,
  help: 'Configure the issuer without a difference, the last slash included.',
});
