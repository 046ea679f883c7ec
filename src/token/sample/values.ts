import { claimSchema, presenceUnder } from '../../contract/index.ts';
import type { EffectiveClaim, EffectiveContract, JsonObject, JsonValue } from '../../model/index.ts';
import { sample } from '../../schema/index.ts';
import type { Seeded } from './seeded.ts';

/** What the claims of a sample are made from. */
export interface Making {
  readonly contract: EffectiveContract;
  /** Names of the definition's scopes. */
  readonly scopes: ReadonlySet<string>;
  /** Seconds since 1970: when the sample is issued. */
  readonly issued: number;
  readonly seeded: Seeded;
  /** Tells samples of one contract apart. */
  readonly name: string;
}

const DEFAULT_LIFETIME = 300;

/** `https://{tenant}.id.example` with an example of a tenant. */
export const filled = (template: string): string => template.replaceAll(/\{[^}]*\}/g, 'example');

/** An instance of a scope with parameters is a scope too: `payment:{id}` becomes `payment:1`. */
const instance = (scope: string): string => scope.replaceAll(/\{[^}]*\}/g, '1');

/** Values of claims that follow from the grant and the clock, not from their schemas; the first that fits counts. */
function protocolValues(
  { contract, scopes, issued, seeded, name }: Making,
  claim: string,
  fits: (value: JsonValue) => boolean,
): readonly JsonValue[] {
  const { key, kind, lifetime = DEFAULT_LIFETIME, issuer, audience } = contract;
  const stated = (): readonly string[] => [...scopes].map(instance);
  const values: Readonly<Record<string, () => readonly JsonValue[]>> = {
    iss: () => [filled(issuer)],
    sub: () => [key.subject === 'machine' ? key.client : seeded.uuid(`sub ${key.client}`)],
    aud: () => [audience.values, ...audience.values.flatMap((value) => [value, [value]])],
    client_id: () => [key.client],
    azp: () => [key.client],
    appid: () => [key.client],
    cid: () => [key.client],
    jti: () => [seeded.uuid(`jti ${JSON.stringify(key)} ${name}`)],
    iat: () => [issued],
    nbf: () => [issued],
    auth_time: () => [issued - 60],
    exp: () => [issued + lifetime],
    updated_at: () => [issued - 86_400],
    // Some scopes never show in a token: authorization details, and those of Keycloak that are kept out.
    scope: () => [stated().filter(fits).join(' ')],
    scp: () => [stated().join(' '), stated()],
    active: () => [true],
    // RFC 9449 section 6.1, RFC 8705 section 3.1: thumbprints of keys that nobody has.
    cnf: () =>
      ['jkt', 'x5t#S256'].map((member) => ({ [member]: seeded.bytes('cnf', 32).toString('base64url') })),
    token_type: () => ['Bearer'],
    // Keycloak's: the kind of a token.
    typ: () => [kind === 'id_token' ? 'ID' : 'Bearer'],
  };
  return Object.hasOwn(values, claim) ? (values[claim]?.() ?? []) : [];
}

/** Values that a claim may have, the fullest first: those of its schema, or the one that the grant gives it. */
export function valuesOf(making: Making, claim: EffectiveClaim, limit: number): readonly JsonValue[] {
  const schema = claimSchema(claim, making.scopes);
  const [name = ''] = claim.path;
  const fits = (value: JsonValue): boolean =>
    sample({ allOf: [schema, { const: value }] }, { limit: 1 }).length > 0;
  const given = claim.path.length === 1 ? protocolValues(making, name, fits).find(fits) : undefined;
  return given === undefined ? sample(schema, { limit }) : [given];
}

/** A copy of an object with a value at a path. */
export function withValue(object: JsonObject, path: readonly string[], value: JsonValue): JsonObject {
  const [name, ...rest] = path;
  if (name === undefined) return object;
  const inner = Object.hasOwn(object, name) ? object[name] : undefined;
  const holder =
    typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? (inner as JsonObject) : {};
  const members = new Map(Object.entries(object));
  members.set(name, rest.length === 0 ? value : withValue(holder, rest, value));
  return Object.fromEntries(members);
}

/** A copy of an object without the member at a path. */
export function withoutValue(object: JsonObject, [name = '', ...rest]: readonly string[]): JsonObject {
  const members = new Map(Object.entries(object));
  const inner = members.get(name);
  if (rest.length === 0) members.delete(name);
  else if (typeof inner === 'object' && inner !== null)
    members.set(name, withoutValue(inner as JsonObject, rest));
  return Object.fromEntries(members);
}

/** The claims that a grant releases, in order: those that are in each token, and those that may be missing. */
export function releasedClaims({ contract, scopes }: Making): {
  readonly always: readonly EffectiveClaim[];
  readonly sometimes: readonly EffectiveClaim[];
} {
  const claims = [...contract.claims.values()].filter((claim) => claimSchema(claim, scopes) !== false);
  const of = (presence: string): EffectiveClaim[] =>
    claims.filter((claim) => presenceUnder(claim, scopes) === presence);
  return { always: of('always'), sometimes: of('sometimes') };
}

/** A payload of some claims, each with its first value. */
export function payloadOf(making: Making, claims: readonly EffectiveClaim[]): JsonObject {
  return claims.reduce<JsonObject>((payload, claim) => {
    const [value] = valuesOf(making, claim, 1);
    return value === undefined ? payload : withValue(payload, claim.path, value);
  }, {});
}
