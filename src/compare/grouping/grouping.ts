import type { Change, ChangeKind, ContractKey, Coordinates } from '../../model/index.ts';
import { comparePlaces, groupedBy } from '../../model/index.ts';
import type { Fact } from '../facts/fact.ts';
import type { Judge } from '../judge.ts';
import { contractName } from '../pairing.ts';
import { effectOf } from './group-effect.ts';

/** A change, and the names of the contracts whose readers it concerns. */
export interface GroupedChange {
  readonly change: Change;
  readonly contracts: ReadonlySet<string>;
}

/** Tells each edit once: facts with the same edit become one change, with everybody whom they concern. */
export function groupFacts(facts: Iterable<Fact>, judge: Judge): readonly GroupedChange[] {
  return [...groupedBy(facts, ({ edit }) => edit).values()].map((group) => changeOf(group, judge));
}

/** In source order of after; then by kind and coordinates, so that the order is always the same. */
export function sortChanges(changes: Iterable<Change>): readonly Change[] {
  const text = ({ kind, coordinates, before, after }: Change): string =>
    JSON.stringify([kind, coordinates, before ?? null, after ?? null]);
  return [...changes].sort((one, other) => {
    const texts = [text(one), text(other)] as const;
    return comparePlaces(one.at, other.at) || (texts[0] < texts[1] ? -1 : texts[0] > texts[1] ? 1 : 0);
  });
}

function changeOf(group: readonly Fact[], judge: Judge): GroupedChange {
  const own = group.filter(({ echo }) => echo !== true);
  const facts = own.length > 0 ? own : group;
  const head = facts.reduce((first, fact) => (comparePlaces(fact.at, first.at) < 0 ? fact : first));
  const contracts = contractsOf(group);
  const { verdicts, witness } = effectOf(group, judge);
  const values = { ...head, kind: worstKind(facts) };
  return {
    contracts,
    change: {
      kind: values.kind,
      coordinates: commonCoordinates(facts),
      at: head.at,
      ...(head.beforeAt && { beforeAt: head.beforeAt }),
      ...(head.before !== undefined && { before: head.before }),
      ...(head.after !== undefined && { after: head.after }),
      clients: namesOf(group, 'client'),
      tokenTypes: namesOf(group, 'tokenType'),
      resources: namesOf(group, 'resource'),
      echoes: Math.max(0, contracts.size - 1),
      ...claimsOf(group),
      ...verdicts,
      ...(witness && { witness }),
      ...(head.sunset !== undefined && { sunset: head.sunset }),
    },
  };
}

function contractsOf(group: readonly Fact[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { seenIn } of group) if (isWhole(seenIn)) names.add(contractName(seenIn));
  return names;
}

function isWhole(key: Partial<ContractKey>): key is ContractKey {
  return key.tokenType !== undefined && key.client !== undefined && key.subject !== undefined;
}

function namesOf(group: readonly Fact[], key: 'client' | 'tokenType' | 'resource'): readonly string[] {
  const names = new Set<string>();
  for (const { seenIn } of group) {
    const name = seenIn[key];
    if (name !== undefined) names.add(name);
  }
  return [...names].sort();
}

function claimsOf(group: readonly Fact[]): Pick<Change, 'claims'> {
  const names = new Set(group.flatMap(({ claim }) => claim ?? []));
  return names.size === 0 ? {} : { claims: [...names].sort() };
}

/** What all facts agree on: a scope that only some of them name is not what the change is about. */
function commonCoordinates(facts: readonly Fact[]): Coordinates {
  const [first, ...others] = facts.map(({ coordinates }) => Object.entries(coordinates));
  const common = (first ?? []).filter(([name, value]) =>
    others.every((entries) => entries.some((entry) => entry[0] === name && entry[1] === value)),
  );
  return Object.fromEntries(common);
}

/** From mild to severe, for edits that look different in different contracts. */
const SEVERITY: readonly ChangeKind[] = [
  'claim-narrowed',
  'claim-widened',
  'claim-changed',
  'claim-undecided',
];

function worstKind(facts: readonly Fact[]): ChangeKind {
  const kinds = facts.map(({ kind }) => kind);
  return kinds.reduce((worst, kind) => (SEVERITY.indexOf(kind) > SEVERITY.indexOf(worst) ? kind : worst));
}
