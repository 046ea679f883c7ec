import type {
  Comparison,
  Consumer,
  EffectiveContract,
  ImpactSubject,
  MapperDefinition,
  Observed,
  Reliance,
  TokenKind,
} from '../../model/index.ts';
import { canonical, showPath } from '../../model/index.ts';
import { constantsIn, mentionedClaims } from '../authorization/decision-names.ts';
import { affected } from '../consumers/consumers.ts';
import { partsOf } from '../consumers/expectation.ts';
import { reads } from '../consumers/readers.ts';
import { asksFor } from './claim-members.ts';
import { entriesOf } from './impact-subjects.ts';

/** What is imagined to be taken away, and what follows from it. */
export interface Removal {
  readonly definition: MapperDefinition;
  readonly subject: ImpactSubject;
  /** The contracts that show it. */
  readonly contracts: readonly EffectiveContract[];
  /** Absent where no definition is without it: a profile brings the claim, or the value is not listed. */
  readonly comparison?: Comparison;
  /** What was seen of it in tokens of some contracts; absent where nobody looked. */
  readonly observe?: (isMeant: (contract: EffectiveContract) => boolean) => Observed | undefined;
}

type Found = Pick<Reliance, 'answer' | 'reasons'>;

/** What a removal means for a consumer: what it declared is asked first, and never outweighed. */
export function consumerReliance(removal: Removal, consumer: Consumer): Reliance {
  const read = removal.contracts.filter((contract) => reads(consumer, contract));
  const tokenTypes = [...new Set(read.map(({ key }) => key.tokenType))].sort();
  const observed = removal.observe?.((contract) => reads(consumer, contract));
  return {
    reader: { kind: 'consumer', ...affected(consumer) },
    tokenTypes,
    ...answerOf(removal, consumer),
    ...(observed && { observed }),
  };
}

function answerOf(removal: Removal, consumer: Consumer): Found {
  const broken = [...new Set([...required(removal, consumer), ...failing(removal, consumer)])];
  if (broken.length > 0) return { answer: 'breaks', reasons: broken };
  const open = [...undecided(removal, consumer), ...unlisted(removal, consumer)];
  if (open.length > 0) return { answer: 'unknown', reasons: open };
  if (consumer.expects === true) {
    const reason =
      consumer.decisions.length === 0 ? 'it declares nothing' : 'it declares its decisions only, which hold';
    return { answer: 'unknown', reasons: [`${reason}: ask whether it reads it`] };
  }
  return { answer: 'safe', reasons: ['what it expects and decides holds without it'] };
}

/** Without the scope `openid` nobody gets these (OpenID Connect Core 1.0 sections 3.1.2.1 and 5.3). */
const OPENID: ReadonlySet<string> = new Set<TokenKind>(['id_token', 'userinfo']);

/** What is asked for by name, also where it was never promised: a claim that is there sometimes. */
function required({ definition, subject, contracts }: Removal, consumer: Consumer): readonly string[] {
  if (subject.kind === 'scope' && subject.scope === 'openid') {
    const needing = contracts.filter((contract) => reads(consumer, contract) && OPENID.has(contract.kind));
    return needing.length === 0 ? [] : [`it gets none: what asks without it is no OpenID Connect request`];
  }
  if (subject.kind !== 'claim') return [];
  const path = [
    ...(entriesOf(definition, subject.claim)[0]?.path ?? [subject.claim]),
    ...(subject.member ?? []),
  ];
  return asksFor(consumer.expects, path) ? [`it requires "${showPath(path)}"`] : [];
}

function failing({ comparison }: Removal, { name }: Consumer): readonly string[] {
  if (comparison === undefined) return [];
  const expectations = comparison.consumerEffects
    .filter(({ consumer, verdict }) => consumer.name === name && verdict.verdict === 'breaks')
    .map(({ fails }) => `it ${fails}`);
  const decisions = comparison.decisionEffects
    .filter(({ consumer, certainty }) => consumer.name === name && certainty !== 'undecided')
    .map(({ decision, direction, certainty }) => {
      const what = direction === 'opens' ? 'open to those it refuses' : 'close to those it allows';
      return `its decision "${decision}" ${certainty === 'certain' ? `would ${what}` : `may ${what}`}`;
    });
  return [...new Set([...expectations, ...decisions])];
}

function undecided({ comparison }: Removal, { name }: Consumer): readonly string[] {
  if (comparison === undefined) return [];
  const expectations = comparison.consumerEffects.flatMap(({ consumer, verdict }) =>
    consumer.name === name && verdict.verdict === 'undecided' ? [verdict.reason] : [],
  );
  const decisions = comparison.decisionEffects.flatMap(({ consumer, decision, certainty, reason }) =>
    consumer.name === name && certainty === 'undecided' ? [`decision "${decision}": ${reason}`] : [],
  );
  return [...expectations, ...decisions];
}

/** Where no definition is without it, only names can be compared. */
function unlisted({ comparison, definition, subject }: Removal, consumer: Consumer): readonly string[] {
  if (comparison !== undefined || subject.kind === 'scope') return [];
  const name = entriesOf(definition, subject.claim)[0]?.path[0] ?? subject.claim;
  const expected = partsOf(consumer.expects)
    .filter(({ claim }) => claim === name)
    .map(() => `its expectation names "${name}"`);
  const deciding = consumer.decisions.filter(({ allows }) => {
    const mentioned = mentionedClaims(allows);
    if (mentioned !== 'all' && !mentioned.has(name)) return false;
    if (subject.kind === 'claim') return true;
    const constants = constantsIn(allows);
    return constants.length === 0 || constants.some((one) => canonical(one) === canonical(subject.value));
  });
  const named = [
    ...new Set([
      ...expected,
      ...deciding.map((decision) => `its decision "${decision.name}" looks at "${name}"`),
    ]),
  ];
  if (named.length > 0 || subject.kind === 'value') return named;
  return [`a specification brings "${name}": whoever follows it may check it without saying so`];
}
