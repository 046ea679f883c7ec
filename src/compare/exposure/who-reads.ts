import { isFor } from '../../contract/index.ts';
import type {
  Consumer,
  EffectiveContract,
  ExposedTo,
  MapperDefinition,
  TokenKind,
} from '../../model/index.ts';
import { reads } from '../consumers/readers.ts';

/** Who holds a token of a kind; the client does not, where the token never passes its hands. */
const HELD_BY_CLIENT: ReadonlySet<TokenKind> = new Set([
  'access_token',
  'id_token',
  'userinfo',
  'wrapper_token',
  'assertion',
]);

/** Kinds that the resource reads which they are for. */
const READ_BY_RESOURCE: ReadonlySet<TokenKind> = new Set(['access_token', 'introspection']);

/** Everybody who can read the tokens of a contract; nobody reads into an opaque one. */
export function whoReads(
  contract: EffectiveContract,
  definition: MapperDefinition,
  consumers: readonly Consumer[],
): readonly ExposedTo[] {
  if (contract.format === 'opaque') return [];
  return [...holdersOf(definition, contract), ...gatewaysOf(consumers, contract)];
}

/** The client and the resource. */
function holdersOf(definition: MapperDefinition, { key, kind }: EffectiveContract): readonly ExposedTo[] {
  const client = definition.clients.get(key.client);
  const resource = key.resource === undefined ? undefined : definition.resources.get(key.resource);
  const readers: ExposedTo[] = [];
  if (client && HELD_BY_CLIENT.has(kind) && !holdsReference(definition, key)) {
    readers.push({ kind: 'client', name: client.name, party: client.party });
  }
  if (resource && READ_BY_RESOURCE.has(kind)) {
    readers.push({ kind: 'resource', name: resource.name, party: resource.party });
  }
  return readers;
}

/** Gateways that say what they read; a wrapper token is for one even where none says so. */
function gatewaysOf(consumers: readonly Consumer[], contract: EffectiveContract): readonly ExposedTo[] {
  const { kind, key } = contract;
  const gateways = consumers
    .filter((consumer) => consumer.role.as === 'gateway' && reads(consumer, contract))
    .map(({ role, party }): ExposedTo => ({ kind: 'gateway', name: role.name, party }));
  if (gateways.length > 0 || kind !== 'wrapper_token') return gateways;
  return [{ kind: 'gateway', name: key.tokenType, party: 'first' }];
}

/** Whether a client gets a reference token instead: then the access token is between gateway and resource. */
function holdsReference(definition: MapperDefinition, key: EffectiveContract['key']): boolean {
  return [...definition.tokenTypes.values()].some(
    (type) =>
      type.kind === 'reference_token' &&
      type.of === key.tokenType &&
      isFor(type, key.client, key.subject, key.resource),
  );
}
