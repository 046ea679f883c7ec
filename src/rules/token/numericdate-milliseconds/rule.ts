import { defineRule, member } from '../../../check/define-rule.ts';

const TIMES = ['exp', 'iat', 'nbf', 'auth_time', 'updated_at'] as const;

export default defineRule({
  id: 'token/numericdate-milliseconds',
  inspects: 'token',
  severity: 'error',
  axis: 'standard',
  summary: 'A time is in milliseconds.',
  source: 'RFC 7519 sections 2 (NumericDate) and 4.1',
  check({ token }) {
    const { at, payload } = token;
    const wrong = TIMES.filter((claim) => {
      const value = member(payload, claim);
      return typeof value === 'number' && value >= 1e11;
    });
    return wrong.map((claim) => ({ at, args: { claim }, coordinates: { claim } }));
  },
  message: ({ claim }) => `readers take "${claim}" for a day in thousands of years: it is in milliseconds`,
  help: 'Use seconds since 1970.',
});
