import type { InclusionListener } from '../compare/index.ts';
import type { Change, Comparison } from '../model/index.ts';

type Judged = Parameters<InclusionListener>;

/** Remembers every inclusion that a comparison rests on, and puts each to the second engine afterwards. */
export interface CrossCheck {
  readonly listen: InclusionListener;
  /** What the second engine says otherwise; nothing when both agree. */
  disagreements(): Promise<readonly string[]>;
}

export function crossChecking(): CrossCheck {
  const judged: Judged[] = [];
  return {
    listen: (...one) => {
      judged.push(one);
    },
    disagreements: async () => {
      const { crossCheck } = await import('../schema/index.ts');
      const reasons: string[] = [];
      for (const [one, other, inclusion] of judged) {
        const checked = await crossCheck(one, other, inclusion);
        if (checked !== inclusion && checked.verdict === 'undecided') reasons.push(checked.reason);
      }
      return reasons;
    },
  };
}

/** Where two engines disagree nobody knows: a comparison with that said, as a change that is undecided. */
export function withDisagreements(comparison: Comparison, reasons: readonly string[]): Comparison {
  const [reason] = reasons;
  if (reason === undefined) return comparison;
  const undecided = { verdict: 'undecided', reason } as const;
  const change: Change = {
    kind: 'contract-undecided',
    coordinates: { mapper: comparison.after.name },
    at: comparison.after.at,
    clients: [],
    tokenTypes: [],
    resources: [],
    echoes: reasons.length - 1,
    tolerant: undecided,
    strict: undecided,
    inFlight: undecided,
  };
  return { ...comparison, changes: [...comparison.changes, change] };
}
