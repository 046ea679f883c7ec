import type { Client } from '../../model/index.ts';
import type { AudienceReach } from './audiences.ts';
import { member, placeOfNode } from './export-node.ts';
import type { PlacedClient, PlacedScope } from './placed.ts';
import { attribute, type RealmClient } from './realm-client.ts';
import { audienceScope, OPENID } from './scopes.ts';

/** Clients that ask for tokens. A client that needs consent is somebody else's: users are asked about it. */
export function readClientModels(
  clients: readonly PlacedClient[],
  scopes: readonly PlacedScope[],
  reach: AudienceReach,
): ReadonlyMap<string, Client> {
  const pairwise = new Set(scopes.filter(({ effects }) => effects.pairwise).map(({ scope }) => scope.name));
  return new Map(
    clients.map(({ client, scopes: assigned, effects }) => {
      const isPairwise = effects.pairwise || assigned.defaults.some((name) => pairwise.has(name));
      const forUsers = client.grants.some((grant) => grant !== 'client_credentials');
      const ownOpenid = assigned.defaults.includes(OPENID) || assigned.optional.includes(OPENID);
      const model: Client = {
        name: client.name,
        party: client.consentRequired ? 'third' : 'first',
        grants: client.grants,
        defaultScopes: [...assigned.defaults, ...(reach.byClient.get(client.name) ?? []).map(audienceScope)],
        scopes: forUsers && !ownOpenid ? [OPENID, ...assigned.optional] : assigned.optional,
        subject: isPairwise ? 'pairwise' : 'public',
        ...senderConstraint(client),
        releases: effects.releases,
        ...(client.description === undefined ? {} : { description: client.description }),
        at: client.at,
      };
      return [client.name, model] as const;
    }),
  );
}

const CONSTRAINTS = [
  ['dpop', 'dpop.bound.access.tokens'],
  ['mtls', 'tls.client.certificate.bound.access.tokens'],
] as const;

/** The key that the client's access tokens are bound to, with the line that says it. */
function senderConstraint(client: RealmClient): Pick<Client, 'senderConstrained' | 'keyPlaces'> {
  const bound = CONSTRAINTS.find(([, key]) => attribute(client, key) === 'true');
  const attributes = member(client.node, 'attributes');
  const written = bound && attributes && member(attributes, bound[1]);
  if (bound === undefined || written === undefined) return {};
  return { senderConstrained: bound[0], keyPlaces: new Map([['senderConstrained', placeOfNode(written)]]) };
}
