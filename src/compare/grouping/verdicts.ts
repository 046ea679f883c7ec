import type { JsonValue, Verdict } from '../../model/index.ts';
import { valueAt } from '../../model/index.ts';
import type { Inclusion } from '../../schema/index.ts';
import { SAFE, type Verdicts } from '../facts/fact.ts';
import type { Answer } from '../judge.ts';

/** What an answer is about: a claim, or a whole token where there is no path. */
interface Named {
  readonly path: readonly string[];
  readonly name: string;
}

/**
 * The verdicts that follow from an answer.
 *
 * @param known what readers of before know it as
 * @param now what those who moved on know it as, where it has another name
 */
export function verdictsOf(answer: Answer, known: Named, now: Named = known): Verdicts {
  const reasonAbout =
    ({ path, name }: Named) =>
    (witness: JsonValue): string => {
      if (path.length === 0) return 'a token breaks a rule across claims that its readers rely on';
      const isThere = valueAt(witness, path) !== undefined;
      return isThere ? `"${name}" can have a value that its readers reject` : `"${name}" can be missing`;
    };
  const reason = reasonAbout(known);
  const tolerant = verdictOf(answer.tolerant, reason);
  return {
    tolerant,
    strict:
      tolerant.verdict === 'safe'
        ? verdictOf(answer.strict, () => 'readers that reject what they do not know reject the token')
        : verdictOf(answer.strict, reason),
    inFlight: verdictOf(
      answer.inFlight,
      (witness) => `in tokens issued before, ${reasonAbout(now)(witness)}`,
    ),
  };
}

function verdictOf(inclusion: Inclusion, reason: (witness: JsonValue) => string): Verdict {
  switch (inclusion.verdict) {
    case 'included':
      return SAFE;
    case 'undecided':
      return { verdict: 'undecided', reason: inclusion.reason };
    case 'not-included':
      return { verdict: 'breaks', reason: reason(inclusion.witness) };
  }
}

const RANK = { safe: 0, undecided: 1, breaks: 2 } as const;

/** The worst of some verdicts: a proven break tells more than a doubt. */
export function worstVerdict(verdicts: Iterable<Verdict>): Verdict {
  let worst: Verdict = SAFE;
  for (const verdict of verdicts) if (RANK[verdict.verdict] > RANK[worst.verdict]) worst = verdict;
  return worst;
}
