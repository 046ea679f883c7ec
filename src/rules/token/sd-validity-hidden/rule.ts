import { defineRule } from '../../../check/define-rule.ts';

const VALIDITY: ReadonlySet<string> = new Set(['iss', 'aud', 'exp', 'nbf', 'cnf', 'status']);

export default defineRule({
  id: 'token/sd-validity-hidden',
  inspects: 'token',
  severity: 'error',
  axis: 'security',
  summary: 'A holder can hide what says whether a token is valid.',
  source: 'RFC 9901 section 9.7',
  about: 'disclosures',
  check({ token }) {
    const { at, disclosures = [] } = token;
    return disclosures.flatMap(({ path = [], problem }) => {
      const [claim = '', ...below] = path;
      if (problem !== undefined || below.length > 0 || !VALIDITY.has(claim)) return [];
      return [{ at, args: { claim }, coordinates: { claim } }];
    });
  },
  message: ({ claim }) =>
    `a holder can leave "${claim}" out, and the token still verifies: it is disclosed selectively`,
  help: 'Keep what decides on validity in the signed part, in the clear.',
});
