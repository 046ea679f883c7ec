import { defineRule, quoted, refusedScopes } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'token/scope-not-granted',
  inspects: 'token',
  severity: 'error',
  axis: 'security',
  summary: 'A token carries scopes that its client may not have.',
  source: 'RFC 6749 section 3.3; RFC 9068 section 2.2.3',
  oncePerGrant: true,
  check({ token }) {
    const scopes = refusedScopes(token);
    const client = token.contract?.key.client;
    if (client === undefined || scopes.length === 0) return undefined;
    return { at: token.at, args: { client, scopes }, coordinates: { claim: 'scope', client } };
  },
  message: ({ client, scopes }) => `"${client}" got what nobody granted it: ${quoted(scopes)}`,
  help: 'Grant the scope to the client in the definition, or find out why the issuer gives it.',
});
