import type {
  ClaimRelease,
  ClaimSubject,
  EffectiveClaim,
  EffectiveContract,
  JsonSchema,
  Unresolved,
} from '../model/index.ts';
import { compareText, type TemplateClaims } from './bind-client.ts';
import { collect } from './collect.ts';
import { profileOf } from './profiles/index.ts';
import type { Contribution } from './released.ts';
import type { Setting } from './setting.ts';

/**
 * A contract before it belongs to a client: `${client}` stands for its name. Clients that differ in nothing
 * but their names share one.
 */
export interface Template extends Omit<EffectiveContract, 'key' | 'claims'> {
  /** Worked out when first asked for. */
  claims(): TemplateClaims;
}

const RELEASERS = ['profile', 'token-type', 'client', 'resource', 'scope', 'request', 'exchange'];

/** The subject that says most about a person comes first. */
const SUBJECTS: readonly ClaimSubject[] = ['user', 'session', 'client', 'token'];

/** Nobody can read into an opaque token. */
const NO_CLAIMS: TemplateClaims = { claims: new Map(), bound: [] };

/** Works a contract out for a setting. */
export function templateOf(setting: Setting): Template {
  const { type } = setting;
  const header = headerOf(setting);
  const names = (byDefault: boolean) =>
    setting.scopes.filter((one) => one.byDefault === byDefault).map(({ scope }) => scope.name);
  let claims: TemplateClaims | undefined;
  return {
    kind: type.kind,
    format: type.format,
    profile: type.profile,
    issuer: setting.facts.issuer,
    ...(header === undefined ? {} : { header }),
    audience: setting.audience,
    ...(type.lifetime === undefined ? {} : { lifetime: type.lifetime }),
    ...(type.maxBytes === undefined ? {} : { maxBytes: type.maxBytes }),
    defaultScopes: names(true),
    optionalScopes: names(false),
    ...factsOf(setting),
    unresolved: unresolvedIn(setting),
    at: type.at,
    claims: () => {
      claims ??= type.format === 'opaque' ? NO_CLAIMS : gather(collect(setting));
      return claims;
    },
  };
}

function headerOf({ type }: Setting): EffectiveContract['header'] {
  if (type.format !== 'jwt') return undefined;
  const typ = type.typ ?? profileOf(type).typ;
  return { ...(typ === undefined ? {} : { typ }), algorithms: [...(type.algorithms ?? [])].sort() };
}

/** Facts across claims: the token type's own, and those of its profile. */
function factsOf({ type }: Setting): { schema?: JsonSchema } {
  const ofProfile = profileOf(type).facts;
  if (ofProfile === undefined) return type.schema === undefined ? {} : { schema: type.schema };
  return { schema: type.schema === undefined ? ofProfile : { allOf: [ofProfile, type.schema] } };
}

function unresolvedIn({ definition, type, client, scopes }: Setting): readonly Unresolved[] {
  const names = [type.name, type.kind, ...(type.of === undefined ? [] : [type.of])];
  return definition.unresolved.filter(
    (one) =>
      type.format !== 'opaque' &&
      one.tokenTypes.some((name) => names.includes(name)) &&
      (one.client === undefined || one.client === client.name) &&
      (one.scope === undefined || scopes.some(({ scope }) => scope.name === one.scope)),
  );
}

/** One claim per member, sorted by key. Most come in one way, so lists are made for the others only. */
function gather(contributions: readonly Contribution[]): TemplateClaims {
  const firsts = new Map<string, Contribution>();
  const groups = new Map<string, [Contribution, ...Contribution[]]>();
  for (const contribution of contributions) {
    const { key } = contribution.alone;
    const first = firsts.get(key);
    const group = groups.get(key);
    if (first === undefined) firsts.set(key, contribution);
    else if (group === undefined) groups.set(key, [first, contribution]);
    else group.push(contribution);
  }
  const claims = new Map<string, EffectiveClaim>();
  const bound: EffectiveClaim[] = [];
  for (const first of [...firsts.values()].sort(byKey)) {
    const group = groups.get(first.alone.key);
    const claim = group === undefined ? first.alone : joinedClaim(group);
    claims.set(claim.key, claim);
    if ((group ?? [first]).some(({ isBound }) => isBound)) bound.push(claim);
  }
  return { claims, bound };
}

function byKey(one: Contribution, other: Contribution): number {
  return compareText(one.alone.key, other.alone.key);
}

function joinedClaim(group: readonly [Contribution, ...Contribution[]]): EffectiveClaim {
  const [{ alone }] = group;
  const abouts = new Set(group.map(({ about }) => about));
  const releases = new Map(group.map(({ release }) => [orderOf(release), release]));
  return {
    path: alone.path,
    key: alone.key,
    about: SUBJECTS.find((about) => abouts.has(about)) ?? 'token',
    releases: [...releases].sort(([one], [other]) => compareText(one, other)).map(([, release]) => release),
  };
}

const orders = new WeakMap<ClaimRelease, string>();

/** Equal for releases that are the same; sorted by it, the order of entries in a file does not show. */
function orderOf(release: ClaimRelease): string {
  const known = orders.get(release);
  if (known !== undefined) return known;
  const { by, scope, claim, presence, schema } = release;
  const rank = RELEASERS.indexOf(by.kind);
  const own = claim === undefined || claim.implied ? schema : null;
  const order = JSON.stringify([rank, by.name, scope ?? '', claim?.id ?? '', presence, own]);
  orders.set(release, order);
  return order;
}
