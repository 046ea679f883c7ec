import type { MapperDefinition } from '../../model/index.ts';
import { modeline } from './modeline.ts';

/** A reader of tokens, as a consumer file names it. */
export interface StarterReader {
  readonly name: string;
  readonly reads: string;
  readonly as: { readonly resource: string } | { readonly client: string };
}

/** The reader of the starter's own definition. */
export const STARTER_READER: StarterReader = {
  name: 'orders-api',
  reads: 'access_token',
  as: { resource: 'orders' },
};

/** Somebody who reads the tokens of a definition: its first API, else its first client. */
export function readerOf({ resources, clients, tokenTypes }: MapperDefinition): StarterReader | undefined {
  const [resource] = resources.keys();
  if (resource !== undefined && tokenTypes.has('access_token')) {
    return { name: resource, reads: 'access_token', as: { resource } };
  }
  const [client] = clients.keys();
  if (client === undefined || !tokenTypes.has('id_token')) return undefined;
  return { name: client, reads: 'id_token', as: { client } };
}

/** A consumer file: what one reader of tokens needs, said by the team that operates it. */
export function starterConsumer(schemas: string, { name, reads, as }: StarterReader): string {
  return `${modeline(schemas, 'consumer')}
# What one reader of tokens needs. It belongs to the team that reads them, and may lie in its own folder.
tokenpact: consumer/v1
name: ${JSON.stringify(name)}
owner: team-orders
party: first
reads: ${reads}
as: ${JSON.stringify(as)}

# A JSON Schema of the tokens that it can process: with it, a change is only reported when it breaks this reader.
expects:
  required: [sub]

# What it allows, so that a change that opens or closes access is found:
# decisions:
#   - name: may read orders
#     scopes: [orders.read]
#     allows: { required: [tenant_id] }
`;
}
