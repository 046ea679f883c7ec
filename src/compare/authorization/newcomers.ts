import { issuedSchema } from '../../contract/index.ts';
import type {
  Change,
  Consumer,
  Decision,
  DecisionEffect,
  EffectiveContract,
  JsonSchema,
  MapperDefinition,
} from '../../model/index.ts';
import { canonical } from '../../model/index.ts';
import { isSatisfiable, type Satisfiability } from '../../schema/index.ts';
import { reads } from '../consumers/readers.ts';
import { type ComparedPair, opens, requestsFor } from '../grants.ts';
import type { Pairing } from '../pairing.ts';
import { scopeBefore, type Versions } from '../versions.ts';
import { problemOf } from '../witness/sampling.ts';
import { namesHeld, scopesSeen, sliceSeen } from './decision-sight.ts';
import { newcomersCauses, newcomersEffect } from './newcomers-effect.ts';

/** A client whose tokens a decision never allowed before. */
export interface Newcomer {
  readonly contract: EffectiveContract;
  readonly scopes: ReadonlySet<string>;
  /** Scopes that it could not ask for; none where it got no such tokens at all. */
  readonly gained: readonly string[];
  readonly passing: Passing;
}

/** Whether a decision allows some token of a contract under a request. */
type Passing = Exclude<Satisfiability, { verdict: 'unsatisfiable' }>;

type Passes = (contract: EffectiveContract, scopes: ReadonlySet<string>) => Satisfiability;

/**
 * Clients that get tokens which a decision allows, and got none before: they were given a scope or a resource, or
 * are new. Each edit is told once, with everybody whom it lets in. A decision about tokens that nobody got before
 * is as new as they are, and opens nothing.
 */
export function newcomersTo(
  consumer: Consumer,
  decision: Decision,
  versions: Versions,
  pairing: Pairing,
  pairs: readonly ComparedPair[],
  changes: readonly Change[],
): readonly DecisionEffect[] {
  const had = [...pairing.pairs.map(({ before }) => before), ...pairing.gone].filter((contract) =>
    reads(consumer, contract),
  );
  if (had.length === 0) return [];
  const passes = passesOf(decision.allows);
  const known = namesHeld(decision.allows, had);
  const byCause = new Map<Change | undefined, Newcomer[]>();
  const grown = pairs.map(({ pair }) => pair);
  const come = pairing.come.map((after) => ({ before: undefined, after }));
  for (const { before, after } of [...grown, ...come]) {
    if (!reads(consumer, after)) continue;
    const newcomer = newcomerOf(decision, versions, passes, before, after);
    if (newcomer === undefined) continue;
    const [cause] = newcomersCauses(changes, newcomer);
    byCause.set(cause, [...(byCause.get(cause) ?? []), newcomer]);
  }
  return [...byCause.values()].map((group) =>
    newcomersEffect(consumer, decision, versions, group, known, changes),
  );
}

/** Clients often get the same tokens: each kind is asked for once. */
function passesOf(allows: JsonSchema): Passes {
  const known = new Map<string, Satisfiability>();
  const problem = problemOf(allows);
  return (contract, scopes) => {
    if (problem !== undefined) return { verdict: 'undecided', reason: problem, path: '' };
    const issued = issuedSchema(sliceSeen(allows, contract), scopes);
    const answer = known.get(canonical(issued)) ?? isSatisfiable({ allOf: [issued, allows] });
    known.set(canonical(issued), answer);
    return answer;
  };
}

function newcomerOf(
  decision: Decision,
  versions: Versions,
  passes: Passes,
  before: EffectiveContract | undefined,
  after: EffectiveContract,
): Newcomer | undefined {
  const had = new Set(before && grantable(before));
  const gained = grantable(after).filter((scope) => !had.has(scopeBefore(versions, scope)));
  if (before !== undefined && gained.length === 0) return undefined;
  const requests = decisionRequests(decision, versions.after, after, gained).filter(
    (scopes) => before === undefined || gained.some((scope) => scopes.has(scope)),
  );
  const found = firstPassing(passes, after, requests);
  if (found === undefined) return undefined;
  const earlier =
    before && firstPassing(passes, before, decisionRequests(decision, versions.before, before, []));
  if (earlier?.passing.verdict === 'satisfiable') return undefined;
  const own = before === undefined ? [] : gained.filter((scope) => found.scopes.has(scope));
  return { contract: after, gained: own, scopes: found.scopes, passing: (earlier ?? found).passing };
}

function grantable({ defaultScopes, optionalScopes }: EffectiveContract): readonly string[] {
  return [...defaultScopes, ...optionalScopes];
}

/** The first request for which a token is allowed, or else the first for which nobody can tell. */
function firstPassing(
  passes: Passes,
  contract: EffectiveContract,
  requests: readonly ReadonlySet<string>[],
): Pick<Newcomer, 'scopes' | 'passing'> | undefined {
  let doubt: Pick<Newcomer, 'scopes' | 'passing'> | undefined;
  for (const scopes of requests) {
    const passing = passes(contract, scopes);
    if (passing.verdict === 'satisfiable') return { scopes, passing };
    if (passing.verdict === 'undecided') doubt ??= { scopes, passing };
  }
  return doubt;
}

/** The requests that show a decision something: with its scopes, one more that matters, or all there are. */
function decisionRequests(
  { scopes, allows }: Decision,
  definition: MapperDefinition,
  contract: EffectiveContract,
  more: readonly string[],
): readonly ReadonlySet<string>[] {
  const may = grantable(contract);
  if (!scopes.every((scope) => may.includes(scope))) return [];
  const telling = [...more, ...scopesSeen(allows, [contract])].filter((scope) => may.includes(scope));
  return [[], ...telling.map((scope) => [scope]), may].flatMap((extra) => {
    const granted = new Set([...contract.defaultScopes, ...scopes, ...extra]);
    if ([...granted].some((scope) => opens(definition, scope, contract))) return [granted];
    return requestsFor(definition, contract).map((request) => new Set([...request, ...granted]));
  });
}
