import { defineRule, quoted } from '../../../check/define-rule.ts';
import { placeOf } from '../../../model/index.ts';

export default defineRule({
  id: 'token-type/symmetric-algorithm',
  inspects: 'token-type',
  severity: 'warning',
  axis: 'security',
  summary: 'Whoever can check tokens of this type can make them.',
  source: 'RFC 9068 section 2.1; RFC 8725 section 3.2',
  profiles: { 'high-security': 'error' },
  *check({ tokenType }) {
    const { name, kind, algorithms = [] } = tokenType;
    const symmetric = algorithms.filter((alg) => /^HS\d/.test(alg));
    // An ID token has one reader, who may share a secret with the issuer.
    if (kind === 'id_token' || symmetric.length === 0) return;
    yield { at: placeOf(tokenType, 'algorithms'), args: { tokenType: name, symmetric } };
  },
  message: ({ tokenType, symmetric }) =>
    `each reader of "${tokenType}" can forge it: ${quoted(symmetric)} uses one secret to make and to check it`,
  help: 'Sign with a key pair: ES256, PS256 or Ed25519.',
});
