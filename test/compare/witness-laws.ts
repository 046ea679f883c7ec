import {
  CHANGES,
  type Change,
  type Comparison,
  type JsonObject,
  type Verdict,
  type Witness,
} from '../../src/model/index.ts';
import { ajvTakes, type Parties, partiesOf } from './witness-parties.ts';

const SIDES = ['before', 'after'] as const;
type Side = (typeof SIDES)[number];

/** Everything that is wrong with the witness of a change, by Ajv. */
export function witnessProblems(comparison: Comparison, change: Change): readonly string[] {
  const { witness, tolerant, strict, inFlight } = change;
  if (witness === undefined) return ['there is none'];
  const parties = partiesOf(comparison, witness);
  // Whole tokens show every change of their contract: only where there is one, readers can be asked about it.
  const isOnly = comparison.changes.length === 1;
  return [
    ...shapeProblems(witness),
    ...SIDES.flatMap((side) => issueProblems(witness, parties, side)),
    ...readerProblems(comparison, tolerant, 'after', 'tolerant'),
    ...readerProblems(comparison, strict, 'after', 'strict'),
    ...readerProblems(comparison, inFlight, 'before', 'tolerant'),
    ...(isOnly ? safetyProblems(change, witness, parties) : []),
    ...grantProblems(change, witness, parties),
    ...memberProblems(change, witness, parties),
  ];
}

function shapeProblems({ before, after, header, differs, absent }: Witness): readonly string[] {
  const tokens = [before, after].filter((token) => token !== undefined).length;
  if (tokens < 2) return (differs ?? absent) ? [] : ['a token is missing without a reason'];
  if (absent !== undefined) return ['both tokens are there, and one is said not to be'];
  return same(before, after) && !differs && !header ? ['nothing differs'] : [];
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Each version issues the token that is said to be its own, and its published contract takes it. */
function issueProblems(witness: Witness, parties: Parties, side: Side): readonly string[] {
  const token = witness[side];
  const party = parties[side];
  if (token === undefined) return [];
  if (party === undefined) return [`nobody issues the token ${side}`];
  return [
    ...(party.issues(token, witness.grant.scopes) ? [] : [`the token ${side} is not issued`]),
    ...(ajvTakes(party.published, token) ? [] : [`the published contract ${side} rejects its own token`]),
  ];
}

type Reader = 'tolerant' | 'strict';

const other = (side: Side): Side => (side === 'before' ? 'after' : 'before');

/** A verdict that says that readers break shows them a token of the other version, which they reject. */
function readerProblems(
  comparison: Comparison,
  verdict: Verdict,
  side: Side,
  reader: Reader,
): readonly string[] {
  if (verdict.verdict !== 'breaks' || verdict.witness === undefined) return [];
  const { witness } = verdict;
  const readers = partiesOf(comparison, witness)[other(side)];
  const token = witness[side];
  if (token === undefined || readers === undefined) return [`no token ${side} for ${reader} readers`];
  const isTaken = readers.accepts(token, witness.grant.scopes, reader);
  return isTaken ? [`${reader} readers take the token ${side}`] : [];
}

/** Readers for whom a change is safe take the token that shows it. */
function safetyProblems(change: Change, witness: Witness, parties: Parties): readonly string[] {
  const problem = ({ verdict }: Verdict, side: Side, reader: Reader): readonly string[] => {
    const token = witness[side];
    const readers = parties[other(side)];
    if (verdict !== 'safe' || token === undefined || readers === undefined) return [];
    // What the list of scopes names is told by changes of scopes, and breaks no reader by itself.
    if (witness[other(side)] === undefined || change.coordinates.scope !== undefined) return [];
    const isTaken = readers.accepts(token, witness.grant.scopes, reader);
    return isTaken ? [] : [`${reader} readers reject the token ${side}`];
  };
  return [
    ...problem(change.tolerant, 'after', 'tolerant'),
    ...problem(change.strict, 'after', 'strict'),
    ...problem(change.inFlight, 'before', 'tolerant'),
  ];
}

/** Who must reject which token of a witness: the first of the verdicts that rests on it. */
function rejection({ witness, tolerant, strict, inFlight }: Change): readonly [Side, Reader] | undefined {
  const restsOn = (verdict: Verdict): boolean =>
    verdict.verdict === 'breaks' && verdict.witness !== undefined && same(verdict.witness, witness);
  if (restsOn(tolerant)) return ['after', 'tolerant'];
  if (restsOn(strict)) return ['after', 'strict'];
  return restsOn(inFlight) ? ['before', 'tolerant'] : undefined;
}

const NOTHING_FITS = 'no token was found that fits its contract';

/** Whether tokens under a grant still show what a witness shows. */
function isStillShown(
  change: Change,
  witness: Witness,
  parties: Parties,
  scopes: readonly string[],
): boolean {
  const sides = SIDES.filter((side) => witness[side] !== undefined);
  // A version that answers, though no token fits, still has to be asked for something that it answers.
  const answering = SIDES.filter((side) => parties[side]?.answers(witness.grant.scopes));
  const isIssued =
    sides.every((side) => parties[side]?.issues(witness[side] ?? {}, scopes)) &&
    (witness.absent !== NOTHING_FITS || answering.every((side) => parties[side]?.answers(scopes)));
  const [side, reader] = rejection(change) ?? [];
  if (side === undefined || reader === undefined) return isIssued && sides.length > 0;
  return isIssued && parties[other(side)]?.accepts(witness[side] ?? {}, scopes, reader) === false;
}

/** Without any one of its scopes the grant no longer shows the change. */
function grantProblems(change: Change, witness: Witness, parties: Parties): readonly string[] {
  const { scopes } = witness.grant;
  const certain = SIDES.flatMap((side) => parties[side]?.defaultScopes ?? []);
  // A claim that comes or goes is shown where it is certain, although other scopes may bring it at times.
  const isWhole = CHANGES[change.kind].aspect === 'existence';
  const bringing = SIDES.flatMap(
    (side) => (isWhole && parties[side]?.bringing(change.coordinates.claim)) || [],
  );
  const about = [change.coordinates.scope, change.before, change.after, ...bringing].flat();
  return scopes
    .filter((scope) => !certain.includes(scope) && !about.includes(scope))
    .filter((scope) => {
      const fewer = scopes.filter((one) => one !== scope);
      return isStillShown(change, withScopes(witness, fewer), parties, fewer);
    })
    .map((scope) => `the scope "${scope}" is not needed`);
}

/** The tokens of a witness, as they name their scopes under another grant. */
function withScopes({ before, after, ...rest }: Witness, scopes: readonly string[]): Witness {
  const named = (token: JsonObject): JsonObject =>
    typeof token.scope === 'string' ? { ...token, scope: scopes.join(' ') } : token;
  return { ...rest, ...(before && { before: named(before) }), ...(after && { after: named(after) }) };
}

/** A member that tokens could do without is what the change is about, or what makes readers reject it. */
function memberProblems(change: Change, witness: Witness, parties: Parties): readonly string[] {
  const [claim = ''] = (change.coordinates.claim ?? '').split('.');
  const sides = SIDES.filter((side) => witness[side] !== undefined);
  const names = new Set(sides.flatMap((side) => Object.keys(witness[side] ?? {})));
  return [...names]
    .filter((name) => name !== claim)
    .filter((name) => sides.length < 2 || same(witness.before?.[name], witness.after?.[name]))
    .filter((name) => isStillShown(change, without(witness, name), parties, witness.grant.scopes))
    .map((name) => `"${name}" is not needed`);
}

function without({ before, after, ...rest }: Witness, name: string): Witness {
  const less = ({ [name]: _, ...token }: JsonObject): JsonObject => token;
  return { ...rest, ...(before && { before: less(before) }), ...(after && { after: less(after) }) };
}
