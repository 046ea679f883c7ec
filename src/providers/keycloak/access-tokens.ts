import type { SubjectKind } from '../../model/index.ts';
import { attribute, type RealmClient } from './realm-client.ts';

/** Clients whose access tokens are made alike, apart from the general ones. */
export interface AccessTokenVariant {
  readonly name: string;
  readonly lightweight: boolean;
  readonly subject: SubjectKind;
  readonly clients: readonly string[];
  /** The client whose own settings apply; absent where the realm's do. */
  readonly settings?: RealmClient;
}

const OWN_SETTINGS = [
  'access.token.lifespan',
  'access.token.signed.response.alg',
  'access.token.header.type.rfc9068',
];

/**
 * The access tokens of a realm that differ from the general ones: of clients with settings of their own,
 * lightweight ones, and those of service accounts, which keep their `sub` whatever the mappers say.
 */
export function accessTokenVariants(clients: readonly RealmClient[]): readonly AccessTokenVariant[] {
  const variants = new Map<string, AccessTokenVariant>();
  for (const client of clients) {
    const own = OWN_SETTINGS.some((key) => attribute(client, key) !== undefined);
    const lightweight = attribute(client, 'client.use.lightweight.access.token.enabled') === 'true';
    const add = (subject: SubjectKind): void => {
      const kind = `${subject === 'machine' ? 'service_account_' : ''}${lightweight ? 'lightweight_' : ''}access_token`;
      const name = own ? `${kind} of ${client.name}` : kind;
      if (name === 'access_token') return;
      variants.set(name, {
        name,
        lightweight,
        subject,
        clients: [...(variants.get(name)?.clients ?? []), client.name],
        ...(own ? { settings: client } : {}),
      });
    };
    if (client.grants.some((grant) => grant !== 'client_credentials')) add('user');
    if (client.grants.includes('client_credentials')) add('machine');
  }
  return [...variants.values()];
}
