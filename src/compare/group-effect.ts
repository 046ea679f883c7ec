import type { Verdict, Witness } from '../model/index.ts';
import type { Fact, Verdicts } from './fact.ts';
import type { Judge } from './judge.ts';
import type { Question } from './question.ts';
import { verdictsOf, worstVerdict } from './verdicts.ts';
import { makeWitness } from './witness.ts';

/** What a change does to readers, at worst, and a token that shows it. */
interface GroupEffect {
  readonly verdicts: Verdicts;
  readonly witness?: Witness;
}

/** The worst that the facts of one edit do; each question is asked once. */
export function effectOf(group: readonly Fact[], judge: Judge): GroupEffect {
  const all: Verdicts[] = [];
  const asked = new Map<string, Question>();
  let shown: Witness | undefined;
  for (const { effect, coordinates } of group) {
    if (effect.effect === 'stated') {
      all.push(effect.verdicts);
      shown ??= effect.show?.();
    } else if (effect.effect === 'asked') {
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
  return shown ? { verdicts, witness: shown } : withWitness(verdicts, asked, judge);
}

function askedVerdicts(question: Question, name: string | undefined, judge: Judge): Verdicts {
  const { pair, keysBefore, keysAfter } = question;
  const key = keysBefore[0] ?? keysAfter[0] ?? '';
  const claim = pair.before.claims.get(key) ?? pair.after.claims.get(key);
  return verdictsOf(judge.answer(question), claim?.path ?? [], name ?? key);
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
    if (known === undefined || question.pair.after.claims.size < known.pair.after.claims.size) {
      asked.set(reader, question);
    }
  }
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
