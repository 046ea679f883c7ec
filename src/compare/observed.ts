import {
  CHANGES,
  type Change,
  type Comparison,
  type ImpactSubject,
  type MapperDefinition,
  type Observed,
  pathKey,
  type Usage,
  type UsageGroup,
  type Use,
} from '../model/index.ts';
import { canonical } from './canonical.ts';
import { entriesOf } from './impact-subjects.ts';

/** Which tokens are asked about. */
export interface Sight {
  readonly tokenTypes: readonly string[];
  readonly clients?: readonly string[];
  readonly resources?: readonly string[];
}

/**
 * What was seen of a claim, a scope or a value in some tokens.
 *
 * @returns undefined when no such token was looked at, or nobody could have told
 */
export function observe(
  usage: Usage,
  definition: MapperDefinition,
  subject: ImpactSubject,
  sight: Sight,
): Observed | undefined {
  const groups = usage.groups.filter((group) => isMeant(group, definition, sight));
  if (groups.length === 0) return undefined;
  const uses = groups.map((group) => useIn(group, definition, subject));
  const known = uses.filter((use) => use !== 'untold');
  if (known.length === 0) return undefined;
  const times = (of: readonly (Use | UsageGroup)[], key: 'first' | 'last') =>
    of.flatMap((use) => (use[key] === undefined ? [] : use[key].slice(0, 10))).sort();
  const [first] = times(known, 'first');
  const last = times(known, 'last').at(-1);
  const until = times(groups, 'last').at(-1);
  return {
    tokens: sum(groups),
    seen: sum(known),
    ...(first !== undefined && { first }),
    ...(last !== undefined && { last }),
    ...(until !== undefined && { until }),
    complete: usage.untold === 0 && known.length === uses.length && isCovered(sight, groups),
  };
}

/**
 * What was seen of what a change takes away or alters: its claim or scope, in the tokens that it concerns.
 *
 * @returns undefined for what is new, or nobody looked at
 */
export function observeChange(
  usage: Usage,
  { kind, coordinates, tokenTypes, clients }: Change,
  { before }: Comparison,
): Observed | undefined {
  const { claim, scope } = coordinates;
  const { subject, direction } = CHANGES[kind];
  if (direction === 'added') return undefined;
  const sight = { tokenTypes, clients };
  if (subject === 'claim' && claim !== undefined)
    return observe(usage, before, { kind: 'claim', claim }, sight);
  if (scope === undefined || (subject !== 'scope' && subject !== 'client')) return undefined;
  // A change of a scope may show in tokens that do not list their scopes: those that do are looked at.
  const listing = usage.groups.filter(({ scopes }) => Object.keys(scopes).length > 0);
  const tokenTypesOf = [...new Set(listing.map(({ tokenType }) => tokenType))];
  return observe(usage, before, { kind: 'scope', scope }, { tokenTypes: tokenTypesOf, clients });
}

/** True where tokens were looked at, and it was in none of them. */
export function isNeverSeen(observed: Observed | undefined): boolean {
  if (observed === undefined || !observed.complete) return false;
  return observed.tokens > 0 && observed.seen === 0;
}

/** Token types that nobody looked at may hold what the others do not. */
function isCovered({ tokenTypes }: Sight, groups: readonly UsageGroup[]): boolean {
  return tokenTypes.every((name) => groups.some(({ tokenType, count }) => tokenType === name && count > 0));
}

const sum = (uses: readonly Use[]): number => uses.reduce((total, { count }) => total + count, 0);

function isMeant(group: UsageGroup, definition: MapperDefinition, sight: Sight): boolean {
  return (
    group.mapper === definition.name &&
    sight.tokenTypes.includes(group.tokenType) &&
    (sight.clients === undefined || sight.clients.includes(group.client)) &&
    (sight.resources === undefined || (group.resource !== null && sight.resources.includes(group.resource)))
  );
}

const NEVER: Use = { count: 0 };

function useIn(group: UsageGroup, definition: MapperDefinition, subject: ImpactSubject): Use | 'untold' {
  if (subject.kind === 'scope') {
    // Tokens without a list of scopes do not tell which were granted.
    return Object.keys(group.scopes).length === 0 ? 'untold' : (own(group.scopes, subject.scope) ?? NEVER);
  }
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
