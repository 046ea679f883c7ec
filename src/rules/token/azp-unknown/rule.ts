import { defineRule, maskedUndeclared, member } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'token/azp-unknown',
  inspects: 'token',
  severity: 'warning',
  axis: 'security',
  summary: 'The authorized party of a token is no client, or another one than its client.',
  source: 'OpenID Connect Core 1.0 sections 2 and 3.1.3.7',
  oncePerGrant: true,
  check({ token }) {
    const { at, mapper, payload } = token;
    const azp = member(payload, 'azp');
    if (mapper === undefined || azp === undefined) return undefined;
    const coordinates = { claim: 'azp' };
    if (typeof azp === 'string' && mapper.clients.has(azp)) {
      const client = member(payload, 'client_id');
      if (client === undefined || client === azp) return undefined;
      return { at, args: { found: `"${azp}", and "client_id" is another` }, coordinates };
    }
    const found = typeof azp === 'string' ? `"${maskedUndeclared(azp)}"` : 'not a string';
    return { at, args: { found: `${found}, which is no client here` }, coordinates };
  },
  message: ({ found }) => `readers can't tell who asked for this token: "azp" is ${found}`,
  help: 'Put the id of the client that asked for the token into `azp`, or leave it out.',
});
