import type { ChangeKind, EffectiveContract, JsonValue, MapperDefinition, Place } from '../model/index.ts';
import { placeOf } from '../model/index.ts';
import { breaks, type Effect, editName, type Fact, NO_EFFECT } from './fact.ts';
import type { Grants } from './grants.ts';
import { memberEffect } from './member-effect.ts';
import type { ContractPair } from './pairing.ts';
import type { Versions } from './versions.ts';

/**
 * Facts about whom tokens are for. Audiences that follow from resources and scopes are not told again: a
 * resource's new audience is the resource's change, and this contract one of those that show it.
 */
export function* audienceFacts(versions: Versions, pair: ContractPair, grants: Grants): Iterable<Fact> {
  const { before, after } = pair;
  const effect = () => memberEffect('aud', pair, grants);
  const fact = audienceFact(versions, pair);
  const was = before.audience;
  const is = after.audience;
  const isNamed = was.values.length > 0 && is.values.length > 0;
  if (isNamed && (was.shape !== is.shape || was.many !== is.many)) {
    const reason = `readers that expect aud as ${shapeOf(before)} get ${shapeOf(after)}`;
    yield fact('audience-shape-changed', shapeOf(before), shapeOf(after), effect() ?? breaks(reason));
  }
  if (isFixed(versions.before, before) || isFixed(versions.after, after)) {
    for (const value of is.values.filter((name) => !was.values.includes(name))) {
      yield fact('audience-added', undefined, value, effect() ?? NO_EFFECT);
    }
    for (const value of was.values.filter((name) => !is.values.includes(name))) {
      const reason = `"${value}" rejects tokens that are not for it any more`;
      yield fact('audience-removed', value, undefined, effect() ?? breaks(reason));
    }
  }
  yield* renamedAudience(versions, pair, grants);
}

function audienceFact(versions: Versions, { before, after }: ContractPair) {
  return (kind: ChangeKind, was: JsonValue | undefined, is: JsonValue | undefined, effect: Effect): Fact => ({
    kind,
    edit: editName(kind, after.key.tokenType, was, is),
    coordinates: { tokenType: after.key.tokenType },
    at: audiencePlace(versions.after, after),
    beforeAt: audiencePlace(versions.before, before),
    ...(was !== undefined && { before: was }),
    ...(is !== undefined && { after: is }),
    seenIn: after.key,
    effect,
  });
}

/** In words: how aud is written, and whether it may name more than one. */
function shapeOf({ audience }: EffectiveContract): string {
  return audience.many === 'reject' ? `${audience.shape}, one` : audience.shape;
}

function isFixed(definition: MapperDefinition, { key, kind }: EffectiveContract): boolean {
  const own = definition.tokenTypes.get(key.tokenType)?.audience;
  return (own ?? definition.tokenTypes.get(kind)?.audience)?.from === 'fixed';
}

/** This contract shows that its resource has another audience. */
function* renamedAudience(versions: Versions, pair: ContractPair, grants: Grants): Iterable<Fact> {
  const { before, after } = pair;
  const name = after.key.resource;
  if (name === undefined || name !== before.key.resource) return;
  const was = versions.before.resources.get(name)?.audience;
  const is = versions.after.resources.get(name)?.audience;
  if (was === undefined || is === undefined || was === is) return;
  yield {
    kind: 'resource-audience-changed',
    edit: editName('resource-audience-changed', name, was, is),
    coordinates: { resource: name },
    at: after.at,
    before: was,
    after: is,
    seenIn: after.key,
    effect: memberEffect('aud', pair, grants) ?? NO_EFFECT,
    echo: true,
  };
}

function audiencePlace(definition: MapperDefinition, { key, at }: EffectiveContract): Place {
  const tokenType = definition.tokenTypes.get(key.tokenType);
  return tokenType === undefined ? at : placeOf(tokenType, 'audience');
}
