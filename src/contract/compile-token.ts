import type { EffectiveContract, JsonObject, MapperDefinition } from '../model/index.ts';
import { claimSchema } from './claim-schema.ts';
import { assemble, type Member } from './members.ts';
import { openObjects } from './openness.ts';
import { type PooledClaim, poolClaims } from './pool.ts';
import { literal } from './scope-tokens.ts';
import { withFacts } from './token-schema.ts';

/**
 * The published contract of some tokens of one type, for their readers: open to members that are not listed
 * and to announced values, with the claims that a scope brings required where the `scope` claim names it.
 */
export function compileTokens(
  definition: MapperDefinition,
  contracts: readonly [EffectiveContract, ...EffectiveContract[]],
): JsonObject {
  const claims = poolClaims(contracts);
  const members = claims.map(({ claim, isRequired }): Member => {
    return { path: claim.path, schema: openObjects(claimSchema(claim, undefined, 'growing')), isRequired };
  });
  const token = withFacts(contracts[0], assemble(members, false), openObjects);
  const conditions = scopeConditions(definition, claims);
  const facts = (token.allOf ?? []) as readonly JsonObject[];
  const whole = conditions.length === 0 ? token : { ...token, allOf: [...facts, ...conditions] };
  return contracts[0].kind === 'introspection' ? withInactive(whole) : whole;
}

/** One condition per scope that brings claims which are not there anyway; none where tokens don't tell scopes. */
function scopeConditions(
  definition: MapperDefinition,
  claims: readonly PooledClaim[],
): readonly JsonObject[] {
  if (!claims.some(({ claim }) => claim.key === 'scope')) return [];
  const brought = new Map<string, (readonly string[])[]>();
  for (const { claim, requiredUnder } of claims) {
    for (const scope of requiredUnder) {
      if (isVisible(definition, scope)) brought.set(scope, [...(brought.get(scope) ?? []), claim.path]);
    }
  }
  return [...brought]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([scope, paths]) => ({
      if: grantedCondition(scope),
      // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema, in data that nobody awaits
      then: requirePaths(paths),
    }));
}

function isVisible(definition: MapperDefinition, name: string): boolean {
  const scope = definition.scopes.get(name);
  return scope?.visible === true && scope.schema === undefined;
}

function grantedCondition(scope: string): JsonObject {
  const name = scope
    .split(/\{[^{}]*\}/)
    .map(literal)
    .join('[^ ]+');
  const pattern = `(?:^| )${name}(?: |$)`;
  return { type: 'object', properties: { scope: { type: 'string', pattern } }, required: ['scope'] };
}

/** Names each required member in `properties` too, as strict validators ask (Ajv: `strictRequired`). */
function requirePaths(paths: readonly (readonly string[])[]): JsonObject {
  const names = [...new Set(paths.map(([name = '']) => name))].sort();
  const properties = names.map((name): [string, JsonObject | boolean] => {
    const inner = paths.filter(([first, ...rest]) => first === name && rest.length > 0);
    return [name, inner.length === 0 ? true : requirePaths(inner.map(([, ...rest]) => rest))];
  });
  return { type: 'object', properties: Object.fromEntries(properties), required: names };
}

/** What an inactive token gets says no more than that (RFC 7662 section 2.2). */
function withInactive({ $defs, ...active }: JsonObject): JsonObject {
  const inactive = { type: 'object', properties: { active: { const: false } }, required: ['active'] };
  return { anyOf: [active, inactive], ...($defs === undefined ? {} : { $defs }) };
}
