import type {
  ClaimRelease,
  ClaimSubject,
  EffectiveClaim,
  EffectiveContract,
  JsonSchema,
  Unresolved,
} from '../model/index.ts';
import { bindAudience, compareText, isBound, type TemplateClaims } from './bind-client.ts';
import { collect, collectOwn, isOwn } from './collect.ts';
import { profileOf } from './profiles/index.ts';
import type { Contribution } from './released.ts';
import { type Setting, settingAt } from './setting.ts';

/**
 * A contract before it belongs to a client: `${client}` stands for its name. Clients that differ in nothing
 * but their names share one.
 */
export interface Template extends Omit<EffectiveContract, 'key' | 'claims'> {
  /** Worked out when first asked for; at a resource, those that any resource has not, or has otherwise. */
  claims(): TemplateClaims;
  readonly setting: Setting;
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
  return {
    setting,
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
    claims: once(() => (type.format === 'opaque' ? NO_CLAIMS : gather(collect(setting)))),
  };
}

/** The template of one resource, from that of any. */
export function templateAt(any: Template, resource: string): Template {
  const setting = settingAt(any.setting, resource);
  const isOpaque = any.format === 'opaque';
  return {
    ...any,
    setting,
    claims: once(() => (isOpaque ? NO_CLAIMS : ownClaims(any.claims().claims, setting))),
  };
}

function once<T>(work: () => T): () => T {
  let done: T | undefined;
  return () => {
    done ??= work();
    return done;
  };
}

/** The claims that one resource has otherwise than any. */
function ownClaims(any: TemplateClaims['claims'], setting: Setting): TemplateClaims {
  const aud = any.get('aud');
  const own = new Map(aud && [['aud', bindAudience(aud, setting.resource?.audience ?? '')]]);
  for (const claim of gather(collectOwn(setting)).claims.values()) {
    const joint = own.get(claim.key) ?? any.get(claim.key);
    const others = joint?.releases.filter(({ by }) => !isOwn(setting, by)) ?? [];
    own.set(claim.key, joint && others.length > 0 ? joined([{ ...joint, releases: others }, claim]) : claim);
  }
  return { claims: own, bound: [...own.values()].filter(isBound) };
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
  // Sorted as texts: with a function that compares, sorting would cost more than all the rest.
  for (const key of [...firsts.keys()].sort()) {
    const first = firsts.get(key);
    if (first === undefined) continue;
    const group = groups.get(key);
    const claim = group === undefined ? first.alone : joined(group.map(({ alone }) => alone));
    claims.set(key, claim);
    if ((group ?? [first]).some(({ isBound }) => isBound)) bound.push(claim);
  }
  return { claims, bound };
}

/** A claim that comes in several ways. */
function joined(ways: readonly EffectiveClaim[]): EffectiveClaim {
  const abouts = new Set(ways.map(({ about }) => about));
  const releases = new Map(ways.flatMap((way) => way.releases.map((release) => [orderOf(release), release])));
  return {
    path: ways[0]?.path ?? [],
    key: ways[0]?.key ?? '',
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
