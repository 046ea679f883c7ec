import { defineRule } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'token/no-contract',
  inspects: 'token',
  severity: 'error',
  axis: 'compatibility',
  summary: 'No contract of the definition is about this token.',
  source: 'tokenpact: what nobody looked at is not compatible',
  about: 'uncontracted',
  check({ token }) {
    const { at, uncontracted, payload } = token;
    // An opaque token and the response for an inactive one have nothing that a contract could be about.
    if (uncontracted === undefined || payload === undefined || payload.active === false) return undefined;
    return { at, args: { reason: uncontracted }, undecided: true };
  },
  message: ({ reason }) => `nobody can say whether this token keeps its contract: ${reason}`,
  help: 'Give the definition that issues it; where the token does not tell, say `--token-type` and `--client`.',
});
