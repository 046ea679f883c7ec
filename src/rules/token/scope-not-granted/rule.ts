import { defineRule, member, quoted } from '../../../check/define-rule.ts';

export default defineRule({
  id: 'token/scope-not-granted',
  inspects: 'token',
  severity: 'error',
  axis: 'security',
  summary: 'A token carries scopes that its client may not have.',
  source: 'RFC 6749 section 3.3; RFC 9068 section 2.2.3',
  *check({ token }) {
    const { mapper, contract, grant } = token;
    const stated = member(token.payload, 'scope') ?? member(token.payload, 'scp');
    if (mapper === undefined || contract === undefined || grant === undefined || stated === undefined) return;
    const client = mapper.clients.get(contract.key.client);
    const byExchange = mapper.exchanges.filter((exchange) => exchange.client === contract.key.client);
    const allowed = [
      ...(client?.defaultScopes ?? []),
      ...(client?.scopes ?? []),
      ...byExchange.flatMap(({ scopes }) => scopes),
    ];
    // A scope with parameters stands for many names; whether one of them fits is for its contract to say.
    const starts = allowed.flatMap((name) => (name.includes('{') ? [name.slice(0, name.indexOf('{'))] : []));
    const refused = grant.scopes.filter(
      (scope) => !allowed.includes(scope) && !starts.some((start) => scope.startsWith(start)),
    );
    if (refused.length === 0) return;
    yield {
      at: token.at,
      args: { client: contract.key.client, scopes: refused },
      coordinates: { claim: 'scope', client: contract.key.client },
    };
  },
  message: ({ client, scopes }) => `"${client}" got what nobody granted it: ${quoted(scopes)}`,
  help: 'Grant the scope to the client in the definition, or find out why the issuer gives it.',
});
