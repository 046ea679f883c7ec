import type {
  ChangeKind,
  EffectiveContract,
  JsonValue,
  MapperDefinition,
  TokenType,
} from '../../model/index.ts';
import { placeOf } from '../../model/index.ts';
import { guardChange } from '../grouping/reach.ts';
import type { Pairing } from '../pairing.ts';
import type { Versions } from '../versions.ts';
import { breaks, type Effect, editName, type Fact, NO_EFFECT } from './fact.ts';
import { heldFormats } from './held-formats.ts';
import { placeOfRemoved } from './places.ts';

/**
 * Facts about tokens that a grant gets on one side only. Where the client, the resource, a scope or a grant
 * type explains it, that is the change; a token type that only has another name is none.
 */
export function* existenceFacts(versions: Versions, pairing: Pairing): Iterable<Fact> {
  const { before, after } = versions;
  const held = heldFormats(versions, pairing);
  const told = [...held.keys()].map(({ key }) => key.tokenType);
  const namesBefore = new Set([...pairing.pairs.map((pair) => pair.before.key.tokenType), ...told]);
  const namesAfter = new Set([...pairing.pairs.map((pair) => pair.after.key.tokenType), ...told]);
  for (const facts of held.values()) yield* facts;
  for (const tokenType of before.tokenTypes.values()) {
    if (after.tokenTypes.has(tokenType.name) || namesBefore.has(tokenType.name)) continue;
    if (isOnlyFor(pairing.gone, tokenType, after)) continue;
    const effect = breaks(`nobody gets ${tokenType.name} any more`);
    const at = placeOfRemoved(tokenType, 'tokenTypes', before, after);
    yield tokenTypeFact('token-type-removed', tokenType, effect, { at, beforeAt: tokenType.at });
  }
  for (const tokenType of after.tokenTypes.values()) {
    if (before.tokenTypes.has(tokenType.name) || namesAfter.has(tokenType.name)) continue;
    if (isOnlyFor(pairing.come, tokenType, before)) continue;
    yield tokenTypeFact('token-type-added', tokenType, NO_EFFECT, { at: tokenType.at });
  }
  for (const contract of pairing.gone) {
    if (held.has(contract)) continue;
    yield* partOfRemoval(contract, after);
    if (!isUnexplained(contract, before, after)) continue;
    const effect = breaks(goneWords(contract));
    yield guardEcho(versions, contract, effect) ?? grantFact('token-withdrawn', contract, after, effect);
  }
  for (const contract of pairing.come) {
    if (held.has(contract) || !isUnexplained(contract, after, before)) continue;
    yield guardEcho(versions, contract, NO_EFFECT) ?? grantFact('token-granted', contract, after, NO_EFFECT);
  }
}

function goneWords({ key: { client, tokenType, resource } }: EffectiveContract): string {
  return `"${client}" gets no ${tokenType}${resource === undefined ? '' : ` for "${resource}"`} any more`;
}

/** A token that a client gets no more, or anew, because a resource is guarded by scopes now, or no longer. */
function guardEcho(versions: Versions, { key }: EffectiveContract, effect: Effect): Fact | undefined {
  const found = guardChange(versions, key.resource);
  return found && { ...found, coordinates: {}, at: versions.after.at, seenIn: key, effect, echo: true };
}

/** A token type that only clients get which the other side does not know comes and goes with them. */
function isOnlyFor(
  contracts: readonly EffectiveContract[],
  { name }: TokenType,
  { clients }: MapperDefinition,
): boolean {
  const own = contracts.filter(({ key }) => key.tokenType === name);
  return own.length > 0 && own.every(({ key }) => !clients.has(key.client));
}

/** A contract that went with its client, resource or token type shows that removal. */
function* partOfRemoval(contract: EffectiveContract, after: MapperDefinition): Iterable<Fact> {
  const gone = goneWith(contract.key, after);
  if (gone === undefined) return;
  const [kind, name] = gone;
  yield {
    kind,
    edit: editName(kind, name),
    coordinates: {},
    at: after.at,
    seenIn: contract.key,
    effect: breaks(goneWords(contract)),
    echo: true,
  };
}

function goneWith(
  { client, resource, tokenType }: EffectiveContract['key'],
  after: MapperDefinition,
): readonly [ChangeKind, string] | undefined {
  if (!after.clients.has(client)) return ['client-removed', client];
  if (resource !== undefined && !after.resources.has(resource)) return ['resource-removed', resource];
  return after.tokenTypes.has(tokenType) ? undefined : ['token-type-removed', tokenType];
}

function tokenTypeFact(
  kind: ChangeKind,
  { name, kind: tokenKind, deprecated }: TokenType,
  effect: Effect,
  places: Pick<Fact, 'at' | 'beforeAt'>,
): Fact {
  return {
    kind,
    edit: editName(kind, name),
    coordinates: { tokenType: name },
    ...places,
    ...(kind === 'token-type-removed' ? { before: tokenKind } : { after: tokenKind }),
    ...(deprecated?.sunset !== undefined && { sunset: deprecated.sunset }),
    seenIn: { tokenType: name },
    effect,
  };
}

function grantFact(
  kind: ChangeKind,
  { key, at }: EffectiveContract,
  after: MapperDefinition,
  effect: Effect,
): Fact {
  const tokenType = after.tokenTypes.get(key.tokenType);
  return {
    kind,
    edit: editName(kind, key.tokenType),
    coordinates: { tokenType: key.tokenType },
    at: tokenType === undefined ? after.at : placeOf(tokenType, 'for'),
    beforeAt: at,
    seenIn: key,
    effect,
  };
}

/** True when everything that the contract is about is there on both sides, and reached in the same way. */
function isUnexplained({ key }: EffectiveContract, here: MapperDefinition, there: MapperDefinition): boolean {
  const client = there.clients.get(key.client);
  if (client === undefined || !there.tokenTypes.has(key.tokenType)) return false;
  if (key.resource !== undefined && !there.resources.has(key.resource)) return false;
  if (!same(here.clients.get(key.client)?.grants, client.grants)) return false;
  if (!same(exchangesOf(here, key), exchangesOf(there, key))) return false;
  return same(reachOf(here, key.client), reachOf(there, key.client));
}

/** The resources whose tokens a client can exchange for such a token. */
function exchangesOf({ exchanges }: MapperDefinition, key: EffectiveContract['key']): readonly string[] {
  return exchanges
    .filter(({ client, to }) => client === key.client && to === key.resource)
    .map(({ from }) => from);
}

/** Names of the resources that a client can get tokens for. */
function reachOf(definition: MapperDefinition, name: string): readonly string[] {
  const client = definition.clients.get(name);
  const scopes = [...(client?.defaultScopes ?? []), ...(client?.scopes ?? [])];
  return scopes.flatMap((scope) => definition.scopes.get(scope)?.resources ?? []);
}

function same(here: JsonValue | undefined, there: JsonValue | undefined): boolean {
  return sortedText(here) === sortedText(there);
}

function sortedText(names: JsonValue | undefined): string {
  return Array.isArray(names) ? JSON.stringify([...new Set(names)].sort()) : '';
}
