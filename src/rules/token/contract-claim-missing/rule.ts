import { defineRule } from '../../../check/define-rule.ts';
import { pathKey, showPath } from '../../../model/index.ts';

export default defineRule({
  id: 'token/contract-claim-missing',
  inspects: 'token',
  severity: 'error',
  axis: 'compatibility',
  summary: 'A token lacks a claim that its contract promises.',
  source: 'Curity, Managing Scopes and Claims in OAuth Tokens',
  about: 'violations',
  check({ token }) {
    const { at, violations } = token;
    const missing = violations.filter(({ kind }) => kind === 'missing');
    return missing.map(({ path, expected }) => ({
      at,
      args: { claim: showPath(path), expected },
      coordinates: { claim: pathKey(path) },
    }));
  },
  message: ({ claim, expected }) =>
    `readers fail on this token: it lacks "${claim}", promised as ${expected}`,
  help: 'Mend the source of the claim, or promise less: `presence: sometimes`.',
});
