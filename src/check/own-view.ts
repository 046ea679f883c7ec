import { privacyOf } from '../compare/exposure/claim-privacy.ts';
import type {
  Claim,
  ClaimRelease,
  Client,
  EffectiveClaim,
  EffectiveContract,
  JsonObject,
  JsonValue,
  MapperDefinition,
  Release,
  Resource,
  Scope,
  TokenType,
} from '../model/index.ts';
import { showPath } from '../model/index.ts';

/** Members that say where something was written, or what a person's own schema says, are left as they are. */
const PLACES: ReadonlySet<string> = new Set(['at', 'keyPlaces']);
const WHOLE: ReadonlySet<string> = new Set(['schema', 'planned']);

/** A part of the model as JSON, as own rules see it: names instead of places, lists of claims instead of releases. */
function plain(thing: object): JsonObject {
  const members = Object.entries(thing).filter(([name]) => !PLACES.has(name));
  return Object.fromEntries(
    members.map(([name, value]) => [name, WHOLE.has(name) ? value : plainValue(value)]),
  );
}

function plainValue(value: unknown): JsonValue {
  if (value instanceof Map) {
    return Object.fromEntries([...value].map(([name, item]) => [name, plainValue(item)]));
  }
  if (Array.isArray(value)) return value.map(plainValue);
  if (typeof value !== 'object' || value === null) return value as JsonValue;
  return isRelease(value) ? value.claim : plain(value);
}

const isRelease = (value: object): value is Release => 'claim' in value && 'at' in value;

/** A claim, with the name that it has in tokens. */
export function claimView(claim: Claim): JsonObject {
  return { ...plain(claim), name: showPath(claim.path), privacy: { ...claim.privacy } };
}

/** A scope, a client, a resource or a token type, as it was declared. */
export function partView(part: Scope | Client | Resource | TokenType): JsonObject {
  return plain(part);
}

/** A claim in the tokens of one client, and all that decides on it. */
export function releaseView(
  mapper: MapperDefinition,
  { key, kind }: EffectiveContract,
  effective: EffectiveClaim,
  release: ClaimRelease,
): JsonObject {
  const client = mapper.clients.get(key.client);
  const resource = key.resource === undefined ? undefined : mapper.resources.get(key.resource);
  const { level, category } = privacyOf(effective, release);
  const declared = release.claim === undefined ? {} : claimView(release.claim);
  return {
    name: showPath(effective.path),
    claim: {
      about: effective.about,
      ...declared,
      name: showPath(effective.path),
      privacy: { level, category },
    },
    tokenType: key.tokenType,
    kind,
    subject: key.subject,
    client: client === undefined ? { name: key.client } : partView(client),
    ...(resource !== undefined && { resource: partView(resource) }),
    ...(release.scope !== undefined && { scope: release.scope }),
    presence: release.presence,
  };
}
