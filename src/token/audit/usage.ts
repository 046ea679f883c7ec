import type { ObservedClaim, Usage, UsageGroup, Use } from '../../model/index.ts';
import type { Seen } from './bounded-tally.ts';
import { UNLISTED } from './enumerated.ts';
import { groupOf, pairOf } from './group-key.ts';
import { showTime } from './summary.ts';
import type { AuditTallyJson } from './tally.ts';

/** The observed use as it is written: with the name of its format. */
export interface UsageFile extends Usage {
  readonly tokenpact: 'usage/v1';
}

function useOf({ count, first, last }: Seen): Use {
  return {
    count,
    ...(first === undefined ? {} : { first: showTime(first) }),
    ...(last === undefined ? {} : { last: showTime(last) }),
  };
}

/** Objects whose names come from tokens have no prototype. */
const record = <Value>(entries: Iterable<readonly [string, Value]>): Record<string, Value> =>
  Object.assign(Object.create(null), Object.fromEntries(entries));

interface Draft {
  readonly seen: Seen;
  readonly scopes: Map<string, Use>;
  readonly claims: Map<string, Use>;
  readonly values: Map<string, Map<string, Use>>;
}

/** What `impact` and `check --usage` read: the observed use that a tally holds. */
export function usageOf({ counts, dimensions }: AuditTallyJson): UsageFile {
  const drafts = new Map<string, Draft>();
  let unverified = 0;
  for (const [key, seen] of dimensions.groups.kept) {
    const [, , , , , isProven] = groupOf(key);
    if (!isProven) unverified += seen.count;
    else drafts.set(key, { seen, scopes: new Map(), claims: new Map(), values: new Map() });
  }
  const each = (
    dimension: 'claims' | 'scopes' | 'values',
    take: (draft: Draft, name: string, use: Use) => void,
  ) => {
    for (const [pair, seen] of dimensions[dimension].kept) {
      const [group, name] = pairOf(pair);
      const draft = drafts.get(JSON.stringify(group));
      if (draft !== undefined) take(draft, name, useOf(seen));
    }
  };
  each('scopes', ({ scopes }, name, use) => scopes.set(name, use));
  each('claims', ({ claims }, name, use) => claims.set(name, use));
  each('values', ({ values }, name, use) => {
    const [claim, value] = JSON.parse(name) as [string, string];
    if (value === UNLISTED) return;
    values.set(claim, (values.get(claim) ?? new Map<string, Use>()).set(value, use));
  });
  const untold = (['groups', 'claims', 'scopes', 'values'] as const).map(
    (name) => dimensions[name].other?.count ?? 0,
  );
  return {
    tokenpact: 'usage/v1',
    tokens: counts.tokens,
    unverified,
    unchecked: new Map(dimensions.signatures.kept).get('unchecked')?.count ?? 0,
    untold: untold.reduce((sum, count) => sum + count, 0),
    groups: [...drafts].map(([key, draft]) => usageGroup(key, draft)),
  };
}

function usageGroup(key: string, { seen, scopes, claims, values }: Draft): UsageGroup {
  const [mapper, tokenType, client, subject, resource] = groupOf(key);
  const withValues = [...claims].map(([claim, use]): readonly [string, ObservedClaim] => {
    const ofClaim = values.get(claim);
    return [claim, ofClaim === undefined ? use : { ...use, values: record(ofClaim) }];
  });
  return {
    mapper,
    tokenType,
    client,
    subject,
    resource,
    ...useOf(seen),
    scopes: record(scopes),
    claims: record(withValues),
  };
}
