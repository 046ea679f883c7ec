import type { Seen, TallyJson } from './bounded-tally.ts';
import { type Coverage, coverageOf } from './coverage.ts';
import type { DeclaredTokens } from './declared.ts';
import { type Distribution, distributionOf, type HistogramJson } from './histogram.ts';
import { type PersonalData, personalOf } from './personal-data.ts';
import { type RequestedClaim, type RequestedScope, requestsOf } from './requests.ts';
import type { AuditTallyJson, Counts, Dimension } from './tally.ts';
import { type Total, total } from './total.ts';

/** What an audit saw, for people and programs. */
export interface AuditSummary {
  readonly counts: Counts;
  readonly period?: { readonly from: string; readonly to: string };
  readonly totals: Readonly<
    Record<'forms' | 'tokenTypes' | 'clients' | 'scopeSets' | 'keys' | 'signatures' | 'verdicts', Total>
  >;
  /** Distinct users of the log; `exact` is false where there are more than could be told apart. */
  readonly users?: { readonly count: number; readonly exact: boolean };
  readonly coverage: readonly Coverage[];
  /** What the coverage lacks, since more was seen than could be told apart: tokens, and claims and values in some. */
  readonly uncovered: Readonly<Record<'tokens' | 'claims' | 'values', number>>;
  /** Bytes. */
  readonly sizes: readonly (Distribution & { readonly tokenType: string })[];
  /** Seconds. */
  readonly lifetimes: readonly (Distribution & { readonly tokenType: string })[];
  readonly personal: readonly PersonalData[];
  readonly requests: readonly RequestedScope[];
  readonly requestedClaims: readonly RequestedClaim[];
}

/** `shop-es256 ES256, verified`. */
function keyName(key: string): string {
  const [keyId, alg, state] = JSON.parse(key) as [string, string, string];
  return `${keyId === '' ? '(no kid)' : keyId} ${alg === '' ? '(no alg)' : alg}, ${state}`;
}

function distributions(
  all: readonly (readonly [string, HistogramJson])[],
): readonly (Distribution & { readonly tokenType: string })[] {
  return all.flatMap(([tokenType, histogram]) => {
    const distribution = distributionOf(histogram);
    return distribution === undefined ? [] : [{ tokenType, ...distribution }];
  });
}

function periodOf({ kept, other }: TallyJson): AuditSummary['period'] {
  const seen: readonly Seen[] = [...kept.map(([, one]) => one), ...(other === undefined ? [] : [other])];
  const firsts = seen.flatMap(({ first }) => first ?? []);
  const lasts = seen.flatMap(({ last }) => last ?? []);
  if (firsts.length === 0 || lasts.length === 0) return undefined;
  const least = firsts.reduce((one, two) => Math.min(one, two));
  const most = lasts.reduce((one, two) => Math.max(one, two));
  return { from: showTime(least), to: showTime(most) };
}

/** An instant. */
export const showTime = (time: number): string => new Date(time).toISOString().replace('.000Z', 'Z');

/** What a tally says, in the order in which people ask. */
export function summarise(tally: AuditTallyJson, declared: readonly DeclaredTokens[]): AuditSummary {
  const { counts, dimensions } = tally;
  const plain = (name: Dimension): Total => total(dimensions[name]);
  const period = periodOf(dimensions.tokenTypes);
  const requests = requestsOf(dimensions.requests);
  const users = dimensions.users.kept.length;
  return {
    counts,
    ...(period === undefined ? {} : { period }),
    totals: {
      forms: plain('forms'),
      tokenTypes: plain('tokenTypes'),
      clients: plain('clients'),
      scopeSets: plain('scopeSets'),
      keys: total(dimensions.keys, keyName),
      signatures: plain('signatures'),
      verdicts: plain('verdicts'),
    },
    ...(users === 0 ? {} : { users: { count: users, exact: dimensions.users.other === undefined } }),
    coverage: coverageOf(dimensions, declared),
    uncovered: {
      tokens: dimensions.groups.other?.count ?? 0,
      claims: dimensions.claims.other?.count ?? 0,
      values: dimensions.values.other?.count ?? 0,
    },
    sizes: distributions(tally.sizes),
    lifetimes: distributions(tally.lifetimes),
    personal: personalOf(dimensions, declared),
    requests: requests.scopes,
    requestedClaims: requests.claims,
  };
}
