import { defineRule, isReadable, quoted } from '../../../check/define-rule.ts';
import type { MapperDefinition } from '../../../model/index.ts';

/** Whether a client holds a reference to tokens of this type instead of the token. */
function holdsReference(mapper: MapperDefinition, tokenType: string, client: string): boolean {
  return [...mapper.tokenTypes.values()].some(
    (type) =>
      type.kind === 'reference_token' &&
      type.of === tokenType &&
      (type.for?.clients?.includes(client) ?? true),
  );
}

export default defineRule({
  id: 'token-type/third-party-jwt',
  inspects: 'contract',
  severity: 'info',
  axis: 'privacy',
  summary: 'A third-party client can read what an access token says about the user.',
  source: 'RFC 9068 section 6; Curity, Managing Scopes and Claims in OAuth Tokens',
  profiles: { relaxed: 'off', 'high-security': 'warning' },
  *check({ mapper, contract }) {
    const { key, claims } = contract;
    const tokenType = mapper.tokenTypes.get(key.tokenType);
    if (tokenType === undefined || !isReadable(tokenType, 'access_token')) return;
    const client = mapper.clients.get(key.client);
    if (client?.party !== 'third' || holdsReference(mapper, tokenType.name, client.name)) return;
    const shown = [...claims.values()].filter(({ releases }) =>
      releases.some(({ by, claim }) => by.kind !== 'profile' && claim?.about === 'user'),
    );
    if (shown.length === 0) return;
    const args = {
      client: client.name,
      tokenType: tokenType.name,
      claims: shown.map(({ path }) => path.join('.')),
    };
    yield { at: client.at, args, coordinates: { client: client.name } };
  },
  message: ({ client, tokenType, claims }) =>
    `"${client}" can read ${quoted(claims)} in each "${tokenType}" that it only has to pass on`,
  help: 'Give third parties a reference token (`format: opaque`), and let the gateway swap it.',
});
