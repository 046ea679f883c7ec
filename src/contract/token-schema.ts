import type { EffectiveClaim, EffectiveContract, JsonObject, JsonSchema } from '../model/index.ts';
import { claimSchema } from './claim-schema.ts';
import { assemble, type Member } from './members.ts';
import { closeObjects, openObjects } from './openness.ts';
import { isActive, isUnconditional, strongest } from './presence.ts';
import { moveBelow } from './references.ts';

/** How a reader takes members that it does not know: it ignores them, or it rejects the token. */
export type ReaderKind = 'tolerant' | 'strict';

/**
 * The tokens that the issuer can emit under a grant, and no others: closed wherever the definition says what
 * is in an object. It is open at the root and in the objects that paths make where unresolved content may
 * appear, and inside claims whose schemas are.
 *
 * An introspection response is that of an active token: its readers look at `active` before anything else
 * (RFC 7662 section 2.2).
 *
 * @param grantedScopes without it: under any grant
 */
export function issuedSchema(contract: EffectiveContract, grantedScopes?: ReadonlySet<string>): JsonObject {
  const isResolved = !contract.unresolved.some((one) => isActive(one, grantedScopes));
  const members = [...contract.claims.values()]
    .filter((claim) => claim.releases.some((release) => isActive(release, grantedScopes)))
    .map((claim): Member => {
      const schema = claimSchema(claim, grantedScopes);
      return { path: claim.path, schema: closeObjects(schema), isRequired: isRequired(claim, grantedScopes) };
    });
  return withFacts(contract, assemble(members, isResolved), (facts) => facts);
}

/**
 * The tokens that a reader of a contract takes. A tolerant one ignores members that it does not know, at any
 * depth; both expect further values where a definition announces them (`values: open`). Claims that the grant
 * does not release are known all the same: the reader has met them under other grants.
 *
 * @example acceptedSchema(contract, { reader: 'tolerant', grantedScopes: new Set(['email']) })
 */
export function acceptedSchema(
  contract: EffectiveContract,
  options: { readonly grantedScopes?: ReadonlySet<string>; readonly reader: ReaderKind },
): JsonObject {
  const { grantedScopes, reader } = options;
  const isStrict = reader === 'strict';
  const adapt = isStrict ? closeObjects : openObjects;
  const isClosed = isStrict && !contract.unresolved.some((one) => isActive(one, grantedScopes));
  const members = [...contract.claims.values()].map((claim): Member => {
    const isReleased = claim.releases.some((release) => isActive(release, grantedScopes));
    const schema = claimSchema(claim, isReleased ? grantedScopes : undefined, 'growing');
    return { path: claim.path, schema: adapt(schema), isRequired: isRequired(claim, grantedScopes) };
  });
  return withFacts(contract, assemble(members, isClosed), isStrict ? (facts) => facts : openObjects);
}

function isRequired({ releases }: EffectiveClaim, grantedScopes?: ReadonlySet<string>): boolean {
  if (grantedScopes === undefined) return releases.some(isUnconditional);
  return strongest(releases.filter((release) => isActive(release, grantedScopes))) === 'always';
}

/** Adds what holds across claims. */
export function withFacts(
  { schema, key }: Pick<EffectiveContract, 'schema' | 'key'>,
  token: JsonObject,
  adapt: (facts: JsonSchema) => JsonSchema,
): JsonObject {
  if (schema === undefined || schema === true) return token;
  const facts = moveBelow(adapt(schema), `token ${key.tokenType}`);
  const definitions = { ...((token.$defs ?? {}) as JsonObject), ...facts.definitions };
  return {
    ...token,
    allOf: [facts.schema],
    ...(Object.keys(definitions).length > 0 ? { $defs: definitions } : {}),
  };
}
