import { effectiveContracts } from '../../contract/index.ts';
import type {
  Answer,
  ClaimRelease,
  Consumer,
  EffectiveContract,
  Impact,
  ImpactSubject,
  MapperDefinition,
  Place,
  Reliance,
} from '../../model/index.ts';
import { compare } from '../compare.ts';
import { reads } from '../consumers/readers.ts';
import { claimsNamed } from '../facts/claim-pairs.ts';
import { scopeOf } from '../grouping/explained-scopes.ts';
import { entriesOf, mayHave } from './impact-subjects.ts';
import { type Evidence, observe } from './observed.ts';
import { consumerReliance, type Removal } from './reliance.ts';
import { seenUses } from './seen-uses.ts';
import { askers, silentReliances } from './silent-readers.ts';
import { without } from './without.ts';

/**
 * Who relies on a claim, a scope or a value: each consumer, and everybody else who reads it, judged by
 * comparing the definition with itself without it.
 *
 * @param evidence what was seen in tokens; it can settle a doubt, and never outweighs what a consumer declared
 * @example impactOf(definition, { kind: 'claim', claim: 'tenant_id' }, consumers).reliances
 */
export function impactOf(
  definition: MapperDefinition,
  subject: ImpactSubject,
  consumers: readonly Consumer[],
  evidence?: Evidence,
): Impact {
  const holding = effectiveContracts(definition).filter((contract) => mayHave(contract, subject));
  const contracts = holding.filter((contract) => shows(contract, subject));
  const rest = without(definition, subject);
  const isKept = (): boolean =>
    subject.kind === 'claim' &&
    rest !== undefined &&
    effectiveContracts(rest).some((contract) => shows(contract, subject));
  const removal: Removal = {
    definition,
    subject,
    contracts,
    ...(rest !== undefined && !isKept() && { comparison: compare(definition, rest, consumers) }),
    ...(evidence && { observe: (of) => observe(evidence, definition, subject, holding.filter(of)) }),
  };
  const declared = consumers
    .filter((consumer) => contracts.some((contract) => reads(consumer, contract)))
    .map((consumer) => consumerReliance(removal, consumer));
  const tokenTypes = names(contracts.map(({ key }) => key.tokenType));
  const clients = names([...contracts.map(({ key }) => key.client), ...askers(definition, subject)]);
  const observed = removal.observe?.(() => true);
  const uses = evidence && seenUses(evidence.usage, definition, subject, holding);
  return {
    mapper: definition.name,
    subject,
    at: placeOfSubject(definition, subject, contracts),
    tokenTypes,
    clients,
    resources: names(contracts.flatMap(({ key }) => key.resource ?? [])),
    releasedBy: releasers(contracts, subject),
    reliances: [...declared, ...silentReliances(removal, consumers)].sort(worstFirst),
    ...(observed && { observed }),
    ...(uses && uses.declared.length > 0 && { uses: uses.declared }),
    ...(uses && uses.undeclared.length > 0 && { undeclared: uses.undeclared }),
  };
}

/** Whether tokens of a contract tell of it: a scope is not told by those that it changes nothing in. */
function shows(contract: EffectiveContract, subject: ImpactSubject): boolean {
  if (!mayHave(contract, subject)) return false;
  if (subject.kind !== 'scope') return true;
  return [...contract.claims.values()].some(({ releases }) =>
    releases.some((release) => scopeOf(release) === subject.scope),
  );
}

function releasers(contracts: readonly EffectiveContract[], subject: ImpactSubject): readonly string[] {
  if (subject.kind === 'scope') return [];
  return names(
    releasesOf(contracts, subject.claim).map(({ by }) => `${by.kind.replace('-', ' ')} "${by.name}"`),
  );
}

function releasesOf(contracts: readonly EffectiveContract[], name: string): readonly ClaimRelease[] {
  return contracts.flatMap((contract) => claimsNamed(contract, name)).flatMap(({ releases }) => releases);
}

function placeOfSubject(
  definition: MapperDefinition,
  subject: ImpactSubject,
  contracts: readonly EffectiveContract[],
): Place {
  if (subject.kind === 'scope') return definition.scopes.get(subject.scope)?.at ?? definition.at;
  const [entry] = entriesOf(definition, subject.claim);
  return entry?.at ?? releasesOf(contracts, subject.claim)[0]?.at ?? definition.at;
}

function names(all: readonly string[]): readonly string[] {
  return [...new Set(all)].sort();
}

const RANK: Readonly<Record<Answer, number>> = { breaks: 0, unknown: 1, safe: 2 };

function worstFirst(one: Reliance, other: Reliance): number {
  const texts = [
    `${one.reader.name} ${one.reader.kind}`,
    `${other.reader.name} ${other.reader.kind}`,
  ] as const;
  return RANK[one.answer] - RANK[other.answer] || (texts[0] < texts[1] ? -1 : 1);
}
