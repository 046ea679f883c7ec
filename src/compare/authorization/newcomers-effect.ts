import { issuedSchema } from '../../contract/index.ts';
import type {
  Change,
  ChangeKind,
  Consumer,
  Decision,
  DecisionEffect,
  JsonSchema,
  MapperDefinition,
  Newcomers,
  Witness,
} from '../../model/index.ts';
import type { Versions } from '../versions.ts';
import { isValid } from '../witness/sampling.ts';
import { plainToken, tokenFor, transplant } from '../witness/witness.ts';
import { affectedDecision } from './affected-decision.ts';
import { namesHeld, sliceSeen } from './decision-sight.ts';
import type { Newcomer } from './newcomers.ts';

/** One effect for all whom an edit lets in; a token of somebody else, or of a machine, is shown first. */
export function newcomersEffect(
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
  const because = newcomersCauses(changes, first);
  const witness = witnessOf(decision.allows, first, before);
  return {
    ...affectedDecision(consumer, decision, contract, { client: contract.key.client }, because),
    direction: 'opens',
    certainty: passing.verdict === 'satisfiable' ? 'certain' : 'undecided',
    reason: passing.verdict === 'satisfiable' ? words(contract.key.client, newcomers) : passing.reason,
    ...(witness && { witness }),
    newcomers,
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

/** The edits that give a newcomer its tokens. */
export function newcomersCauses(
  changes: readonly Change[],
  { contract, scopes }: Newcomer,
): readonly Change[] {
  const { client } = contract.key;
  const gives = ({ clients, coordinates }: Change): boolean =>
    clients.includes(client) && (coordinates.scope === undefined || scopes.has(coordinates.scope));
  return GIVES.flatMap((kind) => changes.filter((change) => change.kind === kind && gives(change)));
}
