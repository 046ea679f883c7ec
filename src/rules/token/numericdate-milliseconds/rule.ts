import { defineRule } from '../../../check/define-rule.ts';

const TIMES = ['exp', 'iat', 'nbf', 'auth_time', 'updated_at'] as const;

export default defineRule({
  id: 'token/numericdate-milliseconds',
  inspects: 'token',
  severity: 'error',
  axis: 'standard',
  summary: 'A time is in milliseconds.',
  source: 'RFC 7519 sections 2 (NumericDate) and 4.1',
  *check({ token }) {
    for (const claim of TIMES) {
      const value = token.payload?.[claim];
      if (typeof value !== 'number' || value < 1e11) continue;
      yield { at: token.at, args: { claim }, coordinates: { claim } };
    }
  },
  message: ({ claim }) => `readers take "${claim}" for a day in thousands of years: it is in milliseconds`,
  help: 'Use seconds since 1970.',
});
