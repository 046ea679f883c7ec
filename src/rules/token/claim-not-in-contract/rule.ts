import { defineRule, personalClaimsOfMachine } from '../../../check/define-rule.ts';
import { pathKey, showPath } from '../../../model/index.ts';

export default defineRule({
  id: 'token/claim-not-in-contract',
  inspects: 'token',
  severity: 'warning',
  axis: 'compatibility',
  summary: 'A token has a claim that its contract does not know.',
  source: 'Curity, Managing Scopes and Claims in OAuth Tokens',
  check({ token }) {
    const { at, violations } = token;
    const undeclared = violations.filter(({ kind }) => kind === 'undeclared');
    if (undeclared.length === 0) return undefined;
    const told = personalClaimsOfMachine(token);
    return undeclared
      .filter(({ path: [name = ''] }) => !told.includes(name))
      .map(({ path }) => ({ at, args: { claim: showPath(path) }, coordinates: { claim: pathKey(path) } }));
  },
  message: ({ claim }) => `readers will come to rely on "${claim}", which no contract promises`,
  help: 'Define the claim and what releases it, or stop issuing it.',
});
