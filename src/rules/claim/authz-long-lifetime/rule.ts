import { defineRule, isReadable, quoted, showSeconds } from '../../../check/define-rule.ts';
import { placeOf } from '../../../model/index.ts';

const ROLES: ReadonlySet<string> = new Set(['roles', 'groups', 'permissions', 'entitlements']);

export default defineRule({
  id: 'claim/authz-long-lifetime',
  inspects: 'contract',
  severity: 'warning',
  axis: 'authorization',
  summary: 'An access token with roles or groups lives long.',
  source: 'RFC 6750 section 5.3; Authress, Down scoping tokens and permission attenuation',
  profiles: { relaxed: 'off' },
  options: { maxSeconds: 900 },
  *check({ mapper, contract, options }) {
    const { key, lifetime, claims } = contract;
    const tokenType = mapper.tokenTypes.get(key.tokenType);
    if (tokenType === undefined || !isReadable(tokenType, 'access_token')) return;
    if (lifetime === undefined || lifetime <= options.maxSeconds) return;
    const carried = [...claims.values()].filter(
      ({ path, releases }) =>
        ROLES.has(path.at(-1) ?? '') || releases.some(({ claim }) => claim?.use === 'authorization'),
    );
    if (carried.length === 0) return;
    const args = {
      claims: carried.map(({ path }) => path.join('.')),
      tokenType: tokenType.name,
      lifetime,
      max: options.maxSeconds,
    };
    // A variant that has its lifetime from the general token type is mended where that is written.
    const general = mapper.tokenTypes.get(tokenType.kind);
    const isOwn = tokenType.keyPlaces?.has('lifetime') || !general?.keyPlaces?.has('lifetime');
    const writer = general === undefined || isOwn ? tokenType : general;
    yield { at: placeOf(writer, 'lifetime'), args, coordinates: { tokenType: writer.name } };
  },
  message: ({ claims, tokenType, lifetime, max }) =>
    `who loses a right keeps it for up to ${showSeconds(lifetime)}: "${tokenType}" carries ${quoted(claims)} and lives longer than ${showSeconds(max)}`,
  help: 'Shorten the lifetime, or let the API look the right up.',
});
