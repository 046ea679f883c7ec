import {
  CHANGES,
  type Change,
  type Consumer,
  type ConsumerEffect,
  type EffectiveContract,
  placeOf,
} from '../../model/index.ts';
import type { Pairing } from '../pairing.ts';
import type { Versions } from '../versions.ts';
import { causesOf } from './causes.ts';
import { reads } from './readers.ts';

/** What a consumer refers to and is there no more. */
type LeftBehind = Pick<ConsumerEffect, 'at' | 'fails' | 'because'> & { readonly tokenType: string };

/** The tokens that a consumer read and nobody issues to it any more, and the scopes that its decisions ask for. */
export function leftBehind(
  consumer: Consumer,
  versions: Versions,
  pairing: Pairing,
  changes: readonly Change[],
): readonly LeftBehind[] {
  return [...lostTokens(consumer, versions, pairing, changes), ...lostScopes(consumer, versions, changes)];
}

function* lostTokens(
  consumer: Consumer,
  { after }: Versions,
  { pairs, gone, come }: Pairing,
  changes: readonly Change[],
): Iterable<LeftBehind> {
  const kept = [...pairs.flatMap((pair) => [pair.before, pair.after]), ...come];
  const left = kept.filter((contract) => reads(consumer, contract));
  // A gateway stands before every client: one whose tokens it can no longer read is refused by it.
  const isServed = ({ key: { client } }: EffectiveContract): boolean =>
    consumer.role.as === 'gateway' && after.clients.has(client)
      ? left.some(({ key }) => key.client === client)
      : left.length > 0;
  const lost = gone.find((contract) => reads(consumer, contract) && !isServed(contract));
  if (lost === undefined) return;
  const { tokenType, client } = lost.key;
  const { as, name } = consumer.role;
  const whose = as === 'gateway' ? `to "${client}"` : `${as === 'client' ? 'to' : 'for'} "${name}"`;
  yield {
    at: placeOf(consumer, 'reads'),
    tokenType,
    fails: `reads "${tokenType}", which is not issued ${whose} any more`,
    because: causesOfEnd(changes, lost),
  };
}

function causesOfEnd(changes: readonly Change[], lost: EffectiveContract): readonly Change[] {
  const { tokenType, client, resource } = lost.key;
  const ends = changes.filter(({ kind, coordinates, clients, tokenTypes }) => {
    switch (kind) {
      case 'token-withdrawn':
      case 'token-type-removed':
        return clients.includes(client) && tokenTypes.includes(tokenType);
      case 'client-removed':
        return coordinates.client === client;
      case 'resource-removed':
        return coordinates.resource === resource;
      default:
        return false;
    }
  });
  return ends.length > 0 ? ends : causesOf(changes, lost, undefined);
}

function* lostScopes(
  { decisions, reads: tokenType }: Consumer,
  { before, after }: Versions,
  changes: readonly Change[],
): Iterable<LeftBehind> {
  for (const decision of decisions) {
    for (const scope of decision.scopes) {
      if (!before.scopes.has(scope) || after.scopes.has(scope)) continue;
      yield {
        at: placeOf(decision, 'scopes'),
        tokenType,
        fails: `needs the scope "${scope}" for its decision "${decision.name}"`,
        because: changes.filter(
          ({ kind, coordinates }) => CHANGES[kind].subject === 'scope' && coordinates.scope === scope,
        ),
      };
    }
  }
}
