import { issuedSchema } from '../../contract/index.ts';
import {
  canonical,
  type Decision,
  type DecisionEffect,
  type EffectiveContract,
  type JsonObject,
  type JsonSchema,
  type PlannedValue,
  pathKey,
  showPath,
  type Witness,
} from '../../model/index.ts';
import type { ComparedPair, GrantPair } from '../grants.ts';
import type { Judge } from '../judge.ts';
import { isValid, problemOf } from '../witness/sampling.ts';
import { askedFor, plainToken } from '../witness/witness.ts';
import { askedOf, comparesByName, constantsIn, mentionedClaims } from './decision-names.ts';
import { isNever, judgeSets } from './decision-sets.ts';
import { scopesSeen, sliceSeen } from './decision-sight.ts';
import { type ClaimPath, type Domain, domainOf, memberOf } from './decision-values.ts';
import { type Outcome, outcomesOf } from './outcomes.ts';

export type Direction = DecisionEffect['direction'];

/** What becomes of a decision under one contract. */
export interface Found {
  readonly contract: EffectiveContract;
  readonly claim?: string;
  /** What about the claim matters, where that is known: that it may be absent, or what it may say. */
  readonly matters?: 'presence' | 'values';
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
  const others = scopesSeen(decision.allows, [pair.before, pair.after]).filter(
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
    found.push(...judgeCase(decision.allows, direction, case_, judge));
  }
  return found;
}

/** What a decision can see of the tokens of one grant. */
export interface Case {
  readonly before: JsonObject;
  readonly after: JsonObject;
  readonly paths: readonly ClaimPath[];
  readonly changed: readonly ClaimPath[];
  readonly pair: ComparedPair['pair'];
  readonly grant: GrantPair;
}

function caseOf({ allows }: Decision, { pair }: ComparedPair, grant: GrantPair): Case {
  const mentioned = mentionedClaims(allows);
  const before = issuedSchema(sliceSeen(allows, pair.before), grant.before);
  const after = issuedSchema(sliceSeen(allows, pair.after), grant.after);
  const names = mentioned === 'all' ? namesIn(before, after) : [...mentioned].sort();
  const paths = names.flatMap((name) => pathsOf(name, pair));
  const changed = paths.filter((path) => memberText(before, path) !== memberText(after, path));
  return { before, after, paths, changed, pair, grant };
}

function namesIn(...schemas: readonly JsonObject[]): readonly string[] {
  return [...new Set(schemas.flatMap(({ properties }) => Object.keys(properties ?? {})))].sort();
}

/**
 * The claims in a member of the token, such as the lists of roles in `realm_access`; the member itself where
 * it is one claim, or where a claim holds another.
 */
function pathsOf(name: string, { before, after }: ComparedPair['pair']): readonly ClaimPath[] {
  const claims = [...before.claims.values(), ...after.claims.values()];
  const paths = new Map(claims.flatMap(({ key, path }) => (path[0] === name ? [[key, path]] : [])));
  const holds = (one: ClaimPath, other: ClaimPath): boolean =>
    one.length < other.length && one.every((part, index) => part === other[index]);
  const all = [...paths.values()];
  const isFlat = all.every((one) => all.every((other) => !holds(one, other)));
  return all.length > 0 && isFlat ? all : [[name]];
}

function memberText(issued: JsonObject, path: ClaimPath): string {
  const { schema, mayBeAbsent } = memberOf(issued, path);
  return canonical([schema, mayBeAbsent]);
}

function judgeCase(allows: JsonSchema, direction: Direction, seen: Case, judge: Judge): readonly Found[] {
  const problem = problemOf(allows);
  if (problem !== undefined) return [{ contract: seen.pair.after, certainty: 'undecided', reason: problem }];
  const planned = new Map(seen.paths.map((path) => [path, plannedValues(seen.pair, path)]));
  const byName = comparesByName(allows);
  const named = constantsIn(allows);
  const domains = (issued: JsonObject): ReadonlyMap<ClaimPath, Domain> =>
    new Map(
      seen.paths.map((path) => {
        const constants = [...named, ...(planned.get(path) ?? []).map(({ value }) => value)];
        return [path, domainOf(issued, path, { constants, conditions: askedOf(allows, path), byName })];
      }),
    );
  const before = domains(seen.before);
  const after = domains(seen.after);
  const { outcomes, isExhaustive } = outcomesOf(allows, direction, before, after, planned);
  if (outcomes.length > 0) {
    const isOver = direction === 'closes' && isNever(allows, seen.after, judge);
    return outcomes.map((outcome) => foundOf(outcome, direction, seen, outcome.certain || isOver));
  }
  const finite = seen.changed.every((path) => before.get(path)?.finite && after.get(path)?.finite);
  return finite && isExhaustive ? [] : judgeSets(allows, direction, seen, judge);
}

function plannedValues({ before, after }: Case['pair'], path: ClaimPath): readonly PlannedValue[] {
  const key = pathKey(path);
  return [before, after].flatMap(
    ({ claims }) => claims.get(key)?.releases.flatMap(({ claim }) => claim?.planned ?? []) ?? [],
  );
}

function foundOf(
  outcome: Outcome,
  direction: Direction,
  { pair, grant, changed }: Case,
  certain: boolean,
): Found {
  const [claim] = outcome.changed.length > 0 ? outcome.changed : changed;
  const [was, is] = direction === 'opens' ? ['refused', 'allowed'] : ['allowed', 'refused'];
  const witness = witnessOf(outcome, pair, grant);
  return {
    contract: pair.after,
    ...(claim !== undefined && { claim: showPath(claim) }),
    matters: outcome.isLoss ? 'presence' : 'values',
    certainty: certain ? 'certain' : 'may',
    reason: `${was} before ${outcome.wordsBefore}, ${is} after ${outcome.wordsAfter}`,
    ...(witness && { witness }),
  };
}

/** Whole tokens around the claims of an outcome; left out where they could not be made. */
function witnessOf(outcome: Outcome, pair: Case['pair'], grant: GrantPair): Witness | undefined {
  const issuedBefore = issuedSchema(pair.before, grant.before);
  const issuedAfter = issuedSchema(pair.after, grant.after);
  const before = outcome.putBefore(plainToken(issuedBefore, grant.before) ?? {});
  // They differ in nothing else, where that is possible.
  const [after] = [before, plainToken(issuedAfter, grant.after) ?? {}]
    .map((token) => outcome.putAfter(token))
    .filter((token) => isValid(issuedAfter, token));
  if (after === undefined || !isValid(issuedBefore, before)) return undefined;
  return { ...askedFor(pair, grant), before, after };
}
