import { defineRule } from '../../../check/define-rule.ts';
import { pathKey, showPath } from '../../../model/index.ts';

export default defineRule({
  id: 'token/contract-claim-missing',
  inspects: 'token',
  severity: 'error',
  axis: 'compatibility',
  summary: 'A token lacks a claim that its contract promises.',
  source: 'Curity, Managing Scopes and Claims in OAuth Tokens',
  *check({ token }) {
    for (const { kind, path, expected } of token.violations) {
      if (kind !== 'missing') continue;
      yield {
        at: token.at,
        args: { claim: showPath(path), expected },
        coordinates: { claim: pathKey(path) },
      };
    }
  },
  message: ({ claim, expected }) =>
    `readers fail on this token: it lacks "${claim}", promised as ${expected}`,
  help: 'Mend the source of the claim, or promise less: `presence: sometimes`.',
});
