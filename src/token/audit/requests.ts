import type { TallyJson } from './bounded-tally.ts';
import { pairOf } from './group-key.ts';
import { byText } from './total.ts';

/** What became of something that tokens are asked for: `emitted` is in the token. */
export type RequestState = 'requested' | 'granted' | 'emitted';

/** In how many tokens, whose log has their request. */
type States = Readonly<Record<RequestState, number>>;

interface Whose {
  readonly tokenType: string;
  readonly client: string;
}

/** What was asked for, what the definition grants, and what tokens carry. */
export interface RequestedScope extends Whose, States {
  readonly scope: string;
}

/** The same of a claim: requested and granted are those that the scopes release. */
export interface RequestedClaim extends Whose, States {
  readonly claim: string;
}

/** Scopes and claims side by side, sorted. */
export function requestsOf({ kept }: TallyJson): {
  readonly scopes: readonly RequestedScope[];
  readonly claims: readonly RequestedClaim[];
} {
  const rows = new Map<string, Record<RequestState, number>>();
  for (const [pair, { count }] of kept) {
    const [[, tokenType, client], key] = pairOf(pair);
    const [kind, name, what] = JSON.parse(key) as ['scope' | 'claim', string, RequestState];
    const row = JSON.stringify([kind, client, tokenType, name]);
    const states = rows.get(row) ?? { requested: 0, granted: 0, emitted: 0 };
    states[what] += count;
    rows.set(row, states);
  }
  const scopes: RequestedScope[] = [];
  const claims: RequestedClaim[] = [];
  for (const [row, states] of [...rows].sort(([one], [other]) => byText(one, other))) {
    const [kind, client, tokenType, name] = JSON.parse(row) as ['scope' | 'claim', string, string, string];
    if (kind === 'scope') scopes.push({ tokenType, client, scope: name, ...states });
    else claims.push({ tokenType, client, claim: name, ...states });
  }
  return { scopes, claims };
}
