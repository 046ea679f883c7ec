import type { Releaser, Resource, TokenType } from '../model/index.ts';
import { placeOf } from '../model/index.ts';
import { isAlwaysCarried } from './exchanges.ts';
import { type Condition, conditionsOf } from './mates.ts';
import { profileOf } from './profiles/index.ts';
import { protocolClaim, requiredClaims } from './protocol-claims.ts';
import { type Contribution, contribute, contributeAll, reaching, scopeTokens } from './released.ts';
import { type Setting, settingOf } from './setting.ts';

/**
 * Every way in which a claim gets into the tokens of a setting: what specifications ask for, what is
 * released, and what comes with an exchange or with the token that an introspection response stands for.
 */
export function collect(setting: Setting, path: readonly TokenType[] = []): readonly Contribution[] {
  const { type, definition } = setting;
  const stoodFor = type.of === undefined ? undefined : definition.tokenTypes.get(type.of);
  const isCircle = stoodFor === type || (stoodFor !== undefined && path.includes(stoodFor));
  const inherited =
    stoodFor === undefined || isCircle ? [] : collect(standingFor(setting, stoodFor), [...path, type]);
  const released = [...inherited, ...releasedTo(setting), ...carried(setting)];
  const passed = type.only === undefined ? released : released.filter((one) => passes(one, type.only ?? []));
  return [...ofProfile(setting), ...passed, ...requiredClaims(setting)];
}

/** The same grant, seen from the token type that another one stands for. */
function standingFor({ definition, client, subject, resource }: Setting, type: TokenType): Setting {
  return settingOf(definition, type, client, subject, resource?.name);
}

/** The filter `only` is about declared claims; what a profile or a specification asks for stays. */
function passes({ release }: Contribution, only: readonly string[]): boolean {
  return release.claim === undefined || release.by.kind === 'profile' || only.includes(release.claim.id);
}

function ofProfile(setting: Setting): readonly Contribution[] {
  const { type } = setting;
  const profile = profileOf(type);
  const by: Releaser = { kind: 'profile', name: profile.name };
  const at = placeOf(type, 'profile');
  return Object.entries(profile.claims(type)).flatMap(([name, presence]) =>
    name === 'scope'
      ? scopeTokens(setting, { by, at, presence })
      : protocolClaim(setting, name, { by, at, presence }),
  );
}

function releasedTo(setting: Setting): readonly Contribution[] {
  const { type, client, resource, scopes } = setting;
  const found: Contribution[] = [...byTokenType(setting)];
  const byClient: Releaser = { kind: 'client', name: client.name };
  found.push(...contributeAll(setting, reaching(client.releases, type), { by: byClient }));
  if (resource !== undefined) found.push(...byResource(setting, resource, {}));
  for (const { scope, byDefault, certain } of scopes) {
    const releasing = {
      by: { kind: 'scope', name: scope.name } as const,
      ...(byDefault ? {} : { scope: scope.name }),
    };
    found.push(...contributeAll(setting, reaching(scope.releases, type), releasing, certain));
  }
  for (const mate of setting.mates) {
    for (const condition of conditionsOf(setting, mate)) found.push(...byResource(setting, mate, condition));
  }
  return found;
}

/** A token type's own releases, and those of the general token type of its kind, which reach its variants. */
function byTokenType(setting: Setting): readonly Contribution[] {
  const { type, definition } = setting;
  const general = definition.tokenTypes.get(type.kind);
  const types: readonly TokenType[] = general === undefined || general === type ? [type] : [type, general];
  return types.flatMap((one) => [
    ...contributeAll(setting, one.releases, { by: { kind: 'token-type', name: one.name } }),
    ...one.requestable.flatMap((id) => {
      const claim = definition.claims.get(id);
      const by: Releaser = { kind: 'request', name: 'claims' };
      const at = placeOf(one, 'requestable');
      return claim === undefined ? [] : contribute(setting, claim, { by, at, presence: 'sometimes' });
    }),
  ]);
}

function byResource(setting: Setting, resource: Resource, condition: Condition): readonly Contribution[] {
  const { scope, isUncertain = false } = condition;
  const releasing = {
    by: { kind: 'resource', name: resource.name } as const,
    ...(scope === undefined ? {} : { scope }),
  };
  return contributeAll(setting, reaching(resource.releases, setting.type), releasing, !isUncertain);
}

/** Claims copied from the token that was swapped (RFC 8693). */
function carried(setting: Setting): readonly Contribution[] {
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
