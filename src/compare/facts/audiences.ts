import { audienceHolder, claimSchema, contractOf } from '../../contract/index.ts';
import type {
  AudiencePolicy,
  ChangeKind,
  EffectiveContract,
  JsonValue,
  MapperDefinition,
  Place,
  TokenType,
} from '../../model/index.ts';
import { canonical, placeOf, READ_BY } from '../../model/index.ts';
import type { Grants } from '../grants.ts';
import { variantChange } from '../grouping/explained.ts';
import type { ContractPair } from '../pairing.ts';
import type { Versions } from '../versions.ts';
import { breaks, type Effect, editName, type Fact, NO_EFFECT } from './fact.ts';
import { memberEffect } from './member-effect.ts';

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
  const written = [shapeOf(versions.before, before), shapeOf(versions.after, after)] as const;
  if (written[0] !== written[1] && isOther(versions, pair)) {
    const reason = `readers expect the audience as ${written[0]} and get it as ${written[1]}`;
    yield fact(
      'audience-shape-changed',
      ...written,
      unnamedEffect(versions, pair, grants) ?? effect() ?? breaks(reason),
    );
  }
  if (isFixed(versions.before, before) || isFixed(versions.after, after)) {
    const come = is.values.filter((name) => !was.values.includes(name));
    const gone = was.values.filter((name) => !is.values.includes(name));
    if (come.length > 0 && gone.length > 0) {
      const named = [saidOf(versions.before, before), saidOf(versions.after, after)] as const;
      yield fact(
        'audience-changed',
        ...named,
        effect() ?? breaks('readers reject tokens that are not for them'),
      );
    } else {
      for (const value of come) yield fact('audience-added', undefined, value, effect() ?? NO_EFFECT);
      for (const value of gone) {
        const reason = `"${value}" rejects tokens that are not for it any more`;
        yield fact('audience-removed', value, undefined, effect() ?? breaks(reason));
      }
    }
  }
  yield* renamedAudience(versions, pair, grants);
}

/**
 * Whether tokens or requests are others. Opaque tokens and those for gateways say no audience; and where a client can
 * reach one resource only, it makes no difference what becomes of several.
 */
function isOther(versions: Versions, { before, after }: ContractPair): boolean {
  const [was, is] = [before.claims.get('aud'), after.claims.get('aud')];
  if (was === undefined || is === undefined) return false;
  const isAsked = sourceOf(versions.before, before) !== sourceOf(versions.after, after);
  return isAsked || canonical(claimSchema(was)) !== canonical(claimSchema(is));
}

/** A request that names no resource gets tokens for the APIs of its scopes, until it must name one (RFC 8707). */
function unnamedEffect(
  versions: Versions,
  { before, after }: ContractPair,
  grants: Grants,
): Effect | undefined {
  if (sourceOf(versions.before, before) !== 'scope' || sourceOf(versions.after, after) !== 'parameter') {
    return undefined;
  }
  const { resource, ...key } = after.key;
  const unnamed = resource === undefined ? undefined : contractOf(versions.after, key);
  return unnamed && memberEffect('aud', { before, after: unnamed }, grants);
}

/** Tokens of several types are for whom one of them says: its edit is one. Another variant brings its own. */
function audienceFact(versions: Versions, pair: ContractPair) {
  const { before, after } = pair;
  const holder = holderOf(versions.after, after)?.name ?? after.key.tokenType;
  const variant = variantChange(versions, pair);
  return (kind: ChangeKind, was: JsonValue | undefined, is: JsonValue | undefined, effect: Effect): Fact => ({
    kind,
    edit: editName(kind, holder, was, is),
    coordinates: { tokenType: holder },
    at: audiencePlace(versions.after, after),
    beforeAt: audiencePlace(versions.before, before),
    ...(was !== undefined && { before: was }),
    ...(is !== undefined && { after: is }),
    seenIn: after.key,
    effect,
    ...(variant && { ...variant, echo: true }),
  });
}

function holderOf(definition: MapperDefinition, { key }: EffectiveContract): TokenType | undefined {
  const tokenType = definition.tokenTypes.get(key.tokenType);
  return tokenType && audienceHolder(definition, tokenType);
}

function sourceOf(definition: MapperDefinition, contract: EffectiveContract): AudiencePolicy['from'] {
  return holderOf(definition, contract)?.audience?.from ?? 'scope';
}

const SHAPES = { string: 'a string', array: 'an array', either: 'a string or an array' } as const;

/** In words: how aud is written, whether it may name more than one, and whether requests choose it. */
function shapeOf(definition: MapperDefinition, contract: EffectiveContract): string {
  const { many, shape } = contract.audience;
  const several =
    shape === 'string' ? 'a string, or an array of several' : `${SHAPES[shape]} of one or several`;
  const chosen = sourceOf(definition, contract) === 'parameter' ? ', as the request says' : '';
  return `${many === 'reject' ? `${SHAPES[shape]} of one` : several}${chosen}`;
}

function isFixed(definition: MapperDefinition, contract: EffectiveContract): boolean {
  return sourceOf(definition, contract) === 'fixed';
}

/** Whom the tokens of a type are for: the audiences where they are fixed, else whoever they are made for. */
function saidOf(definition: MapperDefinition, contract: EffectiveContract): JsonValue {
  if (isFixed(definition, contract)) return [...contract.audience.values];
  return READ_BY[contract.kind] === 'client' ? 'the client itself' : 'the API itself';
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

function audiencePlace(definition: MapperDefinition, contract: EffectiveContract): Place {
  const holder = holderOf(definition, contract) ?? definition.tokenTypes.get(contract.key.tokenType);
  return holder === undefined ? contract.at : placeOf(holder, 'audience');
}
