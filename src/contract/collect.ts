import type { EffectiveClaim, Releaser, Resource, TokenType } from '../model/index.ts';
import { placeOf } from '../model/index.ts';
import { isAlwaysCarried } from './exchanges.ts';
import { type Part, partOf } from './gathered-claims.ts';
import type { GrantableScope } from './grantable-scopes.ts';
import { type Condition, conditionsOf } from './mates.ts';
import { profileOf } from './profiles/index.ts';
import { protocolClaim, requiredByResource, requiredClaims } from './protocol-claims.ts';
import {
  answersTo,
  contribute,
  contributeAll,
  reaching,
  remembered,
  rememberedForAll,
  scopeTokens,
} from './released.ts';
import { type Setting, settingOf } from './setting.ts';

/**
 * Every way in which a claim gets into the tokens of a setting: what specifications ask for, what is
 * released, and what comes with an exchange or with the token that an introspection response stands for.
 */
export function collect(setting: Setting, path: readonly TokenType[] = []): readonly Part[] {
  const inherited = inheritedBy(setting, path, collect);
  const released = [...inherited, ...releasedTo(setting), partOf(carried(setting))];
  return [...ofProfile(setting), ...passing(setting, released), partOf(requiredClaims(setting))];
}

/** The ways among these that differ from resource to resource: see `isOwn`. */
export function collectOwn(setting: Setting, path: readonly TokenType[] = []): readonly Part[] {
  const { resource, scopes, policy } = setting;
  if (resource === undefined) return [];
  const isNamed = policy.from === 'parameter';
  const own = isNamed ? scopes.filter(({ scope }) => scope.resources.includes(resource.name)) : [];
  const inherited = inheritedBy(setting, path, collectOwn);
  const released = [...inherited, byResource(setting, resource, {}), ...byScopes(setting, own)];
  return [...passing(setting, released), partOf(requiredByResource(setting, own))];
}

/**
 * Whether a release differs from resource to resource: what the resource brings, and where requests name it
 * (RFC 8707), what the scopes bring that open it.
 */
export function isOwn({ resource, policy, definition }: Setting, { kind, name }: Releaser): boolean {
  if (resource === undefined) return false;
  if (kind === 'resource') return name === resource.name;
  if (kind !== 'scope' || policy.from !== 'parameter') return false;
  return definition.scopes.get(name)?.resources.includes(resource.name) === true;
}

/** What is in the token that another one stands for, in the same grant. */
function inheritedBy(
  { definition, type, client, subject, resource }: Setting,
  path: readonly TokenType[],
  from: typeof collect,
): readonly Part[] {
  const stoodFor = type.of === undefined ? undefined : definition.tokenTypes.get(type.of);
  if (stoodFor === undefined || stoodFor === type || path.includes(stoodFor)) return [];
  return from(settingOf(definition, stoodFor, client, subject, resource?.name), [...path, type]);
}

/** The filter `only` is about declared claims; what a profile or a specification asks for stays. */
function passing({ type: { only } }: Setting, released: readonly Part[]): readonly Part[] {
  if (only === undefined) return released;
  const known = answersTo('passing', only);
  const pass = ({ claims }: Part): Part => partOf(claims.filter((claim) => passes(only, claim)));
  return released.map((part) => remembered(known, part, pass));
}

function passes(only: readonly string[], { releases }: EffectiveClaim): boolean {
  return releases.every(
    ({ claim, by }) => claim === undefined || by.kind === 'profile' || only.includes(claim.id),
  );
}

function ofProfile(setting: Setting): readonly Part[] {
  const { type, subject, client, facts } = setting;
  const profile = profileOf(type);
  const by: Releaser = { kind: 'profile', name: profile.name };
  const at = placeOf(type, 'profile');
  const { scope, ...others } = profile.claims(type);
  const same = remembered(answersTo(`about ${subject} for ${client.subject}`, facts), type, () =>
    partOf(
      Object.entries(others).flatMap(([name, presence]) =>
        protocolClaim(setting, name, { by, at, presence }),
      ),
    ),
  );
  return scope === undefined ? [same] : [same, scopeTokens(setting, { by, at, presence: scope })];
}

function releasedTo(setting: Setting): readonly Part[] {
  const { type, client, resource, scopes } = setting;
  const found: Part[] = [...byTokenType(setting)];
  const byClient: Releaser = { kind: 'client', name: client.name };
  found.push(contributeAll(setting, reaching(client.releases, type), { by: byClient }));
  if (resource !== undefined) found.push(byResource(setting, resource, {}));
  found.push(...byScopes(setting, scopes));
  for (const mate of setting.mates) {
    for (const condition of conditionsOf(setting, mate)) found.push(byResource(setting, mate, condition));
  }
  return found;
}

function byScopes(setting: Setting, scopes: Setting['scopes']): readonly Part[] {
  const { definition, type, subject } = setting;
  const known = answersTo(`${type.name} about ${subject}`, definition.claims);
  const bring = ({ scope, byDefault, certain }: GrantableScope): Part => {
    const by: Releaser = { kind: 'scope', name: scope.name };
    const releasing = byDefault ? { by } : { by, scope: scope.name };
    return contributeAll(setting, reaching(scope.releases, type), releasing, certain);
  };
  return scopes.map((granted) => rememberedForAll(known, granted, bring));
}

/** A token type's own releases, and those of the general token type of its kind, which reach its variants. */
function byTokenType(setting: Setting): readonly Part[] {
  const { type, definition } = setting;
  const general = definition.tokenTypes.get(type.kind);
  const types: readonly TokenType[] = general === undefined || general === type ? [type] : [type, general];
  return types.flatMap((one) => [
    contributeAll(setting, one.releases, { by: { kind: 'token-type', name: one.name } }),
    ...one.requestable.flatMap((id) => {
      const claim = definition.claims.get(id);
      const by: Releaser = { kind: 'request', name: 'claims' };
      const at = placeOf(one, 'requestable');
      return claim === undefined ? [] : partOf(contribute(setting, claim, { by, at, presence: 'sometimes' }));
    }),
  ]);
}

function byResource(setting: Setting, resource: Resource, condition: Condition): Part {
  const { scope, isUncertain = false } = condition;
  const releasing = {
    by: { kind: 'resource', name: resource.name } as const,
    ...(scope === undefined ? {} : { scope }),
  };
  return contributeAll(setting, reaching(resource.releases, setting.type), releasing, !isUncertain);
}

/** Claims copied from the token that was swapped (RFC 8693). */
function carried(setting: Setting): readonly EffectiveClaim[] {
  const { definition, exchanges, byExchangeOnly, type } = setting;
  if (type.kind !== 'access_token') return [];
  const isOnlyWay = byExchangeOnly && exchanges.length === 1;
  return exchanges.flatMap((exchange) =>
    exchange.carries.flatMap((id) => {
      const claim = definition.claims.get(id);
      if (claim === undefined) return [];
      const isCertain = isOnlyWay && isAlwaysCarried(definition, exchange, id);
      const by: Releaser = { kind: 'exchange', name: `${exchange.from} to ${exchange.to}` };
      const at = placeOf(exchange, 'carries');
      return contribute(setting, claim, { by, at, presence: isCertain ? 'always' : 'sometimes' });
    }),
  );
}
