import type { Verdict } from '../model/index.ts';
import type { Inclusion } from '../schema/index.ts';
import { SAFE, type Verdicts } from './fact.ts';
import type { Answer } from './judge.ts';
import { valueAt } from './member.ts';

/** The verdicts that follow from an answer about one claim. */
export function verdictsOf(answer: Answer, path: readonly string[], name: string): Verdicts {
  return {
    tolerant: verdictOf(answer.tolerant, path, name),
    strict: verdictOf(answer.strict, path, name),
    inFlight: verdictOf(answer.inFlight, path, name),
  };
}

function verdictOf(inclusion: Inclusion, path: readonly string[], name: string): Verdict {
  switch (inclusion.verdict) {
    case 'included':
      return SAFE;
    case 'undecided':
      return { verdict: 'undecided', reason: inclusion.reason };
    case 'not-included': {
      const isThere = valueAt(inclusion.witness, path) !== undefined;
      const reason = isThere ? `"${name}" has a value that the reader rejects` : `"${name}" can be missing`;
      return { verdict: 'breaks', reason };
    }
  }
}

const RANK = { safe: 0, undecided: 1, breaks: 2 } as const;

/** The worst of some verdicts: a proven break tells more than a doubt. */
export function worstVerdict(verdicts: Iterable<Verdict>): Verdict {
  let worst: Verdict = SAFE;
  for (const verdict of verdicts) if (RANK[verdict.verdict] > RANK[worst.verdict]) worst = verdict;
  return worst;
}
