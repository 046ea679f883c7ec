import type { Verdict, Witness } from '../../model/index.ts';
import { declaredName } from '../facts/claim-pairs.ts';
import type { Fact, Verdicts } from '../facts/fact.ts';
import type { Judge } from '../judge.ts';
import type { Question } from '../question.ts';
import { askedFor, makeWitness } from '../witness/witness.ts';
import { verdictsOf, worstVerdict } from './verdicts.ts';

/** What a change does to readers, at worst, and a token that shows it. */
interface GroupEffect {
  readonly verdicts: Verdicts;
  readonly witness?: Witness;
}

/** The worst that the facts of one edit do; each question is asked once. */
export function effectOf(group: readonly Fact[], judge: Judge): GroupEffect {
  const all: Verdicts[] = [];
  const asked = new Map<string, Question>();
  for (const { effect, coordinates } of group) {
    if (effect.effect === 'stated') all.push(effect.verdicts);
    if (effect.effect === 'asked') {
      const verdicts = askedVerdicts(effect.question, coordinates.claim, judge);
      all.push(verdicts);
      keepSmallest(asked, verdicts, effect.question);
    }
  }
  const verdicts = {
    tolerant: worstVerdict(all.map(({ tolerant }) => tolerant)),
    strict: worstVerdict(all.map(({ strict }) => strict)),
    inFlight: worstVerdict(all.map(({ inFlight }) => inFlight)),
  };
  const found = withWitness(verdicts, asked, judge);
  if (found.witness) return found;
  const earlier = inFlightWitness(found.verdicts, questionsOf(group), judge);
  if (earlier) return { ...found, ...earlier };
  const witness = shownBy(group);
  return { ...found, ...(witness && { witness }) };
}

/** What a fact shows by itself where no schema tells the tokens apart. */
function shownBy(group: readonly Fact[]): Witness | undefined {
  for (const { effect } of group) {
    const witness = effect.effect === 'asked' ? undefined : effect.show?.();
    if (witness !== undefined) return witness;
  }
  return undefined;
}

function questionsOf(group: readonly Fact[]): readonly Question[] {
  return group.flatMap(({ effect }) => (effect.effect === 'asked' ? effect.question : []));
}

/** A token of before for readers that moved on: one that they reject, or one that is not issued any more. */
function inFlightWitness(
  verdicts: Verdicts,
  questions: readonly Question[],
  judge: Judge,
): GroupEffect | undefined {
  const earlier = questions.filter(({ isNewRequest }) => isNewRequest !== true).map(turned);
  const smallestFirst = earlier.sort(compareSizes);
  for (const reader of ['tolerant', 'strict'] as const) {
    const question = smallestFirst.find((one) => judge.answer(one)[reader].verdict === 'not-included');
    const inclusion = question && judge.answer(question)[reader];
    if (question === undefined || inclusion?.verdict !== 'not-included') continue;
    const made = makeWitness(question, inclusion.witness, reader);
    if (made === undefined) continue;
    const { after: before, before: after } = made;
    const { pair, grant } = turned(question);
    const witness: Witness = {
      ...askedFor(pair, grant),
      ...(before && { before }),
      ...(after && { after }),
      ...(made.absent !== undefined && { absent: made.absent }),
    };
    const { inFlight } = verdicts;
    const isShown = reader === 'tolerant' && inFlight.verdict === 'breaks';
    return { verdicts: isShown ? { ...verdicts, inFlight: { ...inFlight, witness } } : verdicts, witness };
  }
  return undefined;
}

/** The same about the way back: is what was issued before still taken? */
function turned({ pair, grant, keysBefore, keysAfter, ...about }: Question): Question {
  return {
    ...about,
    pair: { before: pair.after, after: pair.before },
    grant: { ...grant, before: grant.after, after: grant.before },
    keysBefore: keysAfter,
    keysAfter: keysBefore,
  };
}

function askedVerdicts(question: Question, name: string | undefined, judge: Judge): Verdicts {
  const { pair, keysBefore, keysAfter } = question;
  const key = keysBefore[0] ?? keysAfter[0] ?? '';
  const claim = pair.before.claims.get(key) ?? pair.after.claims.get(key);
  const known = { path: claim?.path ?? [], name: name ?? key };
  const now =
    keysAfter === 'all' || keysAfter[0] === key ? undefined : pair.after.claims.get(keysAfter[0] ?? '');
  return verdictsOf(judge.answer(question), known, now && { path: now.path, name: declaredName(now) });
}

/** Remembers, per reader, the question about the smallest contract that shows a break. */
function keepSmallest(
  asked: Map<string, Question>,
  { tolerant, strict }: Verdicts,
  question: Question,
): void {
  for (const [reader, verdict] of Object.entries({ tolerant, strict })) {
    const known = asked.get(reader);
    if (verdict.verdict !== 'breaks') continue;
    if (known === undefined || compareSizes(question, known) < 0) asked.set(reader, question);
  }
}

/** By how much there is to read in what shows an answer: the scopes of the request, then the claims of the contract. */
function compareSizes(one: Question, other: Question): number {
  const scopes = one.grant.after.size - other.grant.after.size;
  return scopes || one.pair.after.claims.size - other.pair.after.claims.size;
}

/** A break is only said with a token that shows it; without one, the question stays open. */
function withWitness(verdicts: Verdicts, asked: ReadonlyMap<string, Question>, judge: Judge): GroupEffect {
  const tolerant = shownVerdict(verdicts.tolerant, 'tolerant', asked.get('tolerant'), judge);
  const strict =
    verdicts.tolerant.verdict === 'breaks'
      ? {
          verdict: tolerant.verdict.verdict === 'breaks' ? verdicts.strict : tolerant.verdict,
          witness: undefined,
        }
      : shownVerdict(verdicts.strict, 'strict', asked.get('strict'), judge);
  const witness = tolerant.witness ?? strict.witness;
  return {
    verdicts: { ...verdicts, tolerant: tolerant.verdict, strict: strict.verdict },
    ...(witness && { witness }),
  };
}

function shownVerdict(
  verdict: Verdict,
  reader: 'tolerant' | 'strict',
  question: Question | undefined,
  judge: Judge,
): { readonly verdict: Verdict; readonly witness: Witness | undefined } {
  if (verdict.verdict !== 'breaks' || question === undefined) return { verdict, witness: undefined };
  const inclusion = judge.answer(question)[reader];
  const witness =
    inclusion.verdict === 'not-included' ? makeWitness(question, inclusion.witness, reader) : undefined;
  if (witness !== undefined) return { verdict: { ...verdict, witness }, witness };
  const reason = `${verdict.reason}, but no whole token was found that shows it`;
  return { verdict: { verdict: 'undecided', reason }, witness: undefined };
}
