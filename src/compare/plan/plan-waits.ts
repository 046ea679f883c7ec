import type { Change, Comparison, MapperDefinition, PlanWait, TokenType } from '../../model/index.ts';

const DAY = 86_400_000;

/** The day of an instant in UTC. */
export function dayAt(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

/**
 * How long tokens of before are still about after a release: they live on, answers about them are cached, and
 * where claims are frozen at authorization a refresh mints the same ones again.
 */
export function waitsAfter(change: Change, { before, after }: Comparison): readonly PlanWait[] {
  const waits = change.tokenTypes.flatMap((name) => {
    const tokenType = before.tokenTypes.get(name) ?? after.tokenTypes.get(name);
    return tokenType === undefined ? [] : lifetimeWaits(tokenType, before);
  });
  const clients = change.clients.filter((name) => {
    const grants = (after.clients.get(name) ?? before.clients.get(name))?.grants ?? [];
    return grants.includes('refresh_token');
  });
  const isFrozen = before.claimsFrom === 'authorization' || after.claimsFrom === 'authorization';
  const frozen: readonly PlanWait[] =
    isFrozen && clients.length > 0 ? [{ for: 'new-authorization', clients }] : [];
  return [...waits, ...frozen];
}

function lifetimeWaits(tokenType: TokenType, definition: MapperDefinition): readonly PlanWait[] {
  const { name, kind, lifetime } = tokenType;
  // The endpoint answers anew each time.
  if (kind === 'userinfo') return [];
  if (kind === 'introspection') {
    const seconds = lifetimeOf(tokenType, definition);
    return [{ for: 'introspection-cache', tokenType: name, ...(seconds !== undefined && { seconds }) }];
  }
  const seconds = lifetime ?? lifetimeOf(tokenType, definition);
  return [
    seconds === undefined
      ? { for: 'unknown-lifetime', tokenType: name }
      : { for: 'token-lifetime', tokenType: name, seconds },
  ];
}

/** An answer about a token is worth no more than the token. */
function lifetimeOf(
  { of, kind, for: variant, lifetime }: TokenType,
  definition: MapperDefinition,
): number | undefined {
  if (lifetime !== undefined) return lifetime;
  const general = variant === undefined ? undefined : definition.tokenTypes.get(kind);
  return (of === undefined ? general : definition.tokenTypes.get(of))?.lifetime;
}

/**
 * The first whole day after everything that was waited for, when all of it has a length.
 *
 * @param start the day (YYYY-MM-DD) on which the waiting begins
 */
export function dayAfter(start: string, waits: readonly PlanWait[]): string | undefined {
  let longest = 0;
  let earliest = start;
  for (const wait of waits) {
    switch (wait.for) {
      case 'token-lifetime':
        longest = Math.max(longest, wait.seconds);
        break;
      case 'introspection-cache':
        if (wait.seconds === undefined) return undefined;
        longest = Math.max(longest, wait.seconds);
        break;
      case 'sunset':
        if (wait.date > earliest) earliest = wait.date;
        break;
      case 'unknown-lifetime':
      case 'new-authorization':
        return undefined;
      case 'announcement':
      case 'readers':
        break;
    }
  }
  // The last token of before may be issued in the last moment of the day of the release.
  const days = longest === 0 ? 0 : 1 + Math.ceil((longest * 1000) / DAY);
  const lived = dayAt(Date.parse(start) + days * DAY);
  return lived > earliest ? lived : earliest;
}

/** Equal waits once, the longest lifetime first. */
export function distinctWaits(waits: readonly PlanWait[]): readonly PlanWait[] {
  const byText = new Map(waits.map((wait) => [JSON.stringify(wait), wait]));
  const length = (wait: PlanWait): number => ('seconds' in wait ? (wait.seconds ?? 0) : 0);
  return [...byText]
    .sort(([one, first], [other, second]) => length(second) - length(first) || (one < other ? -1 : 1))
    .map(([, wait]) => wait);
}
