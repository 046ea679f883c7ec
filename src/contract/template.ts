import type { EffectiveContract, JsonSchema, Unresolved } from '../model/index.ts';
import type { TemplateClaims } from './bind-client.ts';
import { collect, collectOwn, isOwn } from './collect.ts';
import { gathered } from './gathered-claims.ts';
import { joined } from './joined.ts';
import { kept, once } from './kept.ts';
import { bindAudience, isBound } from './placeholders.ts';
import { profileOf } from './profiles/index.ts';
import { type Setting, settingAt } from './setting.ts';

/**
 * A contract before it belongs to a client: `${client}` stands for its name. Clients that differ in nothing
 * but their names share one.
 */
export interface Template {
  /** The contract but for its claims. */
  readonly facts: Omit<EffectiveContract, 'key' | 'claims'>;
  /** Worked out when first asked for; at a resource, those that any resource has not, or has otherwise. */
  readonly claims: () => TemplateClaims;
  readonly setting: Setting;
}

/** Nobody can read into an opaque token. */
const NO_CLAIMS: TemplateClaims = { claims: new Map(), bound: [] };

/** Works a contract out for a setting. */
export function templateOf(setting: Setting): Template {
  const { type } = setting;
  const header = headerOf(setting);
  return {
    setting,
    facts: {
      kind: type.kind,
      format: type.format,
      profile: type.profile,
      issuer: setting.facts.issuer,
      ...(header === undefined ? {} : { header }),
      audience: setting.audience,
      ...(type.lifetime === undefined ? {} : { lifetime: type.lifetime }),
      ...(type.maxBytes === undefined ? {} : { maxBytes: type.maxBytes }),
      ...scopeNames(setting.scopes),
      ...factsOf(setting),
      unresolved: unresolvedIn(setting),
      at: type.at,
    },
    claims: once(() => (type.format === 'opaque' ? NO_CLAIMS : gathered(collect(setting)))),
  };
}

/** The same lists for the same scopes, as all tokens of a client may have. */
const scopeNames = kept((scopes: Setting['scopes']) => {
  const named = (isDefault: boolean) =>
    scopes.filter(({ byDefault }) => byDefault === isDefault).map(({ scope }) => scope.name);
  return { defaultScopes: named(true), optionalScopes: named(false) };
});

/** The template of one resource, from that of any. */
export function templateAt(any: Template, resource: string): Template {
  const isOpaque = any.facts.format === 'opaque';
  const work = () => ownClaims(any.claims().claims, settingAt(any.setting, resource));
  return { ...any, claims: once(() => (isOpaque ? NO_CLAIMS : work())) };
}

/** The claims that one resource has otherwise than any. */
function ownClaims(any: TemplateClaims['claims'], setting: Setting): TemplateClaims {
  const aud = any.get('aud');
  const own = new Map(aud && [['aud', bindAudience(aud, setting.resource?.audience ?? '')]]);
  for (const claim of gathered(collectOwn(setting)).claims.values()) {
    const joint = own.get(claim.key) ?? any.get(claim.key);
    const others = joint?.releases.filter(({ by }) => !isOwn(setting, by)) ?? [];
    own.set(claim.key, joint && others.length > 0 ? joined([{ ...joint, releases: others }, claim]) : claim);
  }
  return { claims: own, bound: [...own.values()].filter(isBound).map(({ key }) => key) };
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
