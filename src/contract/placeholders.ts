import type { ClaimRelease, EffectiveClaim, JsonSchema, JsonValue } from '../model/index.ts';
import { pathKey } from '../model/index.ts';
import { CLIENT, RESOURCE } from './standard-claims.ts';

type Placeholder = typeof CLIENT | typeof RESOURCE;

function bindName(name: string, placeholder: Placeholder, to: string): string {
  return name.replaceAll(placeholder, () => to);
}

/** What has no placeholder stays the same object: thousands of contracts may share a long list of audiences. */
function bindValue(value: JsonValue, placeholder: Placeholder, to: string): JsonValue {
  if (!has(value, placeholder)) return value;
  if (typeof value === 'string') return bindName(value, placeholder, to);
  if (value === null || typeof value !== 'object') return value;
  const bind = (item: JsonValue): JsonValue => bindValue(item, placeholder, to);
  if (Array.isArray(value)) return value.map(bind);
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, bind(item)]));
}

function has(value: JsonValue, placeholder: Placeholder): boolean {
  if (typeof value === 'string') return value.includes(placeholder);
  if (value === null || typeof value !== 'object') return false;
  if (Array.isArray(value)) return value.some((item) => has(item, placeholder));
  return Object.values(value).some((item) => has(item, placeholder));
}

/** Only what is known from the surroundings holds placeholders: a declared schema is taken by its word. */
function holds({ claim, schema }: ClaimRelease, placeholder: Placeholder): boolean {
  return (claim === undefined || claim.implied) && has(schema, placeholder);
}

function bindReleases(
  releases: readonly ClaimRelease[],
  placeholder: Placeholder,
  to: string,
): readonly ClaimRelease[] {
  if (!releases.some((release) => holds(release, placeholder))) return releases;
  return releases.map((release) =>
    holds(release, placeholder)
      ? { ...release, schema: bindValue(release.schema, placeholder, to) as JsonSchema }
      : release,
  );
}

/** Whether `${client}` stands in a claim for the client's name. */
export function isBound(claim: EffectiveClaim): boolean {
  return namesClient(claim.key) || claim.releases.some((release) => holds(release, CLIENT));
}

/** Whether it stands in the key of a claim, which then is another one for each client. */
export function namesClient(key: string): boolean {
  return key.includes(CLIENT);
}

/** Puts a client's name where `${client}` stands. */
export function bindClaim(claim: EffectiveClaim, client: string): EffectiveClaim {
  const path = claim.path.map((name) => bindName(name, CLIENT, client));
  return { ...claim, path, key: pathKey(path), releases: bindReleases(claim.releases, CLIENT, client) };
}

/** Puts a resource's audience where the claim `aud` of any resource stands. */
export function bindAudience(aud: EffectiveClaim, audience: string): EffectiveClaim {
  return { ...aud, releases: bindReleases(aud.releases, RESOURCE, audience) };
}
