import { registeredClaims } from '../generated/registry.ts';
import type {
  AudiencePolicy,
  Claim,
  Client,
  Deprecation,
  Exchange,
  JsonValue,
  MapperDefinition,
  Release,
  Releases,
  Resource,
  Scope,
  TokenType,
} from '../model/index.ts';
import { defaultPresence } from './claims.ts';
import { present } from './node.ts';
import type { WrittenNames } from './written-names.ts';

/** A mapping as it will be written: in this order, members that are undefined left out. */
export type Entry = Readonly<Record<string, unknown>>;

const UNITS = [
  ['d', 86_400],
  ['h', 3_600],
  ['m', 60],
  ['s', 1],
] as const;

/** Seconds as a duration; undefined for what the format has no word for. */
function duration(seconds: number | undefined): string | undefined {
  if (seconds === undefined || seconds < 1 || !Number.isInteger(seconds)) return undefined;
  const [unit, size] = UNITS.find(([, length]) => seconds % length === 0) ?? ['s', 1];
  return seconds / size < 1e9 ? `${seconds / size}${unit}` : undefined;
}

const unless = <T>(value: T, usual: T): T | undefined => (value === usual ? undefined : value);
const some = <T>(list: readonly T[]): readonly T[] | undefined => (list.length === 0 ? undefined : list);

function deprecation({ deprecated }: { readonly deprecated?: Deprecation }): Entry | undefined {
  if (deprecated === undefined) return undefined;
  const { since, sunset, replacedBy, reason } = deprecated;
  return { since, sunset, replacedBy, reason };
}

/** A provider may say twice that it releases a claim. */
function releaseList(releases: readonly Release[], names: WrittenNames): readonly string[] {
  const marks = { always: '!', sometimes: '?' } as const;
  const written = releases.map(
    ({ claim, presence }) => names.claim(claim) + (presence ? marks[presence] : ''),
  );
  return [...new Set(written)];
}

function releaseLists(releases: Releases, names: WrittenNames): Entry | undefined {
  const lists = [...releases].filter(([, list]) => list.length > 0);
  if (lists.length === 0) return undefined;
  return Object.fromEntries(lists.map(([tokenType, list]) => [tokenType, releaseList(list, names)]));
}

function audience(policy: AudiencePolicy | undefined): Entry | undefined {
  if (policy === undefined) return undefined;
  const { from, many, shape, values } = policy;
  return { from, many, shape, values: from === 'fixed' ? values : some(values) };
}

/** One entry of `tokens`. */
export function tokenEntry(type: TokenType, names: WrittenNames): Entry {
  const condition = type.for;
  return {
    kind: unless<string>(type.kind, type.name),
    description: type.description,
    owner: type.owner,
    format: type.format,
    profile: type.profile,
    lifetime: duration(type.lifetime),
    maxBytes: type.maxBytes,
    audience: audience(type.audience),
    typ: type.typ,
    algorithms: type.algorithms,
    issuer: type.issuer,
    of: type.of,
    wraps: type.wraps,
    for: condition && {
      clients: condition.clients?.filter(names.hasClient),
      resources: condition.resources,
      subject: condition.subject,
    },
    only: type.only?.map(names.claim),
    releases: some(releaseList(type.releases, names)),
    requestable: some(type.requestable.map(names.claim)),
    schema: type.schema,
    deprecated: deprecation(type),
  };
}

function plannedValues({ planned, growth }: Claim): JsonValue | undefined {
  if (planned.length === 0) return unless<string>(growth, 'closed');
  return Object.fromEntries(
    planned.map(({ value, replacedBy, sunset }) => [String(value), present({ replacedBy, sunset })]),
  ) as JsonValue;
}

/** One entry of `claims`; what the registry says is left out. */
export function claimEntry(claim: Claim, names: WrittenNames): Entry {
  const { path } = claim;
  const registered = path.length === 1 ? registeredClaims.get(path[0] ?? '') : undefined;
  const { privacy } = claim;
  // What nobody can foresee may be anything; the format has no other word for it.
  const schema = claim.unresolved === undefined ? claim.schema : true;
  return {
    path: path.length === 1 && path[0] === names.claim(claim.id) ? undefined : path,
    description: unless(claim.description, registered?.description),
    owner: claim.owner,
    about: unless(claim.about, registered?.about ?? 'user'),
    presence: unless(claim.presence, defaultPresence(claim.about, path)),
    schema: JSON.stringify(schema) === JSON.stringify(registered?.schema ?? true) ? undefined : schema,
    values: plannedValues(claim),
    source: claim.source,
    mutable: unless(claim.mutable, registered?.mutable),
    use: claim.use,
    privacy: privacy && { level: privacy.level, category: privacy.category, reason: privacy.reason },
    deprecated: deprecation(claim),
  };
}

/** One entry of `scopes`. */
export function scopeEntry(scope: Scope, names: WrittenNames): Entry {
  return {
    description: scope.description,
    owner: scope.owner,
    resources: some(scope.resources),
    visible: unless(scope.visible, true),
    parameters: scope.parameters.size === 0 ? undefined : Object.fromEntries(scope.parameters),
    schema: scope.schema,
    releases: releaseLists(scope.releases, names),
    deprecated: deprecation(scope),
  };
}

/** One entry of `resources`. */
export function resourceEntry(resource: Resource, names: WrittenNames): Entry {
  return {
    description: resource.description,
    owner: resource.owner,
    audience: resource.audience,
    party: resource.party,
    senderConstrained: resource.senderConstrained,
    releases: releaseLists(resource.releases, names),
    deprecated: deprecation(resource),
  };
}

/** One entry of `clients`. */
export function clientEntry(client: Client, names: WrittenNames): Entry {
  return {
    description: client.description,
    owner: client.owner,
    party: client.party,
    grants: client.grants,
    defaultScopes: some(client.defaultScopes.map(names.scope)),
    scopes: some(client.scopes.map(names.scope)),
    subject: unless(client.subject, 'public'),
    senderConstrained: client.senderConstrained,
    releases: releaseLists(client.releases, names),
    deprecated: deprecation(client),
  };
}

/** One item of `exchanges`. */
export function exchangeEntry(exchange: Exchange, names: WrittenNames): Entry {
  const { client, from, to, scopes, mode, carries } = exchange;
  return {
    client,
    from,
    to,
    scopes: scopes.map(names.scope),
    mode,
    carries: some(carries.map(names.claim)),
  };
}

/** Registered claims that no entry declares are known without one. */
export function needsEntry(claim: Claim, names: WrittenNames): boolean {
  return !(claim.implied && registeredClaims.has(names.claim(claim.id)));
}

/** Clients that can be written: one without a grant type gets no tokens, and the format has no word for it. */
export function writableClients({ clients }: MapperDefinition): readonly Client[] {
  return [...clients.values()].filter(({ grants }) => grants.length > 0);
}
