import type { ChangeKind, Exchange } from '../../model/index.ts';
import { placeOf } from '../../model/index.ts';
import { scopeAfter, type Versions } from '../versions.ts';
import { breaks, type Effect, editName, type Fact, NO_EFFECT } from './fact.ts';

/** Facts about who may swap a token for which (RFC 8693). */
export function* exchangeFacts(versions: Versions): Iterable<Fact> {
  const before = byParties(versions.before.exchanges);
  const after = byParties(versions.after.exchanges);
  for (const [parties, exchange] of before) {
    const same = after.get(parties);
    if (same !== undefined) yield* changed(versions, exchange, same);
    else if (isStillThere(versions.after, exchange)) yield* removed(versions, exchange);
  }
  for (const [parties, exchange] of after) {
    if (before.has(parties) || !isStillThere(versions.before, exchange)) continue;
    yield makeFact('exchange-added', exchange, NO_EFFECT, { at: exchange.at });
  }
}

function byParties(exchanges: readonly Exchange[]): Map<string, Exchange> {
  return new Map(exchanges.map((exchange) => [JSON.stringify(namesOf(exchange)), exchange]));
}

function namesOf({ client, from, to }: Exchange): readonly string[] {
  return [client, from, to];
}

/** An exchange that goes with its client or resource is part of that removal. */
function isStillThere({ clients, resources }: Versions['after'], { client, from, to }: Exchange): boolean {
  return clients.has(client) && resources.has(from) && resources.has(to);
}

function* removed({ after }: Versions, exchange: Exchange): Iterable<Fact> {
  const { client, from, to } = exchange;
  const effect = breaks(`"${client}" can't exchange tokens for "${from}" into tokens for "${to}" any more`);
  yield makeFact('exchange-removed', exchange, effect, {
    at: placeOf(after, 'exchanges'),
    beforeAt: exchange.at,
  });
}

/** Whether two exchanges are one, in two versions. */
export function sameParties(one: Exchange, other: Exchange): boolean {
  return one.client === other.client && one.from === other.from && one.to === other.to;
}

/** Scopes that an exchange has in one version only, sorted, by their names after. */
export function changedScopes(versions: Versions, before: Exchange, after: Exchange) {
  const was = before.scopes.map((scope) => scopeAfter(versions, scope));
  return {
    lost: was.filter((scope) => !after.scopes.includes(scope)).sort(),
    gained: after.scopes.filter((scope) => !was.includes(scope)).sort(),
  };
}

function* changed(versions: Versions, before: Exchange, after: Exchange): Iterable<Fact> {
  const fact = (kind: ChangeKind, key: keyof Exchange, effect: Effect, values: Partial<Fact>): Fact =>
    makeFact(kind, before, effect, { at: placeOf(after, key), beforeAt: placeOf(before, key), ...values });
  const { lost, gained } = changedScopes(versions, before, after);
  if (gained.length > 0) yield fact('exchange-widened', 'scopes', NO_EFFECT, { after: gained });
  if (lost.length > 0) {
    const effect = breaks(`"${before.client}" can't exchange tokens for ${lost.join(', ')} any more`);
    yield fact('exchange-narrowed', 'scopes', effect, { before: lost });
  }
  if (before.mode !== after.mode) {
    const effect = breaks(`exchanged tokens are made by ${after.mode} instead of ${before.mode}`);
    yield fact('exchange-mode-changed', 'mode', effect, { before: before.mode, after: after.mode });
  }
}

function makeFact(
  kind: ChangeKind,
  exchange: Exchange,
  effect: Effect,
  rest: Partial<Fact> & Pick<Fact, 'at'>,
): Fact {
  const { client, to } = exchange;
  return {
    kind,
    edit: editName(kind, ...namesOf(exchange), rest.before, rest.after),
    coordinates: { client, resource: to },
    seenIn: { client, resource: to },
    effect,
    ...rest,
  };
}
