import { issuedSchema } from '../contract/index.ts';
import type {
  Decision,
  DecisionEffect,
  EffectiveContract,
  JsonObject,
  JsonSchema,
  PlannedValue,
  Witness,
} from '../model/index.ts';
import { canonical } from './canonical.ts';
import { askedOf, comparesByName, constantsIn, mentionedClaims } from './decision-names.ts';
import { judgeSets } from './decision-sets.ts';
import { type Domain, domainOf, memberOf } from './decision-values.ts';
import type { ComparedPair, GrantPair } from './grants.ts';
import type { Judge } from './judge.ts';
import { isExhaustive, type Outcome, outcomesOf } from './outcomes.ts';
import { sliceOf } from './question.ts';
import { isValid, problemOf } from './sampling.ts';
import { grantOf, plainToken } from './witness.ts';

export type Direction = DecisionEffect['direction'];

/** What becomes of a decision under one contract. */
export interface Found {
  readonly contract: EffectiveContract;
  readonly claim?: string;
  readonly certainty: DecisionEffect['certainty'];
  readonly reason: string;
  readonly witness?: Witness;
}

/**
 * Judges a decision under every request that has its scopes and shows it something new.
 *
 * @param seen what it was shown already: thousands of clients often get the same tokens. It is added to.
 */
export function judgeDecision(
  decision: Decision,
  direction: Direction,
  { pair, grants }: ComparedPair,
  judge: Judge,
  seen: Set<string>,
): readonly Found[] {
  // Who can't be granted the scopes is refused, before and after; scopes themselves are told as changes.
  if (!decision.scopes.every((scope) => grants.common.has(scope))) return [];
  const others = scopesSeen(decision, pair).filter(
    (scope) => grants.common.has(scope) && !decision.scopes.includes(scope),
  );
  const requests = [[], ...others.map((scope) => [scope])].map((more) =>
    grants.reaching([...decision.scopes, ...more]),
  );
  const found: Found[] = [];
  for (const grant of [...requests, grants.widest()]) {
    const case_ = caseOf(decision, { pair, grants }, grant);
    const name = canonical([case_.before, case_.after]);
    if (seen.has(name) || case_.changed.length === 0) continue;
    seen.add(name);
    const outcome = judgeCase(decision.allows, direction, case_, judge);
    if (outcome) found.push(outcome);
  }
  return found;
}

/** The scopes that release something which the decision looks at; other scopes show it nothing new. */
function scopesSeen({ allows }: Decision, { before, after }: ComparedPair['pair']): readonly string[] {
  const mentioned = mentionedClaims(allows);
  const claims = [...before.claims.values(), ...after.claims.values()].filter(
    ({ path }) => mentioned === 'all' || mentioned.has(path[0] ?? ''),
  );
  const scopes = claims.flatMap(({ releases }) => releases.flatMap(({ scope }) => scope ?? []));
  return [...new Set(scopes)].sort();
}

/** What a decision can see of the tokens of one grant. */
export interface Case {
  readonly before: JsonObject;
  readonly after: JsonObject;
  readonly names: readonly string[];
  readonly changed: readonly string[];
  readonly pair: ComparedPair['pair'];
  readonly grant: GrantPair;
}

function caseOf({ allows }: Decision, { pair }: ComparedPair, grant: GrantPair): Case {
  const mentioned = mentionedClaims(allows);
  const visible = (contract: EffectiveContract): JsonObject => {
    const keys = [...contract.claims.values()]
      .filter(({ path }) => mentioned === 'all' || mentioned.has(path[0] ?? ''))
      .map(({ key }) => key);
    return issuedSchema(sliceOf(contract, keys), contract === pair.before ? grant.before : grant.after);
  };
  const before = visible(pair.before);
  const after = visible(pair.after);
  const names = mentioned === 'all' ? namesIn(before, after) : [...mentioned].sort();
  const changed = names.filter((name) => memberText(before, name) !== memberText(after, name));
  return { before, after, names, changed, pair, grant };
}

function namesIn(...schemas: readonly JsonObject[]): readonly string[] {
  return [...new Set(schemas.flatMap(({ properties }) => Object.keys(properties ?? {})))].sort();
}

function memberText(issued: JsonObject, name: string): string {
  const { schema, mayBeAbsent } = memberOf(issued, name);
  return canonical([schema, mayBeAbsent]);
}

function judgeCase(allows: JsonSchema, direction: Direction, seen: Case, judge: Judge): Found | undefined {
  const problem = problemOf(allows);
  if (problem !== undefined) return { contract: seen.pair.after, certainty: 'undecided', reason: problem };
  const planned = new Map(
    seen.names.map((name) => [name, plannedValues(seen.pair.before, seen.pair.after, name)]),
  );
  const byName = comparesByName(allows);
  const named = constantsIn(allows);
  const domains = (issued: JsonObject): ReadonlyMap<string, Domain> =>
    new Map(
      seen.names.map((name) => {
        const constants = [...named, ...(planned.get(name) ?? []).map(({ value }) => value)];
        return [name, domainOf(issued, name, { constants, conditions: askedOf(allows, name), byName })];
      }),
    );
  const before = domains(seen.before);
  const after = domains(seen.after);
  const outcome = outcomesOf(allows, direction, before, after, planned);
  if (outcome !== undefined) return foundOf(outcome, direction, seen);
  const finite = seen.changed.every((name) => before.get(name)?.finite && after.get(name)?.finite);
  const decided = finite && isExhaustive(before) && isExhaustive(after);
  return decided ? undefined : judgeSets(allows, direction, seen, judge);
}

function plannedValues(
  before: EffectiveContract,
  after: EffectiveContract,
  name: string,
): readonly PlannedValue[] {
  return [before, after].flatMap(({ claims }) =>
    [...claims.values()]
      .filter(({ path }) => path.length === 1 && path[0] === name)
      .flatMap(({ releases }) => releases.flatMap(({ claim }) => claim?.planned ?? [])),
  );
}

function foundOf(outcome: Outcome, direction: Direction, { pair, grant, changed }: Case): Found {
  const [claim] = outcome.changed.length > 0 ? outcome.changed : changed;
  const [was, is] = direction === 'opens' ? ['refused', 'allowed'] : ['allowed', 'refused'];
  const witness = witnessOf(outcome, pair, grant);
  return {
    contract: pair.after,
    ...(claim !== undefined && { claim }),
    certainty: outcome.certain ? 'certain' : 'may',
    reason: `${was} before ${outcome.wordsBefore}, ${is} after ${outcome.wordsAfter}`,
    ...(witness && { witness }),
  };
}

/** Whole tokens around the claims of an outcome; left out where they could not be made. */
function witnessOf(outcome: Outcome, pair: Case['pair'], grant: GrantPair): Witness | undefined {
  const issuedBefore = issuedSchema(pair.before, grant.before);
  const issuedAfter = issuedSchema(pair.after, grant.after);
  const before = outcome.putBefore(plainToken(issuedBefore, grant.before) ?? {});
  const after = outcome.putAfter(plainToken(issuedAfter, grant.after) ?? {});
  if (!isValid(issuedBefore, before) || !isValid(issuedAfter, after)) return undefined;
  return { grant: grantOf(pair.after, grant.after), before, after };
}
