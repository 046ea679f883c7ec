import { defineRule, isWritten } from '../../../check/define-rule.ts';
import {
  type Claim,
  type EffectiveContract,
  type MapperDefinition,
  pathKey,
  type Releases,
} from '../../../model/index.ts';

const releasedIn = (releases: Releases): readonly string[] =>
  [...releases.values()].flatMap((list) => list.map(({ claim }) => claim));

/** Ids of the claims that anything refers to. */
function usedIn({ tokenTypes, scopes, resources, clients, exchanges }: MapperDefinition): readonly string[] {
  return [
    ...[...tokenTypes.values()].flatMap(({ releases, requestable, only = [] }) => [
      ...releases.map(({ claim }) => claim),
      ...requestable,
      ...only,
    ]),
    ...[scopes, resources, clients].flatMap((parts) =>
      [...parts.values()].flatMap(({ releases }) => releasedIn(releases)),
    ),
    ...exchanges.flatMap(({ carries }) => carries),
  ];
}

/** A profile brings a claim as its own entry declares it, though nothing refers to the entry: `sub`. */
function isBrought({ id, path }: Claim, contracts: readonly EffectiveContract[]): boolean {
  const key = pathKey(path);
  return contracts.some(({ claims }) => claims.get(key)?.releases.some(({ claim }) => claim?.id === id));
}

export default defineRule({
  id: 'mapper/dead-claim',
  inspects: 'mapper',
  severity: 'info',
  axis: 'design',
  summary: 'A claim is defined, and nothing releases it.',
  source: 'Curity, Managing Scopes and Claims in OAuth Tokens (advice)',
  profiles: { relaxed: 'off' },
  *check({ mapper, contracts }) {
    const used = new Set(usedIn(mapper));
    for (const claim of mapper.claims.values()) {
      if (claim.implied || claim.deprecated || used.has(claim.id) || !isWritten(claim, mapper)) continue;
      if (isBrought(claim, contracts)) continue;
      yield { at: claim.at, args: { claim: claim.id }, coordinates: { claim: claim.id } };
    }
  },
  message: ({ claim }) =>
    `readers of this file look for "${claim}" in tokens that never have it: nothing releases it`,
  help: 'Remove it, or release it.',
});
