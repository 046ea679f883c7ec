import { defineRule, maskedUndeclared, member } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'token/azp-unknown',
  inspects: 'token',
  severity: 'warning',
  axis: 'security',
  summary: 'The authorized party of a token is no client.',
  source: 'OpenID Connect Core 1.0 sections 2 and 3.1.3.7',
  oncePerGrant: true,
  check({ token }) {
    const { at, mapper, payload } = token;
    const azp = member(payload, 'azp');
    if (mapper === undefined || azp === undefined) return undefined;
    if (typeof azp === 'string' && mapper.clients.has(azp)) return undefined;
    const found = typeof azp === 'string' ? `"${maskedUndeclared(azp)}"` : 'not a string';
    return { at, args: { found }, coordinates: { claim: 'azp' } };
  },
  message: ({ found }) =>
    `readers can't tell who asked for this token: "azp" is ${found}, which is no client here`,
  help: 'Put the id of the client that asked for the token into `azp`, or leave it out.',
});
