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
    const name = contract.key.client;
    const client = mapper.clients.get(name);
    const byExchange = mapper.exchanges.filter((exchange) => exchange.client === name);
    const lists = [
      client?.defaultScopes ?? [],
      client?.scopes ?? [],
      ...byExchange.map(({ scopes }) => scopes),
    ];
    // A scope with parameters stands for many names; whether one of them fits is for its contract to say.
    const fits = (scope: string, allowed: string): boolean =>
      allowed === scope ||
      (allowed.includes('{') && scope.startsWith(allowed.slice(0, allowed.indexOf('{'))));
    const refused = grant.scopes.filter(
      (scope) => !lists.some((list) => list.includes(scope) || list.some((one) => fits(scope, one))),
    );
    if (refused.length === 0) return;
    yield {
      at: token.at,
      args: { client: name, scopes: refused },
      coordinates: { claim: 'scope', client: name },
    };
  },
  message: ({ client, scopes }) => `"${client}" got what nobody granted it: ${quoted(scopes)}`,
  help: 'Grant the scope to the client in the definition, or find out why the issuer gives it.',
});
