import type { DecodedToken, EffectiveContract } from '../../model/index.ts';
import { type BoundedTally, mark, type Seen } from './bounded-tally.ts';
import { type EnumeratedClaim, enumeratedClaims } from './enumerated.ts';
import { claimKey, cut, LONGEST_NAME } from './shown-name.ts';
import type { AuditTally } from './tally.ts';

/** Short names that are kept per group, and groups that are kept: a hostile log can make any number of both. */
const KEPT = 10_000;

/** How a name is written in a tally. */
type Shown = (name: string) => string;

/** Entries of one group in a tally by the names that tokens have, so that their long keys are made once. */
class GroupEntries {
  private readonly tally: BoundedTally;
  private readonly group: string;
  private readonly shown: Shown;
  private readonly entries = new Map<string, Seen>();
  private generation = 0;

  constructor(tally: BoundedTally, group: string, shown: Shown) {
    this.tally = tally;
    this.group = group;
    this.shown = shown;
  }

  mark(name: string, time: number | undefined): void {
    if (this.generation !== this.tally.generation) {
      this.entries.clear();
      this.generation = this.tally.generation;
    }
    mark(this.entries.get(name) ?? this.find(name) ?? this.tally.others(), time);
  }

  private find(name: string): Seen | undefined {
    const entry = this.tally.find(JSON.stringify([this.group, this.shown(name)]));
    const isCurrent = this.generation === this.tally.generation;
    const isShort = name.length <= LONGEST_NAME && this.entries.size < KEPT;
    if (entry !== undefined && isCurrent && isShort) this.entries.set(name, entry);
    return entry;
  }
}

/** Tokens that are counted together: those of one contract, or of one kind and client where none was found. */
export interface Group {
  /** The JSON of a `GroupKey`. */
  readonly key: string;
  readonly tokenType: string;
  readonly client: string;
  readonly enumerated: readonly EnumeratedClaim[];
  /** Declared members deeper than the root: they are looked for by their paths. */
  readonly nested: readonly { readonly key: string; readonly path: readonly string[] }[];
  readonly claims: GroupEntries;
  readonly nestedClaims: GroupEntries;
  readonly scopes: GroupEntries;
  readonly values: GroupEntries;
  readonly personal: GroupEntries;
  readonly requests: GroupEntries;
}

function nestedClaims({ claims }: EffectiveContract): Group['nested'] {
  return [...claims.values()].filter(({ path }) => path.length > 1).map(({ key, path }) => ({ key, path }));
}

function makeGroup(
  token: DecodedToken,
  client: string,
  isProven: boolean,
  { dimensions }: AuditTally,
): Group {
  const { mapper, contract, kind, form } = token;
  const tokenType = contract?.key.tokenType ?? kind ?? form;
  const { subject = null, resource = null } = contract?.key ?? {};
  const key = JSON.stringify([mapper?.name ?? null, tokenType, client, subject, resource, isProven]);
  const entries = (tally: BoundedTally, shown: Shown): GroupEntries => new GroupEntries(tally, key, shown);
  const asTheyAre: Shown = (name) => name;
  return {
    key,
    tokenType,
    client,
    enumerated: contract === undefined ? [] : enumeratedClaims(contract),
    nested: contract === undefined ? [] : nestedClaims(contract),
    claims: entries(dimensions.claims, claimKey),
    nestedClaims: entries(dimensions.claims, asTheyAre),
    scopes: entries(dimensions.scopes, cut),
    values: entries(dimensions.values, asTheyAre),
    personal: entries(dimensions.personal, asTheyAre),
    requests: entries(dimensions.requests, asTheyAre),
  };
}

/** Makes what finds the group of a token. */
export function groupFinder(
  tally: AuditTally,
): (token: DecodedToken, client: string, isProven: boolean) => Group {
  const proven = new Map<EffectiveContract | string, Group>();
  const unproven: typeof proven = new Map();
  return (token, client, isProven) => {
    const groups = isProven ? proven : unproven;
    const name = token.contract ?? JSON.stringify([token.mapper?.name, token.kind ?? token.form, client]);
    const known = groups.get(name);
    if (known !== undefined) return known;
    if (groups.size >= KEPT) groups.clear();
    const group = makeGroup(token, client, isProven, tally);
    groups.set(name, group);
    return group;
  };
}
