import { effectiveContracts, keptForBoth } from '../../contract/index.ts';
import {
  CHANGES,
  type Change,
  type Comparison,
  canonical,
  type EffectiveContract,
  groupedBy,
  type ImpactSubject,
  type MapperDefinition,
  type Observed,
  pathKey,
  showContractKey,
  type Usage,
  type UsageGroup,
  type Use,
} from '../../model/index.ts';
import { claimsNamed } from '../facts/claim-pairs.ts';
import { entriesOf, mayHave } from './impact-subjects.ts';

/** What was seen in tokens, and when somebody asks. */
export interface Evidence {
  readonly usage: Usage;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/**
 * What it takes to say that something was never seen: so many tokens that could have shown it, of each client
 * and each resource, the newest of them not older than that. Fewer, or older ones, say nothing about today.
 */
const ENOUGH = { tokens: 100, days: 90 };
const DAY = 86_400_000;

/**
 * What was seen of a claim, a scope or a value in the tokens of some contracts, all of which may have it.
 *
 * @returns undefined when no such token was looked at, or nobody could have told
 */
export function observe(
  { usage, now }: Evidence,
  definition: MapperDefinition,
  subject: ImpactSubject,
  contracts: readonly EffectiveContract[],
): Observed | undefined {
  const readable = contracts.filter(({ format }) => format !== 'opaque');
  const groupsOf = groupFinder(usage, definition);
  const groups = [...new Set(readable.flatMap(groupsOf))];
  const uses = groups.map((group) => useIn(group, definition, subject));
  const known = uses.filter((use) => use !== 'untold');
  if (known.length === 0) return undefined;
  const times = (of: readonly (Use | UsageGroup)[], key: 'first' | 'last') =>
    of.flatMap((use) => (use[key] === undefined ? [] : use[key].slice(0, 10))).sort();
  const [first] = times(known, 'first');
  const last = times(known, 'last').at(-1);
  const telling = groups.filter((_, at) => uses[at] !== 'untold');
  const until = times(telling, 'last').at(-1);
  const isTold = usage.untold === 0 && known.length === uses.length;
  const unseen = isTold ? unseenIn(readable, groupsOf, subject, now) : [];
  return {
    tokens: sum(telling),
    seen: sum(known),
    ...(first !== undefined && { first }),
    ...(last !== undefined && { last }),
    ...(until !== undefined && { until }),
    complete: isTold && unseen.length === 0,
    ...(unseen.length > 0 && { doubt: doubtOf(unseen) }),
  };
}

/**
 * Tells of each change what was seen of what it takes away or alters: its claim or scope, in the tokens that it
 * concerns; undefined for what is new, or nobody looked at.
 */
export function changeObserver(
  evidence: Evidence,
  { before }: Comparison,
): (change: Change) => Observed | undefined {
  const contracts = effectiveContracts(before);
  return ({ kind, coordinates: { claim, scope }, tokenTypes, clients, resources }) => {
    const { subject, direction } = CHANGES[kind];
    if (direction === 'added') return undefined;
    const observed = (of: ImpactSubject, isConcerned: (contract: EffectiveContract) => boolean) => {
      const shown = contracts.filter((contract) => isConcerned(contract) && mayHave(contract, of));
      return observe(evidence, before, of, shown);
    };
    if (subject === 'claim' && claim !== undefined) {
      return observed({ kind: 'claim', claim }, ({ key }) => {
        const isFor = key.resource === undefined || resources.includes(key.resource);
        return tokenTypes.includes(key.tokenType) && clients.includes(key.client) && isFor;
      });
    }
    if (scope === undefined || (subject !== 'scope' && subject !== 'client')) return undefined;
    return observed({ kind: 'scope', scope }, ({ key }) => clients.includes(key.client));
  };
}

/** True where enough tokens were looked at, and it was in none of them. */
export function isNeverSeen(observed: Observed | undefined): boolean {
  return observed?.complete === true && observed.seen === 0;
}

/** Whose tokens were not looked at often enough to say that they never have it. */
function unseenIn(
  contracts: readonly EffectiveContract[],
  groupsOf: (contract: EffectiveContract) => readonly UsageGroup[],
  subject: ImpactSubject,
  now: number,
): readonly string[] {
  const since = new Date(now - ENOUGH.days * DAY).toISOString();
  const counts = new Map<string, number>();
  for (const contract of contracts) {
    const { client } = contract.key;
    // Who asks for a scope shows it wherever its scopes are listed; a claim shows in its own token type only.
    const name = subject.kind === 'scope' ? `tokens of ${client} with scopes` : showContractKey(contract.key);
    let count = counts.get(name) ?? 0;
    for (const group of groupsOf(contract)) count += showing(group, subject, contract, since);
    counts.set(name, count);
  }
  return [...counts].flatMap(([name, count]) => (count < ENOUGH.tokens ? [name] : [])).sort();
}

/** How many tokens of a group could have shown it, because what was granted for them brings it. */
function showing(
  group: UsageGroup,
  subject: ImpactSubject,
  contract: EffectiveContract,
  since: string,
): number {
  const recent = ({ count, last = group.last }: Use): number =>
    last !== undefined && last >= since ? count : 0;
  if (subject.kind === 'scope') return Object.keys(group.scopes).length === 0 ? 0 : recent(group);
  const releases = claimsNamed(contract, subject.claim).flatMap((claim) => claim.releases);
  const isGranted = releases.some(
    ({ scope }) => scope === undefined || contract.defaultScopes.includes(scope),
  );
  if (isGranted) return recent(group);
  const granted = releases.flatMap(({ scope }) => own(group.scopes, scope ?? '') ?? []);
  return Math.max(0, ...granted.map(recent));
}

function doubtOf([first, ...others]: readonly string[]): string {
  const more = others.length === 0 ? '' : ` and ${others.length} more`;
  return `fewer than ${ENOUGH.tokens} tokens of the last ${ENOUGH.days} days could have shown it: ${first}${more}`;
}

const sum = (uses: readonly Use[]): number => uses.reduce((total, { count }) => total + count, 0);

/** Finds the groups that hold tokens of a contract. */
export const groupFinder = keptForBoth(({ groups }: Usage, { name }: MapperDefinition) => {
  const keyOf = (tokenType: string, client: string, resource: string | null | undefined): string =>
    JSON.stringify([tokenType, client, resource ?? null]);
  const ofMapper = groups.filter(({ mapper }) => mapper === name);
  const found = groupedBy(ofMapper, ({ tokenType, client, resource }) => keyOf(tokenType, client, resource));
  return ({ key: { tokenType, client, resource, subject } }: EffectiveContract): readonly UsageGroup[] =>
    (found.get(keyOf(tokenType, client, resource)) ?? []).filter(
      (group) => group.subject === null || group.subject === subject,
    );
});

const NEVER: Use = { count: 0 };

/** How often tokens of a group had it, or that nobody could have told. */
export function useIn(
  group: UsageGroup,
  definition: MapperDefinition,
  subject: ImpactSubject,
): Use | 'untold' {
  if (subject.kind === 'scope') {
    // Tokens without a list of scopes do not tell which were granted.
    return Object.keys(group.scopes).length === 0 ? 'untold' : (own(group.scopes, subject.scope) ?? NEVER);
  }
  // Tokens are not searched for the members of what is in them.
  if (subject.kind === 'claim' && subject.member !== undefined) return 'untold';
  const [entry] = entriesOf(definition, subject.claim);
  const path = (entry?.path ?? [subject.claim]).map((name) =>
    name.replaceAll('$' + '{client}', group.client),
  );
  const claim = own(group.claims, pathKey(path));
  if (subject.kind === 'claim' || claim === undefined) return claim ?? NEVER;
  // Values are counted only where the definition that the audit used lists them.
  if (claim.values === undefined) return 'untold';
  return own(claim.values, canonical(subject.value)) ?? NEVER;
}

function own<Value>(record: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}
