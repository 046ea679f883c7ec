import {
  defineRule,
  maskedUndeclared,
  OPENID_SCOPES,
  quoted,
  refusedScopes,
} from '../../../check/define-rule.ts';

export default defineRule({
  id: 'token/scope-not-granted',
  inspects: 'token',
  severity: 'error',
  axis: 'security',
  summary: 'A token carries scopes that its client may not have.',
  source: 'RFC 6749 section 3.3; RFC 9068 section 2.2.3',
  oncePerGrant: true,
  check({ token }) {
    const { contract, mapper } = token;
    const refused = refusedScopes(token);
    const client = contract?.key.client;
    if (client === undefined || refused.length === 0) return undefined;
    const isKnown = (scope: string): boolean =>
      OPENID_SCOPES.has(scope) || mapper?.scopes.has(scope) === true;
    const scopes = refused.map((scope) => (isKnown(scope) ? scope : maskedUndeclared(scope)));
    return { at: token.at, args: { client, scopes }, coordinates: { claim: 'scope', client } };
  },
  message: ({ client, scopes }) => `"${client}" got what nobody granted it: ${quoted(scopes)}`,
  help: 'Grant the scope to the client in the definition, or find out why the issuer gives it.',
});
