import { defineRule, member } from '../../../check/define-rule.ts';

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
    const found = member(payload, 'iss');
    if (expected === undefined || typeof found !== 'string' || found === expected) return undefined;
    // A template such as {tenant} stands for many issuers; whether it fits was asked when the contract was found.
    if (expected.includes('{')) return undefined;
    return { at, args: { expected, found }, coordinates: { claim: 'iss' } };
  },
  message: ({ expected, found }) =>
    `readers of tokens from "${expected}" refuse this one: its issuer is "${found}"`,
  help: 'Configure the issuer without a difference, the last slash included.',
});
