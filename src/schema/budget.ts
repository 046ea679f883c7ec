import { OutOfBudget } from './verdict.ts';

/** What one question may cost. Whatever is used up first ends it as undecided. */
export interface Budgets {
  /** Branches of the tableau. */
  readonly branches: number;
  /** States of any one automaton built for a regular expression. */
  readonly states: number;
  /** Wall-clock time. */
  readonly milliseconds: number;
}

export const DEFAULT_BUDGETS: Budgets = { branches: 20_000, states: 15_000, milliseconds: 5_000 };

/** Levels of nesting below which the search does not go: it keeps the JavaScript stack small. */
const DEPTH = 100;

/** Counts down what a question may still cost. */
export class Spending {
  private branches: number;
  private depth = 0;
  private readonly deadline: number;

  constructor(budgets: Budgets) {
    this.branches = budgets.branches;
    this.deadline = performance.now() + budgets.milliseconds;
  }

  branch(): void {
    this.branches -= 1;
    if (this.branches < 0) throw new OutOfBudget('too many cases to compare within the branch budget');
    this.checkTime();
  }

  checkTime(): void {
    if (performance.now() > this.deadline) throw new OutOfBudget('not decided within the time budget');
  }

  /** Runs `inner` one level deeper. */
  descend<T>(inner: () => T): T {
    if (this.depth >= DEPTH) throw new OutOfBudget(`nested deeper than ${DEPTH} levels`);
    this.depth += 1;
    try {
      return inner();
    } finally {
      this.depth -= 1;
    }
  }
}
