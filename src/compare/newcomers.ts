import { issuedSchema } from '../contract/index.ts';
import type {
  Change,
  ChangeKind,
  Consumer,
  Decision,
  DecisionEffect,
  EffectiveContract,
  JsonSchema,
  MapperDefinition,
  Newcomers,
  Witness,
} from '../model/index.ts';
import { placeOf } from '../model/index.ts';
import { isSatisfiable, type Satisfiability } from '../schema/index.ts';
import { canonical } from './canonical.ts';
import { affected } from './consumers.ts';
import { namesHeld, scopesSeen, sliceSeen } from './decision-sight.ts';
import { type ComparedPair, opens, requestsFor as smallestRequests } from './grants.ts';
import type { Pairing } from './pairing.ts';
import { reads } from './readers.ts';
import { isValid, problemOf } from './sampling.ts';
import { scopeBefore, type Versions } from './versions.ts';
import { plainToken, tokenFor, transplant } from './witness.ts';

/** A client whose tokens a decision never allowed before. */
interface Newcomer {
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
    const [cause] = causesOf(changes, newcomer);
    byCause.set(cause, [...(byCause.get(cause) ?? []), newcomer]);
  }
  return [...byCause.values()].map((group) => effectOf(consumer, decision, versions, group, known, changes));
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
  const requests = requestsFor(decision, versions.after, after, gained).filter(
    (scopes) => before === undefined || gained.some((scope) => scopes.has(scope)),
  );
  const found = firstPassing(passes, after, requests);
  if (found === undefined) return undefined;
  const earlier = before && firstPassing(passes, before, requestsFor(decision, versions.before, before, []));
  if (earlier?.passing.verdict === 'satisfiable') return undefined;
  const own = before === undefined ? [] : gained.filter((scope) => found.scopes.has(scope));
  return { contract: after, gained: own, ...found, ...earlier, scopes: found.scopes };
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
function requestsFor(
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
    return smallestRequests(definition, contract).map((request) => new Set([...request, ...granted]));
  });
}

/** One effect for all whom an edit lets in; a token of somebody else, or of a machine, is shown first. */
function effectOf(
  consumer: Consumer,
  decision: Decision,
  { before, after }: Versions,
  group: readonly Newcomer[],
  known: ReadonlySet<string>,
  changes: readonly Change[],
): DecisionEffect {
  const lacking = ({ contract }: Newcomer): readonly string[] => {
    const held = namesHeld(decision.allows, [contract]);
    return [...known].filter((name) => !held.has(name)).sort();
  };
  const partyOf = ({ contract }: Newcomer) => after.clients.get(contract.key.client)?.party ?? 'first';
  const sure = group.filter(({ passing }) => passing.verdict === 'satisfiable');
  const told = sure.length > 0 ? sure : group;
  const first =
    told.find((one) => partyOf(one) === 'third') ?? told.find((one) => lacking(one).length > 0) ?? told[0];
  if (first === undefined) throw new RangeError('a group of newcomers is never empty');
  const { contract, passing } = first;
  const newcomers: Newcomers = {
    clients: [...new Set(told.map((one) => one.contract.key.client))].sort(),
    party: partyOf(first),
    without: lacking(first),
  };
  const because = causesOf(changes, first);
  const witness = witnessOf(decision.allows, first, before);
  return {
    consumer: affected(consumer),
    decision: decision.name,
    at: placeOf(decision, 'allows'),
    coordinates: {
      consumer: consumer.name,
      decision: decision.name,
      tokenType: contract.key.tokenType,
      client: contract.key.client,
      ...(because[0] && { change: because[0].kind }),
    },
    direction: 'opens',
    certainty: passing.verdict === 'satisfiable' ? 'certain' : 'undecided',
    reason: passing.verdict === 'satisfiable' ? words(contract.key.client, newcomers) : passing.reason,
    ...(witness && { witness }),
    newcomers,
    because,
  };
}

function words(client: string, { clients, party, without }: Newcomers): string {
  const others = clients.length - 1;
  const who = `${party === 'third' ? 'the third party ' : ''}"${client}"${others > 0 ? ` and ${others} more` : ''}`;
  const lacking = without.length > 0 ? ` without ${without.map((name) => `"${name}"`).join(', ')}` : '';
  return `${who} can get tokens${lacking} that it allows, and could not before`;
}

/** A whole token that the decision allows. */
function witnessOf(
  allows: JsonSchema,
  { contract, scopes, gained, passing }: Newcomer,
  before: MapperDefinition,
): Witness | undefined {
  if (passing.verdict !== 'satisfiable') return undefined;
  const issued = issuedSchema(contract, scopes);
  const paths = [...sliceSeen(allows, contract).claims.values()].map(({ path }) => path);
  const after = transplant(plainToken(issued, scopes) ?? {}, passing.witness, paths);
  if (!isValid(issued, after) || !isValid(allows, after)) return undefined;
  const { client, tokenType } = contract.key;
  const [scope] = gained;
  const absent = before.clients.has(client)
    ? `no ${scope === undefined ? tokenType : `scope "${scope}"`} for "${client}"`
    : `no client "${client}"`;
  return { ...tokenFor(contract, scopes), after, absent };
}

/** What gives clients tokens, or more of them; of several edits, the first of these is what a review looks at. */
const GIVES: readonly ChangeKind[] = [
  'client-added',
  'scope-granted',
  'scope-added',
  'resource-opened',
  'exchange-added',
  'exchange-widened',
  'grant-type-added',
  'token-granted',
];

function causesOf(changes: readonly Change[], { contract, scopes }: Newcomer): readonly Change[] {
  const { client } = contract.key;
  const gives = ({ clients, coordinates }: Change): boolean =>
    clients.includes(client) && (coordinates.scope === undefined || scopes.has(coordinates.scope));
  return GIVES.flatMap((kind) => changes.filter((change) => change.kind === kind && gives(change)));
}
