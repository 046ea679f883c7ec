import type { ClaimRelease, EffectiveClaim, JsonObject, JsonSchema } from '../model/index.ts';
import { canonical, groupedBy } from '../model/index.ts';
import { kept } from './kept.ts';
import { openValues } from './openness.ts';
import { isActive, isUnconditional } from './presence.ts';
import { moveBelow } from './references.ts';
import { scopeListSchema } from './scope-tokens.ts';
import { type Part, unite } from './unite.ts';

/** Whether lists of values that may grow are taken as they are, or for their types. */
export type Values = 'listed' | 'growing';

/**
 * The values that a claim may have under a grant. Several claims may fill one member: arrays unite, objects
 * merge. Without granted scopes: under any grant.
 *
 * @example claimSchema(groups, new Set(['orders.read'])) // { type: 'array', items: { enum: [...] } }
 */
export function claimSchema(
  claim: EffectiveClaim,
  grantedScopes?: ReadonlySet<string>,
  values: Values = 'listed',
): JsonSchema {
  const active = claim.releases.filter((release) => isActive(release, grantedScopes));
  if (active.length === 0) return false;
  if (isScopeList(claim, active)) return scopeList(active, grantedScopes);
  // Thousands of grants release a claim in a few ways.
  const places =
    active.length === claim.releases.length ? '' : active.map((one) => claim.releases.indexOf(one));
  const question = `${values} ${grantedScopes === undefined} ${places}`;
  const answers = schemasOf(claim);
  const schema = answers.get(question) ?? unitedSchema(active, grantedScopes, values);
  answers.set(question, schema);
  return schema;
}

const schemasOf = kept((_: EffectiveClaim) => new Map<string, JsonSchema>());

function unitedSchema(
  active: readonly ClaimRelease[],
  grantedScopes: ReadonlySet<string> | undefined,
  values: Values,
): JsonSchema {
  const moved = speaking(active, grantedScopes).map((releases) => partOf(releases, grantedScopes, values));
  const schema = unite(moved.map(({ part }) => part));
  const definitions = Object.assign({}, ...moved.map((one) => one.definitions)) as JsonObject;
  if (typeof schema === 'boolean' || Object.keys(definitions).length === 0) return schema;
  return { ...schema, $defs: definitions };
}

/** An entry of the definition, not what a specification or the registry knows about the name. */
function isDeclared({ claim }: ClaimRelease): boolean {
  return claim !== undefined && !claim.implied;
}

function isScopeList(claim: EffectiveClaim, active: readonly ClaimRelease[]): boolean {
  return claim.key === 'scope' && !active.some(isDeclared);
}

function scopeList(active: readonly ClaimRelease[], grantedScopes?: ReadonlySet<string>): JsonSchema {
  const isToken = ({ schema }: ClaimRelease) =>
    typeof schema === 'object' && (schema.const !== undefined || schema.pattern !== undefined);
  const tokens = active.filter(isToken);
  const isFilled = grantedScopes !== undefined || tokens.some(isUnconditional);
  const mayBeEmpty = !isFilled && active.some((release) => !isToken(release));
  return scopeListSchema(
    tokens.map(({ schema }) => schema),
    mayBeEmpty,
  );
}

/**
 * The releases that say which values there are, by claim. A declared entry speaks for its member: what a
 * specification knows about the name counts only where the entry may be absent.
 */
function speaking(
  active: readonly ClaimRelease[],
  grantedScopes?: ReadonlySet<string>,
): readonly (readonly ClaimRelease[])[] {
  const declared = active.filter(isDeclared);
  const isCovered = declared.some(({ scope }) => scope === undefined || grantedScopes !== undefined);
  const groups = groupedBy(isCovered ? declared : active, (release) => {
    const { claim, schema } = release;
    return isDeclared(release) ? entryName(claim, schema) : `schema ${canonical(schema)}`;
  });
  return [...groups].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, group]) => group);
}

/** Entries with one source and one schema put the same values in, be they one entry or several. */
function entryName(claim: ClaimRelease['claim'], schema: JsonSchema): string {
  if (claim?.source === undefined) return `id ${claim?.id}`;
  return `source ${claim.growth} ${claim.source} ${canonical(schema)}`;
}

function partOf(
  releases: readonly ClaimRelease[],
  grantedScopes: ReadonlySet<string> | undefined,
  values: Values,
): { readonly part: Part; readonly definitions: JsonObject } {
  const [first] = releases;
  const claim = first?.claim;
  const isGrowing = values === 'growing' && claim?.growth === 'open';
  const declared = first?.schema ?? true;
  const { schema, definitions } = moveBelow(isGrowing ? openValues(declared) : declared, claim?.id ?? '');
  const isCertain = releases.some(
    ({ presence, scope }) => presence === 'always' && (scope === undefined || grantedScopes !== undefined),
  );
  return { part: { schema, isCertain }, definitions };
}
