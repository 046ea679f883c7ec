import { defineRule, hasOwnRule } from '../../../check/define-rule.ts';
import { pathKey, showPath } from '../../../model/index.ts';

export default defineRule({
  id: 'token/type-mismatch',
  inspects: 'token',
  severity: 'error',
  axis: 'compatibility',
  summary: 'A claim has another type or value than its contract says.',
  source: 'RFC 7519 section 4.1',
  check({ token }) {
    const { at, violations } = token;
    const mismatches = violations.filter(({ kind, path }) => kind === 'mismatch' && !hasOwnRule(token, path));
    return mismatches.map(({ path, expected, found }) => ({
      at,
      args: { claim: showPath(path), expected, found },
      coordinates: { claim: pathKey(path) },
    }));
  },
  message: ({ claim, expected, found }) => `readers expect ${expected} in "${claim}" and find ${found}`,
  help: 'Mend the source of the claim, or widen its schema as a change that readers hear of.',
});
