import { pathKey } from '../../model/index.ts';
import type { TallyJson } from './bounded-tally.ts';
import type { DeclaredTokens } from './declared.ts';
import { UNLISTED } from './enumerated.ts';
import { groupOf, pairOf } from './group-key.ts';
import type { AuditTallyJson } from './tally.ts';
import { byText, type Total, totalOf } from './total.ts';

/** One claim in the tokens of one type: what is declared and what was seen, side by side. */
interface ClaimCoverage {
  readonly claim: string;
  readonly declared: boolean;
  /** Whether the definition says that it goes. */
  readonly deprecated: boolean;
  /** Tokens that have it. */
  readonly seen: number;
  /** Whose tokens these are. */
  readonly clients: Total;
  /** Listed values with the tokens that have them, and all that are not listed together. */
  readonly values?: readonly { readonly value: string; readonly listed: boolean; readonly seen: number }[];
}

/** The claims of one token type, declared ones and those that were seen. */
export interface Coverage {
  readonly mapper: string | null;
  readonly tokenType: string;
  readonly tokens: number;
  readonly claims: readonly ClaimCoverage[];
}

/** Counts by client. */
type Clients = ReadonlyMap<string, number>;

const sum = (clients: Clients): number => [...clients.values()].reduce((total, count) => total + count, 0);

/** Counts by token type, a name, and client. */
function byType(tally: TallyJson): Map<string, Map<string, Map<string, number>>> {
  const types = new Map<string, Map<string, Map<string, number>>>();
  for (const [key, { count }] of tally.kept) {
    const [[mapper, tokenType, client], name] = pairOf(key);
    const type = JSON.stringify([mapper, tokenType]);
    const names = types.get(type) ?? new Map<string, Map<string, number>>();
    const clients = names.get(name) ?? new Map<string, number>();
    types.set(type, names.set(name, clients.set(client, (clients.get(client) ?? 0) + count)));
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

function valuesOf(listed: readonly string[] | undefined, seen: Clients | undefined): ClaimCoverage['values'] {
  if (listed === undefined) return undefined;
  const unlisted = seen?.has(UNLISTED) ? [UNLISTED] : [];
  return [...listed, ...unlisted].map((value) => ({
    value,
    listed: listed.includes(value),
    seen: seen?.get(value) ?? 0,
  }));
}

/** Counts of values by claim, of one token type. */
function valuesByClaim(counts: ReadonlyMap<string, Clients> | undefined): Map<string, Map<string, number>> {
  const claims = new Map<string, Map<string, number>>();
  for (const [pair, clients] of counts ?? []) {
    const [claim, value] = JSON.parse(pair) as [string, string];
    const values = claims.get(claim) ?? new Map<string, number>();
    claims.set(claim, values.set(value, sum(clients)));
  }
  return claims;
}

/** What holds declared members is itself no claim. */
export function holdersOf(claims: DeclaredTokens['claims']): ReadonlySet<string> {
  return new Set(
    claims.flatMap(({ path }) => path.slice(0, -1).map((_, at) => pathKey(path.slice(0, at + 1)))),
  );
}

/** Both sides of the coverage, type by type: what is declared, and what was seen. */
export function coverageOf(
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
    const seen = claims.get(type) ?? new Map<string, Clients>();
    const ofClaims = valuesByClaim(values.get(type));
    const holders = holdersOf([...known.values()]);
    const names = new Set([...known.keys(), ...[...seen.keys()].filter((name) => !holders.has(name))]);
    return {
      mapper,
      tokenType,
      tokens: tokens.get(type) ?? 0,
      claims: [...names].sort(byText).map((claim): ClaimCoverage => {
        const listed = valuesOf(known.get(claim)?.values, ofClaims.get(claim));
        const clients = seen.get(claim) ?? new Map<string, number>();
        return {
          claim,
          declared: known.has(claim),
          deprecated: known.get(claim)?.deprecated === true,
          seen: sum(clients),
          clients: totalOf(clients),
          ...(listed === undefined ? {} : { values: listed }),
        };
      }),
    };
  });
}
