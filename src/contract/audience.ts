import type {
  AudiencePolicy,
  EffectiveAudience,
  JsonObject,
  JsonSchema,
  MapperDefinition,
  TokenType,
} from '../model/index.ts';
import { comparePlaces } from '../model/index.ts';
import { keptForBoth } from './kept.ts';

/** The part of a policy that this folder reads. */
export type Policy = Pick<AudiencePolicy, 'from' | 'many' | 'shape' | 'values'>;

/** What holds where a definition is silent: the audiences of the granted scopes, in whichever shape. */
const SILENT: Policy = { from: 'scope', many: 'array', shape: 'either', values: [] };

/** Whether a policy is written once for both; an export has one line for many policies that differ. */
function isSamePolicy(one: AudiencePolicy, other: AudiencePolicy): boolean {
  const content = ({ from, many, shape, values }: AudiencePolicy): string =>
    JSON.stringify([from, many, shape, values]);
  return comparePlaces(one.at, other.at) === 0 && content(one) === content(other);
}

/**
 * The token type that says whom tokens of a type are for: the type itself, or the token that it stands for or
 * wraps, or the general token type of its kind.
 *
 * @returns undefined where none of them says it
 */
export const audienceHolder = keptForBoth(
  (definition: MapperDefinition, type: TokenType): TokenType | undefined => {
    const seen = new Set<TokenType>();
    const waiting: (TokenType | undefined)[] = [type];
    for (const next of waiting) {
      if (next === undefined || seen.has(next)) continue;
      if (next.audience !== undefined) {
        // A variant that says nothing of its own has the policy that is written in the general token type.
        const general = definition.tokenTypes.get(next.kind);
        return general?.audience && isSamePolicy(general.audience, next.audience) ? general : next;
      }
      seen.add(next);
      const names = [next.of, next.wraps, next.kind];
      for (const name of names) if (name !== undefined) waiting.push(definition.tokenTypes.get(name));
    }
    return undefined;
  },
);

/** A token type's audience policy: its own, or that of its holder. */
export function policyOf(definition: MapperDefinition, type: TokenType): Policy {
  return audienceHolder(definition, type)?.audience ?? SILENT;
}

/** Whether one token may be for several resources, so that each of them reads what the others are sent. */
export function isShared(policy: Policy): boolean {
  return policy.from === 'fixed' || policy.many === 'array';
}

function listSchema(audience: EffectiveAudience, certain: readonly string[], least: number): JsonObject {
  const { values } = audience;
  if (values.length === 0) return { type: 'array', items: { type: 'string' }, minItems: least };
  const most = audience.many === 'reject' ? 1 : values.length;
  const needsContains = certain.length === 1 && values.length > 1;
  return {
    type: 'array',
    items: oneOfValues(values),
    minItems: Math.max(least, certain.length),
    maxItems: Math.max(most, certain.length),
    uniqueItems: true,
    ...(needsContains ? { contains: { const: certain[0] ?? '' } } : {}),
  };
}

function oneOfValues(values: readonly string[]): JsonObject {
  if (values.length === 0) return { type: 'string' };
  return values.length === 1 ? { const: values[0] ?? '' } : { enum: [...values] };
}

/**
 * The `aud` claim (RFC 7519 section 4.1.3). The shape `string` speaks of one audience: several are an array
 * whatever the shape, since a string holds one. Without values, nothing is known about them.
 *
 * @param certain audiences that are in every token of the contract
 */
export function audienceSchema(audience: EffectiveAudience, certain: readonly string[]): JsonSchema {
  const single =
    certain.length > 1 ? undefined : oneOfValues(certain.length === 1 ? certain : audience.values);
  const severalMayApply = audience.many === 'array' && audience.values.length !== 1;
  if (audience.shape === 'array' || single === undefined) return listSchema(audience, certain, 1);
  if (audience.shape === 'either') return { anyOf: [single, listSchema(audience, certain, 1)] };
  return severalMayApply ? { anyOf: [single, listSchema(audience, certain, 2)] } : single;
}
