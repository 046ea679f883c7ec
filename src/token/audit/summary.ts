import { type PrivacyLevel, pathKey } from '../../model/index.ts';
import { classifyName, isPersonal } from '../../privacy/index.ts';
import type { Seen, TallyJson } from './bounded-tally.ts';
import type { DeclaredTokens } from './declared.ts';
import { type Distribution, distributionOf, type HistogramJson } from './histogram.ts';
import type { AuditTallyJson, Counts, Dimension } from './tally.ts';

/** Names with their counts, the most frequent first; `other` counts what is not told one by one. */
export interface Total {
  readonly rows: readonly { readonly name: string; readonly count: number }[];
  readonly other?: number;
}

/** One claim in the tokens of one type: what is declared and what was seen, side by side. */
interface ClaimCoverage {
  readonly claim: string;
  readonly declared: boolean;
  /** Tokens that have it. */
  readonly seen: number;
  /** Listed values with the tokens that have them; unlisted values are masked. */
  readonly values?: readonly { readonly value: string; readonly listed: boolean; readonly seen: number }[];
}

interface Coverage {
  readonly mapper: string | null;
  readonly tokenType: string;
  readonly tokens: number;
  readonly claims: readonly ClaimCoverage[];
}

/** Personal data that was seen, and in whose tokens. */
interface PersonalData {
  readonly mapper: string | null;
  readonly tokenType: string;
  readonly claim: string;
  readonly level: PrivacyLevel;
  readonly category?: string;
  /** Whether a definition speaks of the claim in tokens of this type; a place for members that it declares counts. */
  readonly declared: boolean;
  /** What tells that it is personal. */
  readonly by: 'definition' | 'name' | 'values';
  readonly clients: Total;
}

/** What was asked for, what the definition grants, and what tokens carry. */
interface RequestedScope {
  readonly client: string;
  readonly scope: string;
  readonly requested: number;
  readonly granted: number;
  readonly emitted: number;
}

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
  /** Bytes. */
  readonly sizes: readonly (Distribution & { readonly tokenType: string })[];
  /** Seconds. */
  readonly lifetimes: readonly (Distribution & { readonly tokenType: string })[];
  readonly personal: readonly PersonalData[];
  readonly requests: readonly RequestedScope[];
}

const byText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

function totalOf(counts: ReadonlyMap<string, number>, other = 0): Total {
  const rows = [...counts]
    .map(([name, count]) => ({ name, count }))
    .sort((one, two) => two.count - one.count || byText(one.name, two.name));
  return { rows, ...(other === 0 ? {} : { other }) };
}

function total({ kept, other }: TallyJson, nameOf: (key: string) => string = (key) => key): Total {
  return totalOf(new Map(kept.map(([key, { count }]) => [nameOf(key), count])), other?.count);
}

/** `shop-es256 ES256, verified`. */
function keyName(key: string): string {
  const [keyId, alg, state] = JSON.parse(key) as [string, string, string];
  return `${keyId === '' ? '(no kid)' : keyId} ${alg === '' ? '(no alg)' : alg}, ${state}`;
}

type GroupKey = readonly [
  mapper: string | null,
  tokenType: string,
  client: string,
  subject: string | null,
  resource: string | null,
];

/** Keys of a group as they are in tallies of pairs. */
export function groupOf(key: string): GroupKey {
  return JSON.parse(key) as GroupKey;
}

/** A pair's group and the name that was counted in it. */
export function pairOf(key: string): readonly [group: GroupKey, name: string] {
  const [group, name] = JSON.parse(key) as [string, string];
  return [groupOf(group), name];
}

/** Counts by token type and a name, summed over the clients. */
function byType(tally: TallyJson): Map<string, Map<string, number>> {
  const types = new Map<string, Map<string, number>>();
  for (const [key, { count }] of tally.kept) {
    const [[mapper, tokenType], name] = pairOf(key);
    const type = JSON.stringify([mapper, tokenType]);
    const names = types.get(type) ?? new Map<string, number>();
    names.set(name, (names.get(name) ?? 0) + count);
    types.set(type, names);
  }
  return types;
}

function tokensByType(groups: TallyJson): Map<string, number> {
  const types = new Map<string, number>();
  for (const [key, { count }] of groups.kept) {
    const [mapper, tokenType] = groupOf(key);
    const type = JSON.stringify([mapper, tokenType]);
    types.set(type, (types.get(type) ?? 0) + count);
  }
  return types;
}

function valuesOf(
  listed: readonly string[] | undefined,
  seen: ReadonlyMap<string, number> | undefined,
): ClaimCoverage['values'] {
  if (listed === undefined) return undefined;
  const unlisted = [...(seen?.keys() ?? [])].filter((value) => !listed.includes(value)).sort(byText);
  return [...listed, ...unlisted].map((value) => ({
    value,
    listed: listed.includes(value),
    seen: seen?.get(value) ?? 0,
  }));
}

/** Counts of values by claim, of one token type. */
function valuesByClaim(counts: ReadonlyMap<string, number> | undefined): Map<string, Map<string, number>> {
  const claims = new Map<string, Map<string, number>>();
  for (const [pair, count] of counts ?? []) {
    const [claim, value] = JSON.parse(pair) as [string, string];
    const values = claims.get(claim) ?? new Map<string, number>();
    claims.set(claim, values.set(value, count));
  }
  return claims;
}

/** What holds declared members is itself no claim. */
function holdersOf(claims: DeclaredTokens['claims']): ReadonlySet<string> {
  return new Set(
    claims.flatMap(({ path }) => path.slice(0, -1).map((_, at) => pathKey(path.slice(0, at + 1)))),
  );
}

function coverageOf(
  dimensions: AuditTallyJson['dimensions'],
  declared: readonly DeclaredTokens[],
): Coverage[] {
  const tokens = tokensByType(dimensions.groups);
  const claims = byType(dimensions.claims);
  const values = byType(dimensions.values);
  const declaredBy = new Map(declared.map((one) => [JSON.stringify([one.mapper, one.tokenType]), one]));
  const types = [...new Set([...declaredBy.keys(), ...tokens.keys()])].sort(byText);
  return types.map((type) => {
    const [mapper, tokenType] = JSON.parse(type) as [string | null, string];
    const known = new Map(declaredBy.get(type)?.claims.map((one) => [one.claim, one]));
    const seen = claims.get(type) ?? new Map<string, number>();
    const ofClaims = valuesByClaim(values.get(type));
    const holders = holdersOf([...known.values()]);
    const names = new Set([...known.keys(), ...[...seen.keys()].filter((name) => !holders.has(name))]);
    return {
      mapper,
      tokenType,
      tokens: tokens.get(type) ?? 0,
      claims: [...names].sort(byText).map((claim): ClaimCoverage => {
        const listed = valuesOf(known.get(claim)?.values, ofClaims.get(claim));
        const row = { claim, declared: known.has(claim), seen: seen.get(claim) ?? 0 };
        return listed === undefined ? row : { ...row, values: listed };
      }),
    };
  });
}

function pathOf(claim: string): readonly string[] {
  return [...claim.matchAll(/(?:\\.|[^.\\])+/g)].map(([part]) => part.replaceAll(/\\(.)/g, '$1'));
}

type Exposed = Omit<PersonalData, 'clients'> & { readonly clients: Map<string, number> };

function personalOf(
  dimensions: AuditTallyJson['dimensions'],
  declared: readonly DeclaredTokens[],
): PersonalData[] {
  const privacy = new Map(
    declared.flatMap(({ mapper, tokenType, claims }) =>
      claims.map((one) => [JSON.stringify([mapper, tokenType, one.claim]), one.privacy] as const),
    ),
  );
  const holders = new Set(
    declared.flatMap(({ mapper, tokenType, claims }) =>
      [...holdersOf(claims)].map((claim) => JSON.stringify([mapper, tokenType, claim])),
    ),
  );
  const isDeclared = (key: string): boolean => privacy.has(key) || holders.has(key);
  const found = new Map<string, Exposed>();
  const add = (key: string, exposed: Omit<PersonalData, 'clients'>, client: string, count: number): void => {
    const known = found.get(key) ?? { ...exposed, clients: new Map<string, number>() };
    known.clients.set(client, (known.clients.get(client) ?? 0) + count);
    found.set(key, known);
  };
  for (const [pair, { count }] of dimensions.claims.kept) {
    const [[mapper, tokenType, client], claim] = pairOf(pair);
    const key = JSON.stringify([mapper, tokenType, claim]);
    const stated = privacy.get(key);
    const { level, category } = stated ?? classifyName(pathOf(claim));
    if (!isPersonal(level)) continue;
    const by = stated === undefined ? 'name' : 'definition';
    add(
      key,
      {
        mapper,
        tokenType,
        claim,
        level,
        ...(category === undefined ? {} : { category }),
        declared: isDeclared(key),
        by,
      },
      client,
      count,
    );
  }
  for (const [pair, { count }] of dimensions.personal.kept) {
    const [[mapper, tokenType, client], name] = pairOf(pair);
    const [claim, level, category] = JSON.parse(name) as [string, PrivacyLevel, string];
    const row = [mapper, tokenType, claim];
    add(
      JSON.stringify([...row, level, category, 'values']),
      {
        mapper,
        tokenType,
        claim,
        level,
        ...(category === '' ? {} : { category }),
        declared: isDeclared(JSON.stringify(row)),
        by: 'values',
      },
      client,
      count,
    );
  }
  return [...found]
    .sort(([one], [other]) => byText(one, other))
    .map(([, { clients, ...rest }]) => ({ ...rest, clients: totalOf(clients) }));
}

function requestsOf({ kept }: TallyJson): RequestedScope[] {
  const rows = new Map<string, { requested: number; granted: number; emitted: number }>();
  for (const [key, { count }] of kept) {
    const [client, scope, what] = JSON.parse(key) as [string, string, 'requested' | 'granted' | 'emitted'];
    const name = JSON.stringify([client, scope]);
    const row = rows.get(name) ?? { requested: 0, granted: 0, emitted: 0 };
    row[what] += count;
    rows.set(name, row);
  }
  return [...rows]
    .sort(([one], [other]) => byText(one, other))
    .map(([name, row]) => {
      const [client, scope] = JSON.parse(name) as [string, string];
      return { client, scope, ...row };
    });
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

/** An instant; a time that no calendar has is told as the number it is. */
export function showTime(time: number): string {
  const isInCalendar = Math.abs(time) <= 8.64e15;
  return isInCalendar ? new Date(time).toISOString().replace('.000Z', 'Z') : String(time);
}

/** What a tally says, in the order in which people ask. */
export function summarise(tally: AuditTallyJson, declared: readonly DeclaredTokens[]): AuditSummary {
  const { counts, dimensions } = tally;
  const plain = (name: Dimension): Total => total(dimensions[name]);
  const period = periodOf(dimensions.tokenTypes);
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
    sizes: distributions(tally.sizes),
    lifetimes: distributions(tally.lifetimes),
    personal: personalOf(dimensions, declared),
    requests: requestsOf(dimensions.requests),
  };
}
